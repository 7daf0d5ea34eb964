// The bucket of the load balancer's access logs.

import { find } from "../record-stack";
import { build } from "./build";
import { argsWith, REGION, tags } from "./variants";

const NAME = "orders-load-balancer-log";
const BUCKET = `${NAME}-0123456`;
const BUCKET_ARN = `arn:aws:s3:::${BUCKET}`;

let made: Awaited<ReturnType<typeof build>>;

beforeAll(async () => {
  made = await build(argsWith());
});

test("belongs to nobody else, with keys of S3, as load balancers write with no others", () => {
  expect(made.inputsOf(NAME)).toEqual({ forceDestroy: false, tags });
  expect(made.inputsOf(`${NAME}-ownership`)).toEqual({
    bucket: BUCKET,
    rule: { objectOwnership: "BucketOwnerEnforced" },
  });
  expect(made.inputsOf(`${NAME}-public-access`)).toEqual({
    bucket: BUCKET,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  expect(made.inputsOf(`${NAME}-encryption`)).toEqual({
    bucket: BUCKET,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
});

test("is written by load balancers of this account and Region only, over TLS", () => {
  expect(made.policyOf(`${NAME}-policy`)).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AllowLoadBalancerLogs",
        Effect: "Allow",
        Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: `${BUCKET_ARN}/AWSLogs/123456789012/*`,
        Condition: {
          ArnLike: { "aws:SourceArn": `arn:aws:elasticloadbalancing:${REGION}:123456789012:loadbalancer/*` },
        },
      },
      {
        Sid: "DenyInsecureTransport",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [BUCKET_ARN, `${BUCKET_ARN}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
  });
});

test.each([undefined, 7])("keeps logs for the days that were asked for, 90 without: %s", async (retentionDays) => {
  const { inputsOf } = await build(argsWith({ retentionDays }));
  expect(inputsOf(`${NAME}-lifecycle`)).toEqual({
    bucket: BUCKET,
    rules: [
      {
        id: "expire-logs",
        status: "Enabled",
        filter: {},
        expiration: { days: retentionDays ?? 90 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
    ],
  });
});

test("goes with its logs only where nothing is protected, and then the load balancer goes, too", async () => {
  const { inputsOf, resources } = await build(argsWith({ deletionProtection: false }));
  expect(inputsOf(NAME)).toMatchObject({ forceDestroy: true });
  expect(inputsOf("orders-load-balancer")).toMatchObject({ enableDeletionProtection: false });
  expect(resources.filter(({ protect }) => protect)).toEqual([]);
  expect(find(made.resources, NAME).protect).toBe(true);
});
