import { requireClosedLoadBalancer } from "../../../../policy/rules/cloudfront/require-closed-load-balancer";
import { requireClosedVpcOrigin } from "../../../../policy/rules/cloudfront/require-closed-vpc-origin";
import { requireExistingBucket } from "../../../../policy/rules/cloudfront/require-existing-bucket";
import { toPolicy } from "../../../../policy/sdk-policy";
import { bucketOrigin, distribution, httpsOrigin } from "../../kit/distributions";
import { testJoin } from "../../kit/join-cases";
import { type Example, judgeStack, unknown } from "../../kit/judge";
import { accessControl, bucket, deployed, site } from "../../kit/stacks";

const balancer = (internal: unknown, change: object = {}): Example => ({
  type: "aws:lb/loadBalancer:LoadBalancer",
  name: "lb",
  props: { loadBalancerType: "application", internal, securityGroups: [unknown], ...change },
  sources: { securityGroups: ["group"] },
});
const group = (ingress?: unknown): Example => ({
  type: "aws:ec2/securityGroup:SecurityGroup",
  name: "group",
  props: { vpcId: "vpc-1", ingress },
  sources: ingress === unknown ? { ingress: ["group"] } : {},
});
const ingress = (change: object): Example => ({
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  name: "ingress",
  props: { securityGroupId: unknown, ipProtocol: "tcp", fromPort: 443, toPort: 443, ...change },
  sources: { securityGroupId: ["group"] },
});
const older = (change: object): Example => ({
  ...ingress({}),
  type: "aws:ec2/securityGroupRule:SecurityGroupRule",
  props: { securityGroupId: unknown, type: "ingress", protocol: "tcp", fromPort: 443, toPort: 443, ...change },
});
const prefixList = ingress({ prefixListId: "pl-1" });
const world = ingress({ cidrIpv4: "0.0.0.0/0" });

const vpcOrigin = (arn: unknown = unknown): Example => ({
  type: "aws:cloudfront/vpcOrigin:VpcOrigin",
  name: "origin",
  props: { vpcOriginEndpointConfig: { arn, httpPort: 80, httpsPort: 443, originProtocolPolicy: "https-only" } },
  sources: { vpcOriginEndpointConfig: ["lb"] },
});
const open = (path: string) =>
  `${path}: lets everybody in to the load balancer "lb", which is behind a VPC origin; fix: let in CloudFront's managed prefix list or the security group of its VPC origins instead`;

testJoin(requireClosedVpcOrigin, {
  violating: {
    "a security group with a rule for everybody": {
      stack: [vpcOrigin(), balancer(true), group(), world],
      messages: { ingress: [open("cidrIpv4")] },
    },
    "a security group with an inline rule for everybody": {
      stack: [vpcOrigin(), balancer(true), group([{ cidrBlocks: ["10.0.0.0/8", "0.0.0.0/0"], protocol: "-1" }])],
      messages: { group: [open("ingress[0].cidrBlocks[1]")] },
    },
    "an older rule for everybody, by IPv6": {
      stack: [vpcOrigin(), balancer(true), group(), older({ ipv6CidrBlocks: ["::/0"] })],
      messages: { ingress: [open("ipv6CidrBlocks[0]")] },
    },
    "a security group of an instance": {
      stack: [
        vpcOrigin(),
        { type: "aws:ec2/instance:Instance", name: "lb", props: {}, sources: { vpcSecurityGroupIds: ["group"] } },
        group(),
        world,
      ],
      messages: { ingress: [open("cidrIpv4").replace("the load balancer", "the instance")] },
    },
    "a known load balancer and a known security group": {
      stack: [
        { ...vpcOrigin("arn:lb"), sources: {} },
        { ...balancer(true, { arn: "arn:lb", securityGroups: ["sg-1"] }), sources: {} },
        { ...group(), props: { id: "sg-1" } },
        { ...world, props: { ...world.props, securityGroupId: "sg-1" }, sources: {} },
      ],
      messages: { ingress: [open("cidrIpv4")] },
    },
  },
  clean: {
    "CloudFront's prefix list": [vpcOrigin(), balancer(true), group(), prefixList],
    "another security group": [vpcOrigin(), balancer(true), group(), ingress({ referencedSecurityGroupId: unknown })],
    "addresses of the network": [vpcOrigin(), balancer(true), group([{ cidrBlocks: ["10.0.0.0/8"] }])],
    "egress to everybody": [vpcOrigin(), balancer(true), group(), older({ type: "egress", cidrBlocks: ["0.0.0.0/0"] })],
    "rules that AWS shows only once the group is there": [
      vpcOrigin(),
      balancer(true),
      { ...group(unknown), sources: {} },
    ],
    "a load balancer of another stack": [vpcOrigin("arn:aws:elasticloadbalancing:eu-central-1:1:loadbalancer/app/a/b")],
    "a load balancer that is open to everybody without VPC origin": [balancer(false), group(), world],
  },
  unknown: {
    "addresses that are not known": {
      stack: [vpcOrigin(), balancer(true), group(), ingress({ cidrIpv4: unknown })],
      undecided: "ingress:cidrIpv4",
    },
    "inline rules that are not known": {
      stack: [vpcOrigin(), balancer(true), group(unknown)],
      undecided: "group:ingress",
    },
  },
});

