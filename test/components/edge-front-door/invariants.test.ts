// What holds for every front door, whatever its arguments.

import { EdgeFrontDoor } from "../../../components";
import { judge } from "../judge";
import { type RecordedResource, recordStack, tree } from "../record-stack";
import { tags, VARIANTS } from "./variants";

/** Types of the provider that take tags, of those a front door creates. */
const TAGGABLE = [
  "aws:acm/certificate:Certificate",
  "aws:cloudfront/distribution:Distribution",
  "aws:cloudwatch/logDelivery:LogDelivery",
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
  "aws:cloudwatch/logDeliverySource:LogDeliverySource",
  "aws:cloudwatch/logGroup:LogGroup",
  "aws:kms/key:Key",
  "aws:s3/bucket:Bucket",
  "aws:wafv2/webAcl:WebAcl",
];
const EDGE_ONLY = /^aws:(acm|wafv2|cloudwatch)\//;
const STATEFUL = ["aws:s3/bucket:Bucket", "aws:kms/key:Key", "aws:cloudwatch/logGroup:LogGroup"];

const EXPECTED_FINDINGS: Readonly<Record<string, string[]>> = {
  "no firewall and no logs": ["cloudfront-waf site-distribution webAclId"],
};

describe.each(Object.entries(VARIANTS))("%s", (title, variant) => {
  let resources: readonly RecordedResource[];
  let children: RecordedResource[];

  beforeAll(async () => {
    ({ resources } = await recordStack(() => new EdgeFrontDoor("site", variant())));
    children = resources.filter((resource) => resource.custom);
  });

  test("every child belongs to the front door and carries its name", () => {
    expect(children.length).toBeGreaterThan(0);
    expect(children.filter((child) => child.parent !== "site" || !child.name.startsWith("site-"))).toEqual([]);
  });

  test("every child that takes tags has them, and no other", () => {
    for (const child of children) {
      expect([child.name, child.inputs.tags]).toEqual([child.name, TAGGABLE.includes(child.type) ? tags : undefined]);
    }
  });

  test("what CloudFront uses is in us-east-1, and nothing else names a Region", () => {
    // The policy of an adopted bucket is managed where the bucket is.
    const adopted = title.startsWith("an existing bucket") ? "eu-west-1" : undefined;
    for (const { name, type, inputs } of children) {
      const expected = EDGE_ONLY.test(type) ? "us-east-1" : type.startsWith("aws:s3/") ? adopted : undefined;
      expect([name, inputs.region]).toEqual([name, expected]);
    }
  });

  test("what holds data is protected unless deletion protection is off", () => {
    const isProtected = variant().deletionProtection !== false;
    for (const { name, type, protect } of resources) {
      expect([name, protect]).toEqual([name, isProtected && STATEFUL.includes(type)]);
    }
  });

  test("no physical name is fixed", () => {
    const named = children.filter(({ type }) => /^aws:(kms|cloudfront|wafv2)\/|:Log|:Bucket$/.test(type));
    expect(
      named.filter(({ type, inputs }) => (inputs.name ?? (type.endsWith(":Bucket") && inputs.bucket)) || false),
    ).toEqual([]);
  });

  test("a preview with unknown values shows the same children", async () => {
    const preview = await recordStack(() => new EdgeFrontDoor("site", variant()), { preview: true });
    expect(tree(preview.resources)).toEqual(tree(resources));
  });

  test("two of them in one stack do not collide", async () => {
    const both = await recordStack(() => [new EdgeFrontDoor("one", variant()), new EdgeFrontDoor("two", variant())]);
    const names = both.resources.map(({ type, name }) => `${type} ${name}`);
    expect(names).toHaveLength(2 * resources.length);
    expect(new Set(names).size).toBe(names.length);
  });

  test("the policy pack finds nothing but what was asked for", () => {
    expect(judge(resources)).toEqual(EXPECTED_FINDINGS[title] ?? []);
  });
});
