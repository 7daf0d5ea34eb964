import type { VpcOriginEndpointArgs } from "../../../components";
import { checkEndpoint } from "../../../components/vpc-origin/check-endpoint";

function networkLoadBalancer(ipAddressType: string | undefined): VpcOriginEndpointArgs {
  return {
    loadBalancer: {
      arn: "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/net/orders/50dc6c495c0c9188",
      dnsName: "orders-50dc6c495c0c9188.elb.eu-central-1.amazonaws.com",
      vpcId: "vpc-0123456789abcdef0",
      internal: true,
      loadBalancerType: "network",
      ipAddressType,
    },
    securityGroupId: "sg-0123456789abcdef0",
    internetGatewayId: "igw-0123456789abcdef0",
  };
}

test.each(["dualstack", "dualstack-without-public-ipv4"])("a Network Load Balancer that is %s is refused", (type) => {
  expect(checkEndpoint("endpoint", networkLoadBalancer(type))).toEqual([
    { path: "endpoint.loadBalancer.ipAddressType", must: "be ipv4 for a Network Load Balancer", got: type },
  ]);
});

test.each([
  ["ipv4", "ipv4"],
  ["left out", undefined],
  ["computed by AWS, which has only a stand-in offline", ""],
])("a Network Load Balancer whose address type is %s is taken", (_, type) => {
  expect(checkEndpoint("endpoint", networkLoadBalancer(type))).toEqual([]);
});