const classic = (): Example => ({ ...balancer(undefined), type: "aws:elb/loadBalancer:LoadBalancer" });
const front = (origin: object = {}) =>
  site({
    props: distribution({ origins: [{ ...httpsOrigin(), domainName: unknown, ...origin }] }),
    sources: { origins: ["lb"] },
  });
const reached =
  'origins[0].domainName: is the load balancer "lb", which everybody reaches directly; fix: let its security groups take ingress from CloudFront\'s managed prefix list only, or put a VPC origin in its place';

testJoin(requireClosedLoadBalancer, {
  violating: {
    "a load balancer that is open to everybody": {
      stack: [front(), balancer(false), group(), world],
      messages: { site: [reached] },
    },
    "a Classic Load Balancer that is open to everybody": {
      stack: [front(), classic(), group(), world],
      messages: { site: [reached] },
    },
    "a known one": {
      stack: [
        { ...front({ domainName: "lb-1.eu-central-1.elb.amazonaws.com" }), sources: {} },
        balancer(undefined, { dnsName: "lb-1.eu-central-1.elb.amazonaws.com" }),
        group([{ ipv6CidrBlocks: ["::/0"] }]),
      ],
      messages: { site: [reached] },
    },
  },
  clean: {
    "a Classic Load Balancer that only CloudFront reaches": [front(), classic(), group(), prefixList],
    "one that only CloudFront reaches": [front(), balancer(false), group(), prefixList],
    "one that asks for a secret header": [
      front({ customHeaders: [{ name: "x-origin-verify", value: unknown }] }),
      balancer(false),
      group(),
      world,
    ],
    "an internal one": [front(), balancer(true), group(), world],
    "one that is no origin": [site({ props: distribution() }), balancer(false), group(), world],
    "one with security groups of another stack": [front(), { ...balancer(false), sources: {} }],
  },
  unknown: {
    "headers that are not known": {
      stack: [front({ customHeaders: unknown }), balancer(false), group(), world],
      undecided: "site:origins[0].customHeaders",
    },
    "two origins, one of which is the load balancer": {
      stack: [
        site({
          props: distribution({ origins: [0, 1].map(() => ({ ...httpsOrigin(), domainName: unknown })) }),
          sources: { origins: ["lb"] },
        }),
        balancer(false),
        group(),
        world,
      ],
      undecided: "site:origins[0].domainName, site:origins[1].domainName",
    },
    "origins as such": {
      stack: [site({ props: distribution({ origins: unknown }) }), balancer(false)],
      undecided: "site:origins",
    },
    "addresses that are not known": {
      stack: [front(), balancer(false), group(), ingress({ cidrIpv4: unknown })],
      undecided: "site:origins[0].domainName",
    },
  },
});

const missing =
  "origins[0].domainName: names a bucket that is not in this stack; fix: make it from a bucket of the stack, or name the bucket in the parameter otherBuckets";
const named = (domainName: unknown) =>
  site({ props: distribution({ origins: [bucketOrigin({ domainName })] }), sources: {} });

testJoin(requireExistingBucket, {
  config: { otherBuckets: ["shop-assets"] },
  violating: {
    "a bucket that is not there": { stack: [named("shop-old.s3.amazonaws.com")], messages: { site: [missing] } },
    "another than the one that is there": {
      stack: [named("shop-old.s3.eu-central-1.amazonaws.com"), deployed.bucket],
      messages: { site: [missing] },
    },
  },
  clean: {
    "a bucket of the stack": [deployed.site, deployed.bucket],
    "a bucket of the stack before it exists": [site(), bucket, accessControl],
    "a bucket that the config vouches for": [named("Shop-Assets.s3.dualstack.eu-central-1.amazonaws.com")],
    "an access point": [named("shop-123456789012.s3-accesspoint.eu-central-1.amazonaws.com")],
    "a server": [site({ props: distribution({ origins: [httpsOrigin()] }) })],
  },
  unknown: {
    "a bucket from elsewhere": { stack: [named(unknown)], undecided: "site:origins[0].domainName" },
  },
});

test("without the parameter otherBuckets, buckets of other stacks are no matter", () => {
  const { violations, undecided } = judgeStack(toPolicy(requireExistingBucket), [named("shop-old.s3.amazonaws.com")]);
  expect({ violations, undecided }).toEqual({ violations: [], undecided: undefined });
});
