// The key behind the buckets of a front door: who may do what with it.

import * as pulumi from "@pulumi/pulumi";
import {
  AccessLogDestination,
  BucketAccess,
  type EdgeFrontDoorArgs,
  EncryptionMode,
  existingKeyGroup,
  HttpVersion,
  httpOrigin,
  s3Origin,
} from "../../../components";
import { distributionArn } from "../aws-outputs";
import { find, follows, known } from "../record-stack";
import { build } from "./build";
import { existingBucket, keyArn, tags } from "./variants";

const primaryArn = distributionArn("site-distribution");
const stagingArn = distributionArn("site-staging-distribution");
const continuousDeployment = { phase: "prepare", weightPercent: 5 } as const;

const withKey = (args: Partial<EdgeFrontDoorArgs> = {}) =>
  build({ origin: s3Origin(), encryption: EncryptionMode.SseKms, httpVersion: HttpVersion.Http2, tags, ...args });

const ADMINISTRATION = {
  Sid: "AllowAccountAdministration",
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::123456789012:root" },
  Action: "kms:*",
  Resource: "*",
};

const LOG_DELIVERY = {
  Sid: "AllowLogDeliveryEncryption",
  Effect: "Allow",
  Principal: { Service: "delivery.logs.amazonaws.com" },
  Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
  Resource: "*",
  Condition: {
    StringEquals: { "aws:SourceAccount": "123456789012" },
    ArnLike: { "aws:SourceArn": "arn:aws:logs:us-east-1:123456789012:*" },
  },
};

const decrypt = (sourceArn: string | string[]) => ({
  Sid: "AllowCloudFrontDecrypt",
  Effect: "Allow",
  Principal: { Service: "cloudfront.amazonaws.com" },
  Action: "kms:Decrypt",
  Resource: "*",
  Condition: { StringEquals: { "AWS:SourceArn": sourceArn } },
});

const writable = () => ({
  name: "uploads",
  pathPattern: "/uploads/*",
  origin: s3Origin({ access: [BucketAccess.Write] }),
  trustedKeyGroups: [existingKeyGroup("group-1")],
});

test("rotates, waits a month before it is deleted, and is protected with the data it encrypts", async () => {
  const { inputsOf, resources } = await withKey();
  expect(inputsOf("site-key")).toEqual({
    description: "Encrypts the buckets of site",
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    tags,
  });
  expect(find(resources, "site-key").protect).toBe(true);
});

describe("its policy names", () => {
  const cases: [string, Partial<EdgeFrontDoorArgs>, object[]][] = [
    ["the distribution and the log delivery", {}, [ADMINISTRATION, decrypt(primaryArn), LOG_DELIVERY]],
    [
      "both distributions where one is in staging",
      { continuousDeployment },
      [ADMINISTRATION, decrypt([primaryArn, stagingArn]), LOG_DELIVERY],
    ],
    [
      "nobody but CloudFront where logs go elsewhere",
      { logging: { accessLogs: AccessLogDestination.LogGroup } },
      [ADMINISTRATION, decrypt(primaryArn)],
    ],
    [
      "nobody but log delivery where no bucket of the front door is read",
      { origin: httpOrigin({ domainName: "api.example.com" }) },
      [ADMINISTRATION, LOG_DELIVERY],
    ],
    [
      "nobody at all where nothing is encrypted with it",
      { origin: httpOrigin({ domainName: "api.example.com" }), logging: { accessLogs: AccessLogDestination.None } },
      [ADMINISTRATION],
    ],
    [
      "who encrypts, where viewers upload",
      { routes: [writable()] },
      [
        ADMINISTRATION,
        {
          ...decrypt(primaryArn),
          Sid: "AllowCloudFrontEncryptDecrypt",
          Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*"],
        },
        LOG_DELIVERY,
      ],
    ],
    [
      "who encrypts, where viewers upload by way of the staging distribution",
      { continuousDeployment: { ...continuousDeployment, routes: [writable()] } },
      [
        ADMINISTRATION,
        {
          ...decrypt([primaryArn, stagingArn]),
          Sid: "AllowCloudFrontEncryptDecrypt",
          Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*"],
        },
        LOG_DELIVERY,
      ],
    ],
    [
      "nobody who deletes only",
      { routes: [{ ...writable(), origin: s3Origin({ access: [BucketAccess.Delete] }) }] },
      [ADMINISTRATION, decrypt(primaryArn), LOG_DELIVERY],
    ],
  ];
  test.each(cases)("%s", async (_title, args, statements) => {
    const { policyOf } = await withKey(args);
    expect(policyOf("site-key-policy")).toEqual({ Version: "2012-10-17", Statement: statements });
  });
});

test("its policy comes after the distributions it names and before logs are delivered", async () => {
  const { resources } = await withKey({ continuousDeployment });
  expect(find(resources, "site-key-policy").dependencies).toEqual([
    "site-distribution",
    "site-key",
    "site-staging-distribution",
  ]);
  expect(follows(resources, "site-log-delivery", "site-key-policy")).toBe(true);
});

test("a key that exists is used for every new bucket, and its owner is told what to allow", async () => {
  const { site, inputsOf, resources } = await build({
    origin: s3Origin(),
    httpVersion: HttpVersion.Http2,
    encryptionKeyArn: pulumi.output(keyArn),
    continuousDeployment,
  });
  expect(resources.filter(({ type }) => type.startsWith("aws:kms/"))).toEqual([]);
  for (const bucket of ["site-bucket", "site-log-bucket"]) {
    expect(inputsOf(`${bucket}-encryption`).rules).toEqual([
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
        bucketKeyEnabled: true,
      },
    ]);
  }
  expect(await known(site.requiredGrants)).toEqual([
    { resourceArn: keyArn, statements: [decrypt([primaryArn, stagingArn]), LOG_DELIVERY] },
  ]);
});

test("nobody is told to open a key that nothing is encrypted with", async () => {
  const { site } = await build({
    origin: httpOrigin({ domainName: "api.example.com" }),
    encryptionKeyArn: keyArn,
    logging: { accessLogs: AccessLogDestination.None },
  });
  expect(await known(site.requiredGrants)).toEqual([]);
});

test("the key of a bucket that exists is its owner's", async () => {
  const { site, policyOf } = await withKey({
    origin: s3Origin({ existingBucket: { ...existingBucket, encryptionKeyArn: keyArn } }),
  });
  expect(policyOf("site-key-policy").Statement).toEqual([ADMINISTRATION, LOG_DELIVERY]);
  expect(await known(site.requiredGrants)).toEqual([{ resourceArn: keyArn, statements: [decrypt(primaryArn)] }]);
});

test("without SSE-KMS there is no key", async () => {
  const { site, resources } = await build({ origin: s3Origin(), encryption: EncryptionMode.SseS3 });
  expect(resources.filter(({ type }) => type.startsWith("aws:kms/"))).toEqual([]);
  expect(await known(site.requiredGrants)).toEqual([]);
});
