import { AccessLogDestination, EdgeFrontDoor, FirewallMode, vpcOrigin } from "../../../components";

const endpoint = {
  loadBalancer: {
    arn: "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/orders/0",
    dnsName: "internal-orders-0.eu-central-1.elb.amazonaws.com",
    vpcId: "vpc-1",
  },
  securityGroupId: "sg-1",
  internetGatewayId: "igw-1",
  httpsPort: Number(process.env.HTTPS_PORT),
};

new EdgeFrontDoor("site", {
  origin: vpcOrigin({ endpoint, domainName: "orders.example.com" }),
  firewall: { mode: FirewallMode.None },
  logging: { accessLogs: AccessLogDestination.None },
});
