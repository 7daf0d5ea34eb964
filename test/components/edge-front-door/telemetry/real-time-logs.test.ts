import * as pulumi from "@pulumi/pulumi";
import { httpOrigin, type RealTimeLogArgs, s3Origin } from "../../../../components";
import {
  DEFAULT_REAL_TIME_LOG_FIELDS,
  REAL_TIME_LOG_FIELDS,
} from "../../../../components/edge-front-door/telemetry/real-time-log-fields";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { find, follows } from "../../record-stack";
import { build } from "../build";
import { tags } from "../variants";

const streamArn = "arn:aws:kinesis:eu-central-1:123456789012:stream/site-real-time-log-stream-0123456";

function withRealTime(realTime: RealTimeLogArgs, deletionProtection?: boolean) {
  return build({
    origin: s3Origin(),
    routes: [{ name: "api", pathPattern: "/api/*", origin: httpOrigin({ domainName: "api.example.com" }) }],
    logging: { realTime },
    deletionProtection,
    tags,
  });
}

test("flow into a stream on demand, encrypted, in the stack's Region", async () => {
  const { inputsOf, resources } = await withRealTime({});
  expect(inputsOf("site-real-time-log-stream")).toEqual({
    streamModeDetails: { streamMode: "ON_DEMAND" },
    encryptionType: "KMS",
    kmsKeyId: "alias/aws/kinesis",
    retentionPeriod: 24,
    tags,
  });
  expect(find(resources, "site-real-time-log-stream").protect).toBe(true);
  const unprotected = await withRealTime({}, false);
  expect(find(unprotected.resources, "site-real-time-log-stream").protect).toBe(false);
});

test("tell when, what, how it ended and how long it took, and nothing of the viewer but the country", async () => {
  const { inputsOf } = await withRealTime({});
  expect(inputsOf("site-real-time-log")).toEqual({
    endpoint: {
      streamType: "Kinesis",
      kinesisStreamConfig: {
        roleArn: "arn:aws:iam::123456789012:role/site-real-time-log-role-0123456",
        streamArn,
      },
    },
    fields: [
      "timestamp",
      "time-to-first-byte",
      "sc-status",
      "sc-bytes",
      "cs-method",
      "cs-protocol",
      "cs-host",
      "cs-uri-stem",
      "x-edge-location",
      "x-edge-request-id",
      "time-taken",
      "x-edge-result-type",
      "x-edge-detailed-result-type",
      "c-country",
      "cache-behavior-path-pattern",
      "origin-fbl",
      "origin-lbl",
    ],
    samplingRate: 100,
  });
});

test("are CloudFront's to write and nobody else's, before CloudFront tries", async () => {
  const { inputsOf, policyOf, resources } = await withRealTime({});
  expect(inputsOf("site-real-time-log-role")).toEqual({ assumeRolePolicy: expect.any(String), tags });
  expect(JSON.parse(String(inputsOf("site-real-time-log-role").assumeRolePolicy)).Statement).toEqual([
    { Effect: "Allow", Principal: { Service: "cloudfront.amazonaws.com" }, Action: "sts:AssumeRole" },
  ]);
  expect(inputsOf("site-real-time-log-writing").role).toBe("site-real-time-log-role-id");
  expect(policyOf("site-real-time-log-writing").Statement).toEqual([
    {
      Effect: "Allow",
      Action: ["kinesis:DescribeStreamSummary", "kinesis:DescribeStream", "kinesis:PutRecord", "kinesis:PutRecords"],
      Resource: streamArn,
    },
  ]);
  expect(follows(resources, "site-real-time-log", "site-real-time-log-writing")).toBe(true);
});

test("are taken of every behavior", async () => {
  const { inputsOf } = await withRealTime({});
  const realtimeLogConfigArn = "arn:aws:cloudfront::123456789012:realtime-log-config/site-real-time-log-0123456";
  expect(inputsOf("site-distribution")).toMatchObject({
    defaultCacheBehavior: { realtimeLogConfigArn },
    orderedCacheBehaviors: [{ realtimeLogConfigArn }],
  });
});

test("flow into a stream that exists, with the fields asked for, in CloudFront's order and each once", async () => {
  const existing = "arn:aws:kinesis:eu-west-1:123456789012:stream/handmade";
  const { inputsOf, policyOf, resources } = await withRealTime({
    existingStreamArn: pulumi.output(existing),
    samplingPercent: 5,
    fields: ["sc-status", "c-ip", "timestamp", "c-ip"],
  });
  expect(resources.filter(({ type }) => type.startsWith("aws:kinesis/"))).toEqual([]);
  expect(inputsOf("site-real-time-log")).toMatchObject({
    endpoint: { kinesisStreamConfig: { streamArn: existing } },
    fields: ["timestamp", "c-ip", "sc-status"],
    samplingRate: 5,
  });
  expect(policyOf("site-real-time-log-writing").Statement[0].Resource).toBe(existing);
});

test("are not there unless asked for", async () => {
  const { inputsOf, resources } = await build({ origin: s3Origin() });
  expect(resources.filter(({ type }) => /^aws:(kinesis|iam)\//.test(type))).toEqual([]);
  expect(inputsOf("site-distribution").defaultCacheBehavior).not.toHaveProperty("realtimeLogConfigArn");
});

test("have fields with distinct names, of which the default ones are some, in order", () => {
  expect(new Set(REAL_TIME_LOG_FIELDS).size).toBe(REAL_TIME_LOG_FIELDS.length);
  expect(REAL_TIME_LOG_FIELDS.filter((field) => DEFAULT_REAL_TIME_LOG_FIELDS.includes(field))).toEqual(
    DEFAULT_REAL_TIME_LOG_FIELDS,
  );
  for (const personal of ["c-ip", "cs-cookie", "cs-uri-query", "x-forwarded-for", "cs-headers", "cs-user-agent"]) {
    expect(DEFAULT_REAL_TIME_LOG_FIELDS).not.toContain(personal);
  }
});

test.each<[string, RealTimeLogArgs, string[]]>([
  ["no share", { samplingPercent: 0 }, ["samplingPercent"]],
  ["more than all", { samplingPercent: 101 }, ["samplingPercent"]],
  ["a part of a percent", { samplingPercent: 0.5 }, ["samplingPercent"]],
  ["no fields", { fields: [] }, ["fields"]],
  ["fields that are none", { fields: ["timestamp", "c_ip", "status"] }, ["fields", "fields"]],
  [
    "a delivery stream",
    { existingStreamArn: "arn:aws:firehose:eu-west-1:123456789012:deliverystream/a" },
    ["existingStreamArn"],
  ],
])("are refused with %s", (_title, realTime, paths) => {
  const problems = checkEdgeFrontDoor("site", { origin: s3Origin(), logging: { realTime } });
  expect(problems.map(({ path }) => path)).toEqual(paths.map((path) => `logging.realTime.${path}`));
});
