// Exact inputs of what a front door creates, with every computed value known.

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  CachePolicy,
  EdgeFrontDoor,
  type EdgeFrontDoorArgs,
  EncryptionMode,
  httpOrigin,
  OriginRequestPolicy,
  PriceClass,
  s3Origin,
  ViewerTlsPolicy,
} from "../../../components";
import { distributionArn } from "../aws-outputs";
import { find, known, recordStack } from "../record-stack";
import { certificateArn, existingBucket, hostedZoneId, keyArn, VARIANTS, webAclArn } from "./variants";

async function build(args: EdgeFrontDoorArgs) {
  const { resources, outputs } = await recordStack(() => new EdgeFrontDoor("site", args));
  return {
    site: outputs,
    resources,
    inputsOf: (name: string) => find(resources, name).inputs,
    policyOf: (name: string) => JSON.parse(String(find(resources, name).inputs.policy)),
  };
}

function variant(title: keyof typeof VARIANTS): EdgeFrontDoorArgs {
  const make = VARIANTS[title];
  if (make === undefined) {
    throw new Error(`no variant is called ${title}`);
  }
  return make();
}

const arnOfDistribution = distributionArn("site-distribution");

describe("a website with a domain, and no further argument", () => {
  let front: Awaited<ReturnType<typeof build>>;

  beforeAll(async () => {
    front = await build({ origin: s3Origin(), domain: { name: "www.example.com", hostedZoneId } });
  });

  test("has a private, versioned, encrypted bucket", () => {
    const bucket = "site-bucket-0123456";
    expect(front.inputsOf("site-bucket")).toEqual({ forceDestroy: false });
    expect(front.inputsOf("site-bucket-ownership")).toEqual({
      bucket,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    expect(front.inputsOf("site-bucket-public-access")).toEqual({
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    expect(front.inputsOf("site-bucket-encryption")).toEqual({
      bucket,
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
    expect(front.inputsOf("site-bucket-versioning")).toEqual({
      bucket,
      versioningConfiguration: { status: "Enabled" },
    });
    expect(front.inputsOf("site-bucket-lifecycle")).toEqual({
      bucket,
      rules: [
        {
          id: "expire-old-versions",
          status: "Enabled",
          filter: {},
          noncurrentVersionExpiration: { noncurrentDays: 90 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        },
      ],
    });
  });

  test("opens the bucket to exactly this distribution, over TLS", () => {
    expect(front.policyOf("site-bucket-policy")).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AllowCloudFrontRead",
          Effect: "Allow",
          Principal: { Service: "cloudfront.amazonaws.com" },
          Action: "s3:GetObject",
          Resource: "arn:aws:s3:::site-bucket-0123456/*",
          Condition: { StringEquals: { "AWS:SourceArn": arnOfDistribution } },
        },
        {
          Sid: "DenyInsecureTransport",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: ["arn:aws:s3:::site-bucket-0123456", "arn:aws:s3:::site-bucket-0123456/*"],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  test("signs every request to it", () => {
    expect(front.inputsOf("site-oac")).toEqual({
      description: "Signs requests of site to its bucket",
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    });
  });

  test("serves it with HTTP/3, IPv6, compression, security headers and a current TLS policy", () => {
    expect(front.inputsOf("site-distribution")).toEqual({
      aliases: ["www.example.com"],
      comment: "site",
      defaultCacheBehavior: {
        allowedMethods: ["GET", "HEAD", "OPTIONS"],
        cachedMethods: ["GET", "HEAD"],
        cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
        compress: true,
        responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03",
        targetOriginId: "default",
        viewerProtocolPolicy: "redirect-to-https",
      },
      defaultRootObject: "index.html",
      enabled: true,
      httpVersion: "http2and3",
      isIpv6Enabled: true,
      orderedCacheBehaviors: [],
      origins: [
        {
          domainName: "site-bucket-0123456.s3.eu-central-1.amazonaws.com",
          originAccessControlId: "site-oac-id",
          originId: "default",
        },
      ],
      priceClass: "PriceClass_All",
      restrictions: { geoRestriction: { restrictionType: "none" } },
      viewerCertificate: {
        acmCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/site-certificate",
        minimumProtocolVersion: "TLSv1.2_2025",
        sslSupportMethod: "sni-only",
      },
      webAclId: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/site-web-acl/0",
    });
  });

  test("gets its certificate from us-east-1 and proves the domain by DNS", () => {
    expect(front.inputsOf("site-certificate")).toEqual({
      region: "us-east-1",
      domainName: "www.example.com",
      validationMethod: "DNS",
    });
    expect(front.inputsOf("site-validation-www.example.com")).toEqual({
      zoneId: hostedZoneId,
      name: "_token.www.example.com.",
      type: "CNAME",
      records: ["_proof.www.example.com.acm-validations.aws."],
      ttl: 300,
      allowOverwrite: true,
    });
    expect(front.inputsOf("site-certificate-validation")).toEqual({
      region: "us-east-1",
      certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/site-certificate",
      validationRecordFqdns: ["_token.www.example.com."],
    });
  });

  test.each(["A", "AAAA"])("points an %s record at the distribution and overwrites nobody's", (type) => {
    expect(front.inputsOf(`site-${type.toLowerCase()}-www.example.com`)).toEqual({
      zoneId: hostedZoneId,
      name: "www.example.com",
      type,
      aliases: [{ name: "d111111abcdef8.cloudfront.net", zoneId: "Z2FDTNDATAQYW2", evaluateTargetHealth: false }],
    });
  });

  test("has the recommended rule groups in front, in order", () => {
    const rule = (name: string, priority: number) => ({
      name,
      priority,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
      visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: name },
    });
    expect(front.inputsOf("site-web-acl")).toEqual({
      region: "us-east-1",
      scope: "CLOUDFRONT",
      description: "Firewall of site",
      defaultAction: { allow: {} },
      rules: [
        rule("AWSManagedRulesAmazonIpReputationList", 100),
        rule("AWSManagedRulesCommonRuleSet", 200),
        rule("AWSManagedRulesKnownBadInputsRuleSet", 210),
      ],
      visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "site" },
    });
  });

  test("logs what the firewall saw without credentials and queries", () => {
    expect(front.inputsOf("site-web-acl-log")).toEqual({
      region: "us-east-1",
      namePrefix: "aws-waf-logs-site-",
      retentionInDays: 90,
    });
    expect(front.inputsOf("site-web-acl-logging")).toEqual({
      region: "us-east-1",
      resourceArn: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/site-web-acl/0",
      logDestinationConfigs: ["arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-site-0123456"],
      redactedFields: [
        { singleHeader: { name: "authorization" } },
        { singleHeader: { name: "cookie" } },
        { queryString: {} },
      ],
    });
  });

  test("delivers access logs to a private bucket that only this delivery can write", () => {
    expect(front.inputsOf("site-log-source")).toEqual({
      region: "us-east-1",
      logType: "ACCESS_LOGS",
      resourceArn: arnOfDistribution,
    });
    expect(front.inputsOf("site-log-destination")).toEqual({
      region: "us-east-1",
      outputFormat: "json",
      deliveryDestinationConfiguration: { destinationResourceArn: "arn:aws:s3:::site-log-bucket-0123456" },
    });
    expect(front.inputsOf("site-log-delivery")).toEqual({
      region: "us-east-1",
      deliverySourceName: "site-log-source-0123456",
      deliveryDestinationArn: "arn:aws:logs:us-east-1:123456789012:delivery-destination:site-log-destination-0123456",
    });
    expect(front.policyOf("site-log-bucket-policy").Statement).toEqual([
      {
        Sid: "AllowLogDelivery",
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::site-log-bucket-0123456/*",
        Condition: {
          StringEquals: { "aws:SourceAccount": "123456789012", "s3:x-amz-acl": "bucket-owner-full-control" },
          ArnLike: {
            "aws:SourceArn": "arn:aws:logs:us-east-1:123456789012:delivery-source:site-log-source-0123456",
          },
        },
      },
      expect.objectContaining({ Sid: "DenyInsecureTransport" }),
    ]);
    expect(front.inputsOf("site-log-bucket-lifecycle").rules).toEqual([
      {
        id: "expire-logs",
        status: "Enabled",
        filter: {},
        expiration: { days: 90 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
    ]);
  });

  test("says where it is and what to upload to, and asks for nothing by hand", async () => {
    const { site } = front;
    expect(await known(site.url)).toBe("https://www.example.com");
    expect(await known(site.distributionId)).toBe("site-distribution-id");
    expect(await known(site.distributionArn)).toBe(arnOfDistribution);
    expect(await known(site.distributionDomainName)).toBe("d111111abcdef8.cloudfront.net");
    expect(await known(site.bucketName)).toBe("site-bucket-0123456");
    expect(await known(site.validationRecords)).toEqual([]);
    expect(await known(site.requiredGrants)).toEqual([]);
    expect(await known(site.accessLogArn)).toBe("arn:aws:s3:::site-log-bucket-0123456");
    expect(await known(site.webAclArn)).toBe("arn:aws:wafv2:us-east-1:123456789012:global/webacl/site-web-acl/0");
  });
});

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
    firewall: { countedCoreRules: ["SizeRestrictions_BODY"] },
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
