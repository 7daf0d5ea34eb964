// Who may talk to whom: CloudFront to the load balancer, that to tasks, those to services of AWS, and nobody else.

import { type Served, serve, tags } from "./serve";

const shop = "shop-eu-central-1";
const region = "eu-central-1";
const tcp = { region, ipProtocol: "tcp", tags };
const id = (group: string): string => `${shop}-${group}-security-group-id`;
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

let plain: Served;
let open: Served;
beforeAll(async () => {
  plain = await serve({ tags });
  open = await serve({ tags, internetAccess: true });
});

/** Of the home Region, by their names behind its own. */
function rulesOf({ ofType }: Served, type: string): Record<string, unknown> {
  const rules = ofType(type).filter(({ name }) => name.startsWith(shop));
  return Object.fromEntries(rules.map(({ name, inputs }) => [name.slice(shop.length + 1), inputs]));
}

test.each(["alb", "task", "endpoints"])("the group %s has no rules but those below", (group) => {
  expect(plain.inputsOf(`${shop}-${group}-security-group`)).toEqual({
    region,
    vpcId: `${shop}-vpc-id`,
    description: expect.stringContaining(shop),
    tags,
  });
});

test("each lets in what comes before it, on one port", () => {
  const to8080 = { ...tcp, fromPort: 8080, toPort: 8080 };
  const to443 = { ...tcp, fromPort: 443, toPort: 443 };
  expect(rulesOf(plain, INGRESS)).toEqual({
    "alb-ingress": {
      ...to443,
      securityGroupId: id("alb"),
      prefixListId: "pl-eu-central-1-ipv4",
      description: "CloudFront",
    },
    "task-ingress": {
      ...to8080,
      securityGroupId: id("task"),
      referencedSecurityGroupId: id("alb"),
      description: "task",
    },
    "endpoint-ingress": {
      ...to443,
      securityGroupId: id("endpoints"),
      referencedSecurityGroupId: id("task"),
      description: "endpoint",
    },
  });
});

const EGRESS_RULES = {
  "task-egress": {
    ...tcp,
    fromPort: 8080,
    toPort: 8080,
    securityGroupId: id("alb"),
    referencedSecurityGroupId: id("task"),
    description: "task",
  },
  ...Object.fromEntries(
    [
      ["endpoint", { referencedSecurityGroupId: id("endpoints") }] as const,
      ["task-s3", { prefixListId: `pl-${shop}-endpoint-s3` }] as const,
      ["task-dynamodb", { prefixListId: `pl-${shop}-endpoint-dynamodb` }] as const,
    ].map(([name, destination]) => [
      `${name}-egress`,
      {
        ...tcp,
        fromPort: 443,
        toPort: 443,
        securityGroupId: id("task"),
        description: name.replace("task-", ""),
        ...destination,
      },
    ]),
  ),
};

test("nothing gets out but to what comes next", () => {
  expect(rulesOf(plain, EGRESS)).toEqual(EGRESS_RULES);
});

test("with internet access tasks reach it by HTTPS, and nothing else changes", () => {
  expect(rulesOf(open, INGRESS)).toEqual(rulesOf(plain, INGRESS));
  expect(rulesOf(open, EGRESS)).toEqual({
    ...EGRESS_RULES,
    "task-internet-egress": {
      ...tcp,
      fromPort: 443,
      toPort: 443,
      securityGroupId: id("task"),
      cidrIpv4: "0.0.0.0/0",
      description: "internet, HTTPS only",
    },
  });
});

test("CloudFront's addresses are asked for in each Region: the list has another id there", () => {
  const asked = plain.calls.filter(({ token }) => token === "aws:ec2/getManagedPrefixList:getManagedPrefixList");
  expect(new Set(asked.map(({ inputs }) => inputs))).toEqual(
    new Set([
      { name: "com.amazonaws.global.cloudfront.origin-facing", region: "eu-central-1" },
      { name: "com.amazonaws.global.cloudfront.origin-facing", region: "eu-west-1" },
    ]),
  );
  expect(plain.inputsOf("shop-eu-west-1-alb-ingress").prefixListId).toBe("pl-eu-west-1-ipv4");
});
