import type { InternalLoadBalancer, OriginListener, VpcOriginEndpointArgs } from "../../../components";

export const loadBalancer: InternalLoadBalancer = {
  arn: "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/orders/0",
  dnsName: "internal-orders-0.eu-central-1.elb.amazonaws.com",
  vpcId: "vpc-1",
};

export const networkLoadBalancer: InternalLoadBalancer = {
  arn: "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/net/orders/0",
  dnsName: "orders-0.elb.eu-central-1.amazonaws.com",
  vpcId: "vpc-1",
  internal: true,
  loadBalancerType: "network",
  ipAddressType: "ipv4",
  securityGroups: ["sg-1"],
};

export const listener: OriginListener = { protocol: "TCP", port: 443 };

export const instance = {
  arn: "arn:aws:ec2:eu-central-1:123456789012:instance/i-1",
  privateDns: "ip-10-0-0-1.eu-central-1.compute.internal",
  vpcId: "vpc-1",
};

const network = { securityGroupId: "sg-1", internetGatewayId: "igw-1" };

export const balanced: VpcOriginEndpointArgs = { loadBalancer, ...network };
export const onNetworkLoadBalancer: VpcOriginEndpointArgs = { loadBalancer: networkLoadBalancer, listener, ...network };
export const onInstance: VpcOriginEndpointArgs = { instance, ...network };
