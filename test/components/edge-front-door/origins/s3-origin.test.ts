// Buckets that a front door makes: who may do what in them, with which key. Their other settings are in ../defaults.test.ts.

import { AllowedMethods, BucketAccess, EncryptionMode, type S3OriginOptions, s3Origin } from "../../../../components";
import { distributionArn } from "../../aws-outputs";
import { known } from "../../record-stack";
import { pathsOf, serve } from "./serve";

const arn = "arn:aws:s3:::site-bucket-0123456";
const onlyThis = { StringEquals: { "AWS:SourceArn": distributionArn("site-distribution") } };
const cloudFront = { Service: "cloudfront.amazonaws.com" };

const objects = (Sid: string, Action: string | string[]) => ({
  Sid,
  Effect: "Allow",
  Principal: cloudFront,
  Condition: onlyThis,
  Action,
  Resource: `${arn}/*`,
});
const list = {
  Sid: "AllowCloudFrontList",
  Effect: "Allow",
  Principal: cloudFront,
  Condition: onlyThis,
  Action: "s3:ListBucket",
  Resource: arn,
};
const tlsOnly = {
  Sid: "DenyInsecureTransport",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [arn, `${arn}/*`],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};

const BUCKET = [
  "bucket",
  "bucket-encryption",
  "bucket-lifecycle",
  "bucket-ownership",
  "bucket-policy",
  "bucket-public-access",
  "bucket-versioning",
  "oac",
];

describe("with S3's own keys", () => {
  test("a bucket, its settings, its policy and an access control are all there is", async () => {
    const { children, origins, inputsOf, site } = await serve(() => s3Origin());
    expect(children).toEqual(BUCKET);
    expect(origins).toEqual([
      {
        originId: "default",
        domainName: "site-bucket-0123456.s3.eu-central-1.amazonaws.com",
        originAccessControlId: "site-oac-id",
      },
    ]);
    expect(inputsOf("site-bucket-encryption").rules).toEqual([
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
    ]);
    expect(await known(site.bucketName)).toBe("site-bucket-0123456");
    expect(await known(site.requiredGrants)).toEqual([]);
  });
});

describe("with a key of its own", () => {
  const keyStatement = (Sid: string, Action: string | string[]) => ({
    Sid,
    Effect: "Allow",
    Principal: cloudFront,
    Action,
    Resource: "*",
    Condition: onlyThis,
  });
  const administration = {
    Sid: "AllowAccountAdministration",
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::123456789012:root" },
    Action: "kms:*",
    Resource: "*",
  };

  test.each([
    ["reads", [], keyStatement("AllowCloudFrontDecrypt", "kms:Decrypt")],
    ["reads and lists", [BucketAccess.List], keyStatement("AllowCloudFrontDecrypt", "kms:Decrypt")],
    ["deletes", [BucketAccess.Delete], keyStatement("AllowCloudFrontDecrypt", "kms:Decrypt")],
    [
      "writes",
      [BucketAccess.Write],
      keyStatement("AllowCloudFrontEncryptDecrypt", ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*"]),
    ],
  ])("a distribution that %s may do no more with it", async (_title, access, statement) => {
    const { policyOf, inputsOf, children, site } = await serve(() => s3Origin({ access }), {
      encryption: EncryptionMode.SseKms,
    });
    expect(children).toEqual([...BUCKET, "key", "key-policy"].sort());
    expect(inputsOf("site-bucket-encryption").rules).toEqual([
      {
        applyServerSideEncryptionByDefault: {
          sseAlgorithm: "aws:kms",
          kmsMasterKeyId: "arn:aws:kms:eu-central-1:123456789012:key/site-key-id",
        },
        bucketKeyEnabled: true,
      },
    ]);
    expect(policyOf("site-key-policy")).toEqual({ Version: "2012-10-17", Statement: [administration, statement] });
    expect(await known(site.requiredGrants)).toEqual([]);
  });
});

describe("access", () => {
  const cases: [string, BucketAccess[], object[], AllowedMethods][] = [
    ["nothing but reading", [], [objects("AllowCloudFrontRead", "s3:GetObject")], AllowedMethods.ReadAndOptions],
    [
      "listing",
      [BucketAccess.List],
      [objects("AllowCloudFrontRead", "s3:GetObject"), list],
      AllowedMethods.ReadAndOptions,
    ],
    [
      "uploading",
      [BucketAccess.Write],
      [objects("AllowCloudFrontReadWrite", ["s3:GetObject", "s3:PutObject"])],
      AllowedMethods.All,
    ],
    [
      "deleting",
      [BucketAccess.Delete],
      [objects("AllowCloudFrontReadWrite", ["s3:GetObject", "s3:DeleteObject"])],
      AllowedMethods.All,
    ],
    [
      "everything, in whatever order it is asked for",
      [BucketAccess.Delete, BucketAccess.Write, BucketAccess.List],
      [objects("AllowCloudFrontReadWrite", ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]), list],
      AllowedMethods.All,
    ],
  ];
  test.each(cases)("%s", async (_title, access, statements, methods) => {
    const { policyOf, distribution } = await serve(() => s3Origin({ access }));
    expect(policyOf("site-bucket-policy")).toEqual({ Version: "2012-10-17", Statement: [...statements, tlsOnly] });
    expect(distribution.defaultCacheBehavior).toMatchObject({ allowedMethods: methods.split(", ") });
  });

  test("a route may allow fewer methods than the bucket takes", async () => {
    const { distribution } = await serve(() => s3Origin({ access: [BucketAccess.Write] }), {
      behavior: { allowedMethods: AllowedMethods.Read },
    });
    expect(distribution.defaultCacheBehavior).toMatchObject({ allowedMethods: ["GET", "HEAD"] });
  });
});

