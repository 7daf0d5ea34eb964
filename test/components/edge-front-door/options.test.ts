// What each argument changes in what a front door creates.

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  CachePolicy,
  EdgeFrontDoor,
  EncryptionMode,
  httpOrigin,
  ManagedRuleGroup,
  OriginRequestPolicy,
  PriceClass,
  RuleAction,
  s3Origin,
  ViewerTlsPolicy,
} from "../../../components";
import { distributionArn } from "../aws-outputs";
import { find, known, recordStack } from "../record-stack";
import { build, variant } from "./build";
import { certificateArn, existingBucket, hostedZoneId, keyArn, webAclArn } from "./variants";

const arnOfDistribution = distributionArn("site-distribution");

describe("DNS elsewhere", () => {
  test("before the records exist, says which to create and serves on the distribution's own name", async () => {
    const { site, inputsOf } = await build(variant("DNS elsewhere, before the records exist"));
    expect(await known(site.validationRecords)).toEqual([
      { name: "_token.example.com.", type: "CNAME", value: "_proof.example.com.acm-validations.aws." },
    ]);
    expect(await known(site.url)).toBe("https://d111111abcdef8.cloudfront.net");
    expect(inputsOf("site-distribution").viewerCertificate).toEqual({ cloudfrontDefaultCertificate: true });
    expect(inputsOf("site-distribution").aliases).toBeUndefined();
    expect(inputsOf("site-certificate")).toMatchObject({ subjectAlternativeNames: ["*.example.com"] });
  });

  test("with the records, waits for the certificate and serves the domain", async () => {
    const { site, inputsOf } = await build(variant("DNS elsewhere, with the records"));
    expect(await known(site.url)).toBe("https://example.com");
    expect(inputsOf("site-distribution").aliases).toEqual(["example.com"]);
    expect(inputsOf("site-certificate-validation")).toEqual({
      region: "us-east-1",
      certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/site-certificate",
    });
  });
});

describe("encryption with a key of its own", () => {
  test("encrypts both buckets and lets exactly this distribution decrypt", async () => {
    const { inputsOf, policyOf } = await build({ origin: s3Origin(), encryption: EncryptionMode.SseKms });
    const key = "arn:aws:kms:eu-central-1:123456789012:key/site-key-id";
    expect(inputsOf("site-key")).toEqual({
      description: "Encrypts the buckets of site",
      enableKeyRotation: true,
      deletionWindowInDays: 30,
    });
    for (const bucket of ["site-bucket", "site-log-bucket"]) {
      expect(inputsOf(`${bucket}-encryption`).rules).toEqual([
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key },
          bucketKeyEnabled: true,
        },
      ]);
    }
    expect(inputsOf("site-key-policy").keyId).toBe("site-key-id");
    expect(policyOf("site-key-policy").Statement).toEqual([
      {
        Sid: "AllowAccountAdministration",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::123456789012:root" },
        Action: "kms:*",
        Resource: "*",
      },
      {
        Sid: "AllowCloudFrontDecrypt",
        Effect: "Allow",
        Principal: { Service: "cloudfront.amazonaws.com" },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: { StringEquals: { "AWS:SourceArn": arnOfDistribution } },
      },
      expect.objectContaining({ Sid: "AllowLogDeliveryEncryption" }),
    ]);
  });

  test("lets the distribution decrypt nothing when it reads no bucket", async () => {
    const { policyOf } = await build({
      origin: httpOrigin({ domainName: "api.example.com" }),
      encryption: EncryptionMode.SseKms,
    });
    const statements: { Sid: string }[] = policyOf("site-key-policy").Statement;
    expect(statements.map(({ Sid }) => Sid)).toEqual(["AllowAccountAdministration", "AllowLogDeliveryEncryption"]);
  });
});

describe("what is made elsewhere", () => {
  test("is used, and its owner is told what it must allow", async () => {
    const { site, inputsOf, resources } = await build(variant("everything made elsewhere"));
    expect(inputsOf("site-distribution")).toMatchObject({
      origins: [{ domainName: "handmade.s3.eu-west-1.amazonaws.com", originAccessControlId: "site-oac-id" }],
      viewerCertificate: { acmCertificateArn: certificateArn },
      webAclId: webAclArn,
    });
    expect(inputsOf("site-log-bucket-encryption")).toMatchObject({
      rules: [{ applyServerSideEncryptionByDefault: { kmsMasterKeyId: keyArn } }],
    });
    expect(resources.filter(({ type }) => type.startsWith("aws:kms/"))).toEqual([]);
    expect(await known(site.requiredGrants)).toMatchObject([
      { resourceArn: "arn:aws:s3:::handmade", statements: [{ Sid: "AllowCloudFrontRead" }, {}] },
      { resourceArn: keyArn, statements: [{ Sid: "AllowLogDeliveryEncryption" }] },
    ]);
  });

  test("keeps the statements its owner adds to the bucket policy, outputs included", async () => {
    const role = pulumi.output("arn:aws:iam::123456789012:role/deploy");
    const extraStatements = role.apply((AWS) => [
      { Effect: "Allow" as const, Principal: { AWS }, Action: "s3:PutObject", Resource: "arn:aws:s3:::handmade/*" },
    ]);
    const { inputsOf, policyOf } = await build({ origin: s3Origin({ existingBucket, extraStatements }) });
    expect(inputsOf("site-bucket-policy")).toMatchObject({ bucket: "handmade", region: "eu-west-1" });
    expect(policyOf("site-bucket-policy").Statement).toHaveLength(3);
    expect(policyOf("site-bucket-policy").Statement[2].Principal).toEqual({
      AWS: "arn:aws:iam::123456789012:role/deploy",
    });
  });
});

