import * as aws from "@pulumi/aws";
import { EdgeFrontDoor, vpcOrigin } from "../../../components";

const loadBalancer = new aws.lb.LoadBalancer("orders", {
  internal: true,
  subnets: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
  securityGroups: ["sg-0123456789abcdef0"],
});

const orders = new EdgeFrontDoor("orders", {
  origin: vpcOrigin({
    endpoint: {
      loadBalancer,
      securityGroupId: "sg-0123456789abcdef0",
      internetGatewayId: "igw-0123456789abcdef0",
    },
    domainName: "orders.internal.example.com", // covered by the certificate of the listener on 443
  }),
  domain: { name: "orders.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = orders.url;
