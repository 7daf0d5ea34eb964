// What holds for every tenanted front door, whatever its arguments.

import { TenantedFrontDoor } from "../../../../components";
import { judge } from "../../judge";
import { type RecordedResource, recordStack, tree } from "../../record-stack";
import { tags } from "../variants";
import { TENANTED_VARIANTS } from "./variants";

/** Types of the provider that take tags, of those a tenanted front door creates. */
const TAGGABLE = [
  "aws:acm/certificate:Certificate",
  "aws:cloudfront/connectionGroup:ConnectionGroup",
  "aws:cloudfront/distributionTenant:DistributionTenant",
  "aws:cloudfront/function:Function",
  "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
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
  "no firewall and no logs": ["cloudfront-waf stores-only-distribution webAclId"],
};

describe.each(Object.entries(TENANTED_VARIANTS))("%s", (title, variant) => {
  let resources: readonly RecordedResource[];
  let children: RecordedResource[];

  beforeAll(async () => {
    ({ resources } = await recordStack(() => new TenantedFrontDoor("stores", variant())));
    children = resources.filter((resource) => resource.custom);
  });

  test("every child belongs to the front door and carries its name, and no two have the same", () => {
    expect(children.length).toBeGreaterThan(0);
    expect(children.filter((child) => child.parent !== "stores" || !child.name.startsWith("stores-"))).toEqual([]);
    expect([...new Set(tree(resources))]).toEqual(tree(resources));
  });

  test("every child that takes tags has them, and no other", () => {
    for (const child of children) {
      expect([child.name, child.inputs.tags]).toEqual([child.name, TAGGABLE.includes(child.type) ? tags : undefined]);
    }
  });

  test("what CloudFront uses is in us-east-1, and nothing else names a Region", () => {
    for (const { name, type, inputs } of children) {
      // The policy of an adopted bucket is managed where the bucket is.
      const adopted = title.startsWith("a log group") && type.startsWith("aws:s3/") ? "eu-west-1" : undefined;
      expect([name, inputs.region]).toEqual([name, EDGE_ONLY.test(type) ? "us-east-1" : adopted]);
    }
  });

  test("what holds data is protected unless deletion protection is off, and nothing else is", () => {
    const isProtected = variant().deletionProtection !== false;
    for (const { name, type, protect } of resources) {
      expect([name, protect]).toEqual([name, isProtected && STATEFUL.includes(type)]);
    }
  });

  test("no physical name is fixed", () => {
    const named = children.filter(({ type }) => /^aws:(kms|cloudfront|wafv2)\/|:Log|:Bucket$/.test(type));
    expect(named.filter(({ inputs }) => inputs.name !== undefined)).toEqual([]);
    expect(named.filter(({ type, inputs }) => type.endsWith(":Bucket") && inputs.bucket !== undefined)).toEqual([]);
  });

  test("only tenants are deleted before they are replaced", () => {
    for (const { name, type, deleteBeforeReplace } of resources) {
      expect([name, deleteBeforeReplace]).toEqual([name, type.endsWith(":DistributionTenant")]);
    }
  });

  test("a preview with unknown values shows the same children", async () => {
    const preview = await recordStack(() => new TenantedFrontDoor("stores", variant()), { preview: true });
    expect(tree(preview.resources)).toEqual(tree(resources));
  });

  test("two of them in one stack do not collide", async () => {
    const both = await recordStack(() => [
      new TenantedFrontDoor("one", variant()),
      new TenantedFrontDoor("two", variant()),
    ]);
    const names = both.resources.map(({ type, name }) => `${type} ${name}`);
    expect(names).toHaveLength(2 * resources.length);
    expect(new Set(names).size).toBe(names.length);
  });

  test("the policy pack finds nothing but what was asked for", () => {
    expect(judge(resources)).toEqual(EXPECTED_FINDINGS[title] ?? []);
  });
});
