// Exact inputs of what a front door creates with no more than an origin and a domain, every computed value known.

import { s3Origin } from "../../../components";
import { distributionArn } from "../aws-outputs";
import { known } from "../record-stack";
import { build } from "./build";
import { hostedZoneId } from "./variants";

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
