// What holds for every private API origin, whatever its arguments.

import { PrivateApiOrigin } from "../../../components";
import { checkPrivateApiOrigin } from "../../../components/private-api-origin/validate";
import { judge } from "../judge";
import { type RecordedResource, recordStack, tree } from "../record-stack";
import { build } from "./build";
import { REGION, tags, VARIANTS } from "./variants";

/** Types of the provider that take tags, of those the component creates. */
const TAGGABLE = [
  "aws:acm/certificate:Certificate",
  "aws:apigateway/domainName:DomainName",
  "aws:apigateway/domainNameAccessAssociation:DomainNameAccessAssociation",
  "aws:apigateway/restApi:RestApi",
  "aws:apigateway/stage:Stage",
  "aws:cloudfront/vpcOrigin:VpcOrigin",
  "aws:cloudwatch/logGroup:LogGroup",
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/vpcEndpoint:VpcEndpoint",
  "aws:iam/role:Role",
  "aws:lb/listener:Listener",
  "aws:lb/listenerRule:ListenerRule",
  "aws:ram/resourceShare:ResourceShare",
  "aws:s3/bucket:Bucket",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
];
/** Their names have room for a few characters only: the tag says the rest. */
const NAMED_BY_TAG = ["aws:lb/loadBalancer:LoadBalancer", "aws:lb/targetGroup:TargetGroup"];
const STATEFUL = ["aws:s3/bucket:Bucket", "aws:cloudwatch/logGroup:LogGroup"];

const EXPECTED_FINDINGS: Readonly<Record<string, string[]>> = Object.fromEntries(
  Object.entries(VARIANTS)
    .filter(([, make]) => make().frontDoor !== undefined)
    .map(([title]) => [title, ["cloudfront-waf orders-edge-distribution webAclId"]]),
);

describe.each(Object.entries(VARIANTS))("%s", (title, variant) => {
  let resources: readonly RecordedResource[];
  /** Without those of a front door, which has tests of its own. */
  let children: RecordedResource[];

  beforeAll(async () => {
    ({ resources } = await build(variant()));
    children = resources.filter(({ custom, parent }) => custom && parent !== "orders-edge");
  });

  test("its arguments are good", () => {
    expect(checkPrivateApiOrigin("orders", variant(), REGION)).toEqual([]);
  });

  test("every child belongs to the component and carries its name", () => {
    expect(children.length).toBeGreaterThan(0);
    expect(children.filter((child) => child.parent !== "orders" || !child.name.startsWith("orders-"))).toEqual([]);
  });

  test("every child that takes tags has them, and no other", () => {
    for (const { name, type, inputs } of children) {
      const expected = TAGGABLE.includes(type)
        ? tags
        : NAMED_BY_TAG.includes(type)
          ? { Name: "orders", ...tags }
          : undefined;
      expect([name, inputs.tags]).toEqual([name, expected]);
    }
  });

  test("nothing names a Region but the share of what is global", () => {
    for (const { name, type, inputs } of children) {
      expect([name, inputs.region]).toEqual([name, type.startsWith("aws:ram/") ? "us-east-1" : undefined]);
    }
  });

  test("what holds data is protected unless deletion protection is off", () => {
    const isProtected = variant().deletionProtection !== false;
    for (const { name, type, protect } of children) {
      expect([name, protect]).toEqual([name, isProtected && STATEFUL.includes(type)]);
    }
  });

  test("no rule opens anything to addresses, and nothing but the endpoint is let in by a policy", () => {
    const rules = children.filter(({ type }) => /SecurityGroup\w+Rule$/.test(type));
    expect(rules.filter(({ inputs }) => inputs.cidrIpv4 ?? inputs.cidrIpv6)).toEqual([]);
    for (const { name, inputs } of children.filter(({ type }) => /:(RestApiPolicy|DomainName)$/.test(type))) {
      const { Statement } = JSON.parse(String(inputs.policy));
      expect([name, Statement.map((statement: { Condition: unknown }) => statement.Condition)]).toEqual([
        name,
        [
          { StringEquals: { "aws:SourceVpce": "orders-endpoint-id" } },
          { StringNotEquals: { "aws:SourceVpce": "orders-endpoint-id" } },
        ],
      ]);
    }
  });

  test("a preview with unknown values shows the same children", async () => {
    const preview = await build(variant(), { preview: true });
    expect(tree(preview.resources)).toEqual(tree(resources));
  });

  test("two of them in one stack do not collide", async () => {
    const both = await recordStack(() => [
      new PrivateApiOrigin("one", variant()),
      new PrivateApiOrigin("two", variant()),
    ]);
    const names = both.resources.map(({ type, name }) => `${type} ${name}`);
    expect(names).toHaveLength(2 * resources.length);
    expect(new Set(names).size).toBe(names.length);
  });

  test("the policy pack finds nothing but what was asked for", () => {
    expect(judge(resources)).toEqual(EXPECTED_FINDINGS[title] ?? []);
  });
});
