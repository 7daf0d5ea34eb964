// What holds for every front door, whatever its arguments.

import * as pulumi from "@pulumi/pulumi";
import { EdgeFrontDoor } from "../../../components";
import { judge } from "../judge";
import { takes } from "../provider-arguments";
import { type RecordedResource, recordStack, tree } from "../record-stack";
import { tags, VARIANTS } from "./variants";

/** CloudFront refuses tags on functions at the edge. */
const UNTAGGED = ["aws:lambda/function:Function"];
const EDGE_ONLY = [
  "aws:acm/certificate:Certificate",
  "aws:acm/certificateValidation:CertificateValidation",
  "aws:cloudwatch/logDelivery:LogDelivery",
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
  "aws:cloudwatch/logDeliverySource:LogDeliverySource",
  "aws:cloudwatch/logGroup:LogGroup",
  "aws:cloudwatch/metricAlarm:MetricAlarm",
  "aws:lambda/function:Function",
  "aws:wafv2/ipSet:IpSet",
  "aws:wafv2/webAcl:WebAcl",
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
];
const STATEFUL = [
  "aws:cloudwatch/logGroup:LogGroup",
  "aws:kinesis/stream:Stream",
  "aws:kms/key:Key",
  "aws:s3/bucket:Bucket",
];

/** What is managed where somebody else's resource is. */
const ELSEWHERE: Readonly<Record<string, Record<string, string>>> = {
  "an existing bucket, a log group, no protection": { "site-bucket-policy": "eu-west-1" },
  "servers that check signatures": {
    "site-route-alias-invoke-function-distribution": "eu-west-1",
    "site-route-alias-invoke-url-distribution": "eu-west-1",
  },
};

/** What the policy pack says of features that it is right to speak up about. */
const EXPECTED_FINDINGS: Readonly<Record<string, string[]>> = {
  "no firewall and no logs": ["cloudfront-waf site-distribution webAclId"],
  "servers that check signatures": ["cloudfront-oac-signs-always site-route-function-oac signingBehavior"],
  "private servers": [
    "cloudfront-origin-https site-route-listed-vpc-origin vpcOriginEndpointConfig.originProtocolPolicy",
  ],
  "buckets on their way from an identity": [
    "cloudfront-s3-origin-oac site-distribution origins[0].s3OriginConfig.originAccessIdentity",
    "cloudfront-s3-origin-oac site-distribution origins[0].originAccessControlId",
    "cloudfront-s3-origin-oac site-distribution origins[1].s3OriginConfig.originAccessIdentity",
    "cloudfront-s3-origin-oac site-distribution origins[1].originAccessControlId",
    "cloudfront-no-oai site-oai (resource)",
    "cloudfront-no-oai site-route-both-oai (resource)",
    "s3-no-oai-principal site-bucket-policy policy.Statement[0]",
    "s3-no-oai-principal site-route-both-bucket-policy policy.Statement[1]",
    "s3-no-oai-principal site-route-switch-bucket-policy policy.Statement[1]",
  ],
};

beforeAll(() => {
  // Legacy logs are warned of: telemetry/legacy-logs.test.ts looks at that.
  jest.spyOn(pulumi.log, "warn").mockResolvedValue();
});

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
    for (const { name, type, inputs } of children) {
      const isTagged = takes(type, "tags") && !UNTAGGED.includes(type);
      expect([name, inputs.tags]).toEqual([name, isTagged ? tags : undefined]);
    }
  });

  test("what CloudFront uses is in us-east-1, and nothing else names a Region", () => {
    for (const { name, type, inputs } of children) {
      const expected = EDGE_ONLY.includes(type) ? "us-east-1" : ELSEWHERE[title]?.[name];
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
    for (const { name, type, inputs } of children.filter(({ type }) => type !== "aws:route53/record:Record")) {
      const own = type === "aws:s3/bucket:Bucket" ? inputs.bucket : undefined;
      expect([name, inputs.name, own]).toEqual([name, undefined, undefined]);
    }
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
