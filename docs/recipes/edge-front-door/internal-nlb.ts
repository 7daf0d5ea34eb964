import * as aws from "@pulumi/aws";
import { EdgeFrontDoor, VpcOriginIngress, vpcOrigin } from "../../../components";

const securityGroupId = "sg-0123456789abcdef0";

const loadBalancer = new aws.lb.LoadBalancer("orders", {
  internal: true,
  loadBalancerType: "network",
  subnets: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
  securityGroups: [securityGroupId],
});
const listener = new aws.lb.Listener("orders", {
  loadBalancerArn: loadBalancer.arn,
  protocol: "TCP",
  port: 443,
  defaultActions: [
    {
      type: "forward",
      targetGroupArn: "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/orders/73e2d6bc24d8a067",
    },
  ],
});

const orders = new EdgeFrontDoor("orders", {
  origin: vpcOrigin({
    endpoint: {
      loadBalancer,
      listener,
      securityGroupId,
      internetGatewayId: "igw-0123456789abcdef0",
      ingress: VpcOriginIngress.PrefixList,
    },
    domainName: "orders.internal.example.com", // covered by the certificate of the targets
  }),
  domain: { name: "orders.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = orders.url;
