// A private API with its front door, and a service in two Regions with tables, experiments and a front door: what they take a secret
// and functions from is made by any program that has them.

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { FaultInjectionExperiment, GlobalService, lambdaRoutes, PrivateApiOrigin } from "../../../components";

export function createServices(): void {
  const secretHeader = { value: pulumi.secret("0123456789abcdef0123456789abcdef") };
  const hostedZoneId = "Z0123456789ABCDEFGHIJ";
  const handler = {
    arn: "arn:aws:lambda:eu-central-1:123456789012:function:orders",
    name: "orders",
  };
  const vpc = new aws.ec2.Vpc("network", { cidrBlock: "10.9.0.0/16" });
  new PrivateApiOrigin("orders", {
    network: {
      vpcId: vpc.id,
      internetGatewayId: "igw-0123456789abcdef0",
      subnets: [
        { id: "subnet-0123456789abcdef0", availabilityZoneId: "euc1-az1" },
        { id: "subnet-0123456789abcdef1", availabilityZoneId: "euc1-az2" },
      ],
    },
    api: lambdaRoutes({ routes: { "GET /orders/{id}": handler, "POST /orders": handler } }),
    certificate: { domainName: "orders-origin.example.com", hostedZoneId },
    secretHeader,
    frontDoor: { domain: { name: "orders.example.com", hostedZoneId } },
  });
  new GlobalService("checkout", {
    regions: [
      { region: "eu-central-1", cidrBlock: "10.0.0.0/16", availabilityZoneIds: ["euc1-az1", "euc1-az2"] },
      { region: "eu-west-1", cidrBlock: "10.1.0.0/16", availabilityZoneIds: ["euw1-az1", "euw1-az2"] },
    ],
    homeRegion: "eu-central-1",
    container: { imageDigest: `sha256:${"4f53cda1".repeat(8)}`, port: 8080 },
    tables: { carts: { partitionKey: { name: "buyer" } }, orders: { partitionKey: { name: "buyer" } } },
    originDomain: { name: "checkout-origin.example.com", hostedZoneId },
    secretHeader,
    frontDoor: { domain: { name: "checkout.example.com", hostedZoneId }, readPaths: ["/catalogue/*"] },
    faultInjection: { experiments: Object.values(FaultInjectionExperiment) },
  });
}