describe("routes", () => {
  test("send an API's requests uncached to its own host, over TLS 1.2", async () => {
    const { inputsOf } = await build(variant("everything at once"));
    const distribution = inputsOf("site-distribution");
    expect(distribution.origins).toEqual([
      expect.objectContaining({ originId: "default", originPath: "/current" }),
      {
        originId: "route-api",
        domainName: "api.example.com",
        originPath: "/prod",
        customOriginConfig: {
          httpPort: 80,
          httpsPort: 443,
          originProtocolPolicy: "https-only",
          originSslProtocols: ["TLSv1.2"],
          originReadTimeout: 30,
        },
      },
      expect.objectContaining({ originId: "route-media", originAccessControlId: "site-route-media-oac-id" }),
    ]);
    expect(distribution.orderedCacheBehaviors).toEqual([
      {
        pathPattern: "/api/*",
        targetOriginId: "route-api",
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
        cachedMethods: ["GET", "HEAD"],
        compress: true,
        cachePolicyId: CachePolicy.CachingDisabled,
        originRequestPolicyId: OriginRequestPolicy.AllViewerExceptHostHeader,
        responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03",
      },
      expect.objectContaining({ pathPattern: "/media/*", cachePolicyId: CachePolicy.CachingOptimized }),
    ]);
  });

  test("bind an origin once that serves several of them, the default included", async () => {
    const shared = httpOrigin({ domainName: "api.example.com", customHeaders: { "x-origin-secret": "s3cr3t" } });
    const { inputsOf } = await build({
      origin: s3Origin(),
      routes: [
        { name: "api", pathPattern: "/api/*", origin: shared },
        { name: "auth", pathPattern: "/auth/*", origin: shared, cachePolicyId: CachePolicy.CachingOptimized },
      ],
    });
    const { origins, orderedCacheBehaviors } = inputsOf("site-distribution");
    expect(origins).toEqual([
      expect.objectContaining({ originId: "default" }),
      expect.objectContaining({
        originId: "route-api",
        customHeaders: [{ name: "x-origin-secret", value: "s3cr3t" }],
      }),
    ]);
    expect(orderedCacheBehaviors).toEqual([
      expect.objectContaining({ targetOriginId: "route-api", cachePolicyId: CachePolicy.CachingDisabled }),
      expect.objectContaining({ targetOriginId: "route-api", cachePolicyId: CachePolicy.CachingOptimized }),
    ]);
  });
});

test("every setting of the front door itself reaches AWS", async () => {
  const { inputsOf } = await build({
    origin: s3Origin({ noncurrentVersionRetentionDays: 3 }),
    domain: { name: "example.com", hostedZoneId },
    minimumProtocolVersion: ViewerTlsPolicy.Tls13_2025,
    priceClass: PriceClass.Class100,
    responseHeadersPolicyId: "own-policy",
    logging: { retentionDays: 30 },
    firewall: { ruleOverrides: { [ManagedRuleGroup.Core]: { SizeRestrictions_BODY: RuleAction.Count } } },
    deletionProtection: false,
  });
  expect(inputsOf("site-distribution")).toMatchObject({
    viewerCertificate: { minimumProtocolVersion: "TLSv1.3_2025" },
    priceClass: "PriceClass_100",
    defaultCacheBehavior: { responseHeadersPolicyId: "own-policy" },
  });
  expect(inputsOf("site-bucket")).toEqual({ forceDestroy: true });
  expect(inputsOf("site-bucket-lifecycle")).toMatchObject({
    rules: [{ noncurrentVersionExpiration: { noncurrentDays: 3 } }],
  });
  expect(inputsOf("site-web-acl-log").retentionInDays).toBe(30);
  expect(inputsOf("site-log-bucket-lifecycle")).toMatchObject({ rules: [{ expiration: { days: 30 } }] });
  expect(inputsOf("site-web-acl")).toMatchObject({
    rules: [
      {},
      {
        statement: {
          managedRuleGroupStatement: {
            ruleActionOverrides: [{ name: "SizeRestrictions_BODY", actionToUse: { count: {} } }],
          },
        },
      },
      {},
    ],
  });
});

test("an aws.s3.Bucket of the same program fits as it is", async () => {
  const { resources } = await recordStack(() => {
    const existing = new aws.s3.Bucket("mine");
    return new EdgeFrontDoor("site", { origin: s3Origin({ existingBucket: existing }) });
  });
  expect(find(resources, "site-bucket-policy").inputs).toMatchObject({
    bucket: "mine-0123456",
    region: "eu-central-1",
  });
  expect(find(resources, "site-distribution").inputs.origins).toMatchObject([
    { domainName: "mine-0123456.s3.eu-central-1.amazonaws.com" },
  ]);
});

test("a secret header stays secret in the distribution's inputs", async () => {
  const { resources } = await recordStack(() => {
    const origin = httpOrigin({ domainName: "api.example.com", customHeaders: { "x-key": pulumi.secret("s3cr3t") } });
    return new EdgeFrontDoor("site", { origin });
  });
  expect(find(resources, "site-distribution").secrets).toEqual(["origins"]);
  expect(find(resources, "site").secrets).toEqual(["origin"]);
});
