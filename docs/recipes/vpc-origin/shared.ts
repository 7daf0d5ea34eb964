import * as aws from "@pulumi/aws";
import { SharedVpcOrigin } from "../../../components";

const loadBalancer = new aws.lb.LoadBalancer("orders", {
  internal: true,
  subnets: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
  securityGroups: ["sg-0123456789abcdef0"],
});

const orders = new SharedVpcOrigin("orders", {
  endpoint: {
    loadBalancer,
    securityGroupId: "sg-0123456789abcdef0",
    internetGatewayId: "igw-0123456789abcdef0",
  },
  shareWith: ["123456789012", "arn:aws:organizations::210987654321:ou/o-a1b2c3d4e5/ou-ab12-cd34ef56"],
});

export const vpcOriginId = orders.vpcOriginId;
export const ownerAccountId = orders.ownerAccountId;
