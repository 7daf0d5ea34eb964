// Inputs of the wrong kind, and texts that must not get into a message.

import { regionRules } from "../../../../policy/rules/region";
import { toPolicy } from "../../../../policy/sdk-policy";
import { unknownOf } from "../../../../policy/testing";
import { isResourcePolicy, isStackPolicy, judgeResource, judgeStack } from "../../kit/judge";

const secret = "hunter2-us-west-2";
const values: readonly unknown[] = [
  null,
  true,
  7,
  "",
  secret,
  "{",
  "[1",
  '{"Statement":7}',
  [],
  [null],
  [[]],
  {},
  { a: [{}] },
  [secret],
  { __proto__: null },
  ...Object.values(unknownOf),
];
const names = [
  "region",
  "regions",
  "tags",
  "tagsAll",
  "policy",
  "rules",
  "replicationConfiguration",
  "replicationConfigurations",
  "details",
  "s3BucketName",
  "s3Bucket",
  "logDestination",
  "extendedS3Configuration",
  "loggingConfig",
  "defaultCacheBehavior",
  "orderedCacheBehaviors",
  "cacheBehaviors",
  "endpointConfiguration",
  "certificateArn",
  "namespace",
  "metricQueries",
  "resourceArn",
  "scope",
  "multiRegion",
  "enabled",
  "availabilityZone",
  "accountAggregationSource",
];
const types = [
  "aws:sqs/queue:Queue",
  "aws:s3/bucket:Bucket",
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  "aws:kms/key:Key",
  "aws:cloudfront/distribution:Distribution",
  "aws:ec2/flowLog:FlowLog",
  "aws:iam/policy:Policy",
  "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
];
const policies = regionRules.map((rule) => toPolicy(rule));
const config = {
  "region-residency": {
    allowedRegions: ["eu-central-1"],
    tenants: { acme: ["eu-central-1"] },
    dataClasses: { a: ["eu-central-1"] },
    strictDataClasses: ["restricted"],
  },
  "region-edge-cache": { cloudfrontUnderResidency: "allow-no-cache", publicDataClasses: ["public"] },
  "region-grants": { allowedRegions: ["eu-central-1"] },
};

test.each(types)("no rule about Regions fails on %s, whatever is in it, and none repeats a text", (type) => {
  const said = new Set<string>();
  const failed = new Set<string>();
  for (const name of names)
    for (const value of values) {
      const nested = { region: "eu-central-1", [name]: { [name]: value, rules: value, bucket: value } };
      for (const props of [{ [name]: value }, nested])
        for (const policy of policies) {
          const settings = Reflect.get(config, policy.name) ?? {};
          const heard = [
            ...(isResourcePolicy(policy) ? [judgeResource(policy, { type, props }, settings)] : []),
            ...(isStackPolicy(policy) ? [judgeStack(policy, [{ type, props }], settings)] : []),
          ];
          for (const { violations, advisories } of heard) {
            for (const message of violations) said.add(message);
            for (const message of advisories) failed.add(message);
          }
        }
    }
  expect([...failed]).toEqual([]);
  expect([...said].filter((message) => message.includes("hunter2"))).toEqual([]);
});