test("each of several buckets has its own access control and is open to the distribution alone", async () => {
  const { origins, policyOf, children, site } = await serve(() => s3Origin(), {
    routes: [
      { name: "media", pathPattern: "/media/*", origin: s3Origin({ access: [BucketAccess.List] }) },
      { name: "docs", pathPattern: "/docs/*", origin: s3Origin() },
    ],
  });
  expect(origins).toEqual(
    [
      ["default", "site"],
      ["route-media", "site-route-media"],
      ["route-docs", "site-route-docs"],
    ].map(([originId, prefix]) => ({
      originId,
      domainName: `${prefix}-bucket-0123456.s3.eu-central-1.amazonaws.com`,
      originAccessControlId: `${prefix}-oac-id`,
    })),
  );
  expect(children).toHaveLength(3 * BUCKET.length);
  const sids = (name: string) => policyOf(name).Statement.map(({ Sid }: { Sid: string }) => Sid);
  expect(sids("site-route-media-bucket-policy")).toEqual([
    "AllowCloudFrontRead",
    "AllowCloudFrontList",
    "DenyInsecureTransport",
  ]);
  expect(sids("site-route-docs-bucket-policy")).toEqual(["AllowCloudFrontRead", "DenyInsecureTransport"]);
  expect(await known(site.bucketName)).toBe("site-bucket-0123456");
  expect(await known(site.routeBucketNames)).toEqual({
    media: "site-route-media-bucket-0123456",
    docs: "site-route-docs-bucket-0123456",
  });
});

test("how CloudFront connects is said as for servers", async () => {
  const options: S3OriginOptions = {
    originPath: "/current",
    customHeaders: { "x-env": "prod" },
    connectionAttempts: 1,
    connectionTimeoutSeconds: 2,
    responseCompletionTimeoutSeconds: 30,
    originShieldRegion: "eu-central-1",
  };
  const { origins } = await serve(() => s3Origin(options));
  expect(origins).toEqual([
    {
      originId: "default",
      domainName: "site-bucket-0123456.s3.eu-central-1.amazonaws.com",
      originAccessControlId: "site-oac-id",
      originPath: "/current",
      customHeaders: [{ name: "x-env", value: "prod" }],
      connectionAttempts: 1,
      connectionTimeout: 2,
      responseCompletionTimeout: 30,
      originShield: { enabled: true, originShieldRegion: "eu-central-1" },
    },
  ]);
});

describe("is refused", () => {
  const cases: [string, object, string[]][] = [
    ["with access that is none", { access: ["read", BucketAccess.List] }, ["access[0]"]],
    ["with access that is no list", { access: "write" }, ["access"]],
    ["with retention that is none", { noncurrentVersionRetentionDays: 1.5 }, ["noncurrentVersionRetentionDays"]],
    ["with a phase that is none", { originAccessPhase: "both" }, ["originAccessPhase"]],
    // CloudFront waits for S3 as long as for servers that say nothing else: 30 seconds.
    [
      "with an answer that ends before it begins",
      { responseCompletionTimeoutSeconds: 29 },
      ["responseCompletionTimeoutSeconds"],
    ],
  ];
  test.each(cases)("%s", (_title, options, paths) => {
    expect(pathsOf(s3Origin(options))).toEqual(paths.map((path) => `origin.${path}`));
  });
});
