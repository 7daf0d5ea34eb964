// What waits for what, from the network to the distribution. `pulumi destroy` follows it backwards.

import * as aws from "@pulumi/aws";
import { EdgeFrontDoor, SharedVpcOrigin, VpcOriginIngress, vpcOrigin } from "../../../components";
import { BARE } from "../edge-front-door/origins/serve";
import { follows, type RecordedResource, recordStack } from "../record-stack";

const domainName = "orders.example.com";

/** A load balancer with all that is around it, as a program makes them. */
function network(ingress?: VpcOriginIngress) {
  const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
  const gateway = new aws.ec2.InternetGateway("gateway", { vpcId: vpc.id });
  const group = new aws.ec2.SecurityGroup("group", { vpcId: vpc.id });
  const loadBalancer = new aws.lb.LoadBalancer("balancer", { internal: true, securityGroups: [group.id] });
  const listener = new aws.lb.Listener("listener", {
    loadBalancerArn: loadBalancer.arn,
    protocol: "HTTPS",
    defaultActions: [],
  });
  return { loadBalancer, listener, securityGroupId: group.id, internetGatewayId: gateway.id, ingress };
}

async function frontDoor(ingress?: VpcOriginIngress): Promise<readonly RecordedResource[]> {
  const program = () =>
    new EdgeFrontDoor("site", { ...BARE, origin: vpcOrigin({ endpoint: network(ingress), domainName }) });
  return (await recordStack(program)).resources;
}

/** In which order resources go: each before everything it follows. */
function destroyed(resources: readonly RecordedResource[], names: readonly string[]): string[] {
  const followers = (name: string): number =>
    names.filter((other) => other !== name && follows(resources, other, name)).length;
  return [...names].sort((one, other) => followers(one) - followers(other));
}

describe("a front door that opens the server to its VPC origins", () => {
  let resources: readonly RecordedResource[];

  beforeAll(async () => {
    resources = await frontDoor();
  });

  test("is destroyed from the distribution on, and the network goes last", () => {
    const names = ["vpc", "balancer", "site-vpc-origin", "site-vpc-origin-ingress", "site-distribution"];
    expect(destroyed(resources, names)).toEqual([...names].reverse());
  });

  test.each([
    ["site-distribution", "site-vpc-origin-ingress"],
    ["site-distribution", "site-vpc-origin"],
    ["site-vpc-origin-ingress", "site-vpc-origin"],
    ["site-vpc-origin-ingress", "group"],
    // CloudFront insists on an internet gateway, and on a load balancer that is active.
    ["site-vpc-origin", "gateway"],
    ["site-vpc-origin", "balancer"],
    ["site-vpc-origin", "listener"],
  ])("%s follows %s", (later, earlier) => {
    expect(follows(resources, later, earlier)).toBe(true);
  });
});

test("a group opened to CloudFront's addresses need not wait for the VPC origin, the distribution waits for both", async () => {
  const resources = await frontDoor(VpcOriginIngress.PrefixList);
  expect(follows(resources, "site-vpc-origin-ingress", "site-vpc-origin")).toBe(false);
  expect(follows(resources, "site-distribution", "site-vpc-origin-ingress")).toBe(true);
  expect(follows(resources, "site-distribution", "site-vpc-origin")).toBe(true);
});

test("front doors of a shared VPC origin wait for its rule, too", async () => {
  const { resources } = await recordStack(() => {
    const existing = new SharedVpcOrigin("orders", { endpoint: network() });
    return new EdgeFrontDoor("site", { ...BARE, origin: vpcOrigin({ existing, domainName }) });
  });
  const names = ["gateway", "orders-vpc-origin", "orders-vpc-origin-ingress", "site-distribution"];
  expect(destroyed(resources, names)).toEqual([...names].reverse());
});
