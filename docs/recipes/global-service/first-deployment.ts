import * as aws from "@pulumi/aws";
import { GlobalService } from "../../../components";

const secret = aws.secretsmanager.getSecretVersionOutput({ secretId: "checkout/origin-secret" });

const checkout = new GlobalService("checkout", {
  regions: [
    { region: "eu-central-1", cidrBlock: "10.0.0.0/16", availabilityZoneIds: ["euc1-az1", "euc1-az2"] },
    { region: "eu-west-1", cidrBlock: "10.1.0.0/16", availabilityZoneIds: ["euw1-az1", "euw1-az2"] },
  ],
  homeRegion: "eu-central-1",
  container: { port: 8080 }, // no imageDigest yet
  tables: { orders: { partitionKey: { name: "buyer" }, sortKey: { name: "order" } } },
  originDomain: { name: "checkout-origin.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
  secretHeader: { value: secret.secretString },
});

export const repositoryUrl = checkout.repositoryUrl;
