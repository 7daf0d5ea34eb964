// Prerequisites that are known only while the program runs: the VPC origin is not created, and the error says why.

import path from "node:path";
import { type FailedProgram, runFailing } from "../failing-programs";

const REASONS: Readonly<Record<string, string>> = {
  publicLoadBalancer:
    "loadBalancer.internal: must be true: an internet-facing load balancer can be called round CloudFront; got false; use an internal one, or loadBalancerOrigin for a public one",
  gatewayLoadBalancer: 'loadBalancer: must be no Gateway Load Balancer; got "gateway"',
  dualStack: 'loadBalancer.ipAddressType: must be ipv4 for a Network Load Balancer; got "dualstack"',
  withoutSecurityGroup:
    "loadBalancer.securityGroups: must not be empty: CloudFront reaches only Network Load Balancers that were created with a security group; got []",
  tlsListener:
    'listener.protocol: must not be TLS: CloudFront\'s VPC origins take no TLS listeners of Network Load Balancers; got "TLS"; use TCP, with the certificate on the targets',
  wrongLoadBalancer:
    'loadBalancer.arn: must be the ARN of an Application or Network Load Balancer; got "arn:aws:s3:::orders"',
  wrongInstance: 'instance.arn: must be the ARN of an instance; got "i-1"',
};

// The ARN of a load balancer is not known in a first preview. What the program says of it is.
describe.each([
  ["in a first preview", true],
  ["in a deployment", false],
])("%s", (_when, preview) => {
  let programs: Readonly<Record<string, FailedProgram>>;

  beforeAll(() => {
    programs = runFailing(path.join(__dirname, "refused-programs.ts"), preview);
  });

  const made = (program: string): string =>
    (programs[program]?.created ?? []).filter((each) => /VpcOrigin|Ingress|Distribution/.test(each)).join();

  test.each(Object.entries(REASONS))("%s is told, and nothing is made of it", (program, reason) => {
    expect(programs[program]?.errors).toEqual([
      `error serializing property "vpcOriginEndpointConfig": VPC origin "orders-vpc-origin": 1 invalid argument\n  endpoint.${reason}`,
    ]);
    expect(made(program)).toBe("causeway:index:SharedVpcOrigin orders");
  });

  test("on a route the VPC origin has the route's name, and there is no distribution without it", () => {
    expect(programs.onARoute?.errors).toHaveLength(1);
    expect(programs.onARoute?.errors[0]).toContain('VPC origin "site-route-orders-vpc-origin": 1 invalid argument\n');
    expect(made("onARoute")).toBe("");
  });

  test("a sound one is made", () => {
    expect(programs.sound?.errors).toEqual([]);
    expect(made("sound")).toContain("aws:cloudfront/vpcOrigin:VpcOrigin orders-vpc-origin");
  });
});
