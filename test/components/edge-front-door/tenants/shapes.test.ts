// What a multi-tenant distribution declares otherwise than an ordinary one: argument names and nesting are the provider's.

import * as pulumi from "@pulumi/pulumi";
import {
  AllowedMethods,
  cloudFrontFunction,
  existingKeyGroup,
  functionUrlOrigin,
  HttpVersion,
  httpOrigin,
  IpAddressType,
  lambdaAtEdge,
  originGroup,
  s3Origin,
  type TierArgs,
  vpcOrigin,
} from "../../../../components";
import { existingBucket } from "../variants";
import { buildTenanted } from "./build";

const clientCertificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/client";

async function distributionOf(tier: TierArgs): Promise<Record<string, unknown>> {
  const { inputsOf } = await buildTenanted({ tiers: { only: tier } });
  return inputsOf("stores-only-distribution");
}

test("a server keeps every setting of its connection", async () => {
  const origin = httpOrigin({
    domainName: "api.example.com",
    originPath: "/prod",
    customHeaders: { "X-One": "1", "X-Two": "2" },
    connectionAttempts: 2,
    connectionTimeoutSeconds: 4,
    readTimeoutSeconds: 60,
    keepaliveTimeoutSeconds: 20,
    responseCompletionTimeoutSeconds: 90,
    originShieldRegion: "eu-west-1",
    httpsPort: 8443,
    ipAddressType: IpAddressType.DualStack,
    clientCertificateArn,
  });
  expect((await distributionOf({ origin })).origins).toEqual([
    {
      id: "default-only",
      domainName: "api.example.com",
      originPath: "/prod",
      customHeaders: [
        { headerName: "X-One", headerValue: "1" },
        { headerName: "X-Two", headerValue: "2" },
      ],
      connectionAttempts: 2,
      connectionTimeout: 4,
      responseCompletionTimeout: 90,
      originShields: [{ enabled: true, originShieldRegion: "eu-west-1" }],
      customOriginConfigs: [
        {
          httpPort: 80,
          httpsPort: 8443,
          originProtocolPolicy: "https-only",
          originSslProtocols: ["TLSv1.2"],
          originReadTimeout: 60,
          originKeepaliveTimeout: 20,
          ipAddressType: "dualstack",
          originMtlsConfig: { clientCertificateArn },
        },
      ],
    },
  ]);
});

test.each([30, 120])(
  "an answer may take as long as it likes, whatever the read timeout of %d seconds",
  async (seconds) => {
    const { origins } = await distributionOf({
      origin: httpOrigin({ domainName: "api.example.com", readTimeoutSeconds: seconds }),
    });
    expect([origins].flat()[0]).not.toHaveProperty("responseCompletionTimeout");
  },
);

test("a bucket is signed for, and has no settings of a server", async () => {
  expect((await distributionOf({ origin: s3Origin({ originPath: "/site" }) })).origins).toEqual([
    {
      id: "default-only",
      domainName: "stores-only-bucket-0123456.s3.eu-central-1.amazonaws.com",
      originPath: "/site",
      originAccessControlId: "stores-only-oac-id",
    },
  ]);
});

test("a VPC origin of this account has its own settings", async () => {
  const origin = vpcOrigin({
    domainName: "orders.example.com",
    existing: { vpcOriginId: "vo_0123456789" },
    readTimeoutSeconds: 45,
    keepaliveTimeoutSeconds: 10,
  });
  expect((await distributionOf({ origin })).origins).toEqual([
    {
      id: "default-only",
      domainName: "orders.example.com",
      vpcOriginConfigs: [{ vpcOriginId: "vo_0123456789", originReadTimeout: 45, originKeepaliveTimeout: 10 }],
    },
  ]);
});

test("a group names its members by their ids, and behaviors name the group", async () => {
  const origin = originGroup({
    primary: s3Origin({ existingBucket, manageBucketPolicy: false }),
    secondary: httpOrigin({ domainName: "fallback.example.com" }),
    failoverStatusCodes: [403, 500],
  });
  const { origins, originGroups, defaultCacheBehavior } = await distributionOf({ origin });
  expect([origins].flat()).toMatchObject([{ id: "default-only" }, { id: "default-only-secondary" }]);
  expect(originGroups).toEqual([
    {
      id: "default-only-group",
      failoverCriteria: { statusCodes: [403, 500] },
      members: [{ originId: "default-only" }, { originId: "default-only-secondary" }],
    },
  ]);
  expect(defaultCacheBehavior).toMatchObject({ targetOriginId: "default-only-group" });
});

test("a function's URL lets each tier in that calls it, and no other", async () => {
  const functionUrl = {
    functionName: "render",
    functionUrl: "https://abc.lambda-url.eu-central-1.on.aws/",
    authorizationType: "AWS_IAM",
  };
  const origin = functionUrlOrigin({ functionUrl });
  const { inputsOf, namesOf } = await buildTenanted({
    tiers: { free: { origin }, paid: { origin }, other: { origin: s3Origin() } },
  });
  expect(namesOf("aws:cloudfront/originAccessControl:OriginAccessControl")).toEqual([
    "stores-free-oac",
    "stores-other-oac",
  ]);
  expect(namesOf("aws:lambda/permission:Permission")).toEqual([
    "stores-free-invoke-function-free",
    "stores-free-invoke-function-paid",
    "stores-free-invoke-url-free",
    "stores-free-invoke-url-paid",
  ]);
  expect(inputsOf("stores-free-invoke-url-paid")).toMatchObject({
    sourceArn: "arn:aws:cloudfront::123456789012:distribution/ESTORESPAIDDISTRIBUTION",
  });
  expect([inputsOf("stores-free-distribution").origins].flat()[0]).toMatchObject({
    domainName: "abc.lambda-url.eu-central-1.on.aws",
    originAccessControlId: "stores-free-oac-id",
  });
});

test("routes are cache behaviors in their order, with functions and key groups in this resource's shape", async () => {
  const guard = cloudFrontFunction({ name: "guard", code: "function handler(event) { return event.request; }" });
  const resize = lambdaAtEdge({ name: "resize", code: new pulumi.asset.AssetArchive({}), includeBody: true });
  const api = httpOrigin({ domainName: "api.example.com" });
  const { cacheBehaviors, orderedCacheBehaviors } = await distributionOf({
    origin: s3Origin(),
    routes: [
      {
        name: "paid",
        pathPattern: "/paid/*",
        origin: api,
        allowedMethods: AllowedMethods.ReadAndOptions,
        cacheOptionsRequests: true,
        compress: false,
        functions: { viewerRequest: guard, originRequest: resize },
        trustedKeyGroups: [existingKeyGroup("key-group-id")],
      },
      { name: "api", pathPattern: "/api/*", origin: api },
    ],
  });
  expect(orderedCacheBehaviors).toBeUndefined();
  expect(cacheBehaviors).toEqual([
    {
      pathPattern: "/paid/*",
      targetOriginId: "route-paid-only",
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: { items: ["GET", "HEAD", "OPTIONS"], cachedMethods: ["GET", "HEAD", "OPTIONS"] },
      cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      originRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
      responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03",
      compress: false,
      trustedKeyGroups: { enabled: true, items: ["key-group-id"] },
      functionAssociations: [
        {
          eventType: "viewer-request",
          functionArn: "arn:aws:cloudfront::123456789012:function/stores-function-guard-0123456",
        },
      ],
      lambdaFunctionAssociations: [
        {
          eventType: "origin-request",
          lambdaFunctionArn: "arn:aws:lambda:us-east-1:123456789012:function:stores-lambda-resize-0123456:1",
          includeBody: true,
        },
      ],
    },
    expect.objectContaining({ pathPattern: "/api/*", targetOriginId: "route-paid-only" }),
  ]);
  expect([cacheBehaviors].flat()[1]).not.toHaveProperty("trustedKeyGroups");
});

test("error pages have their codes as text, where there are any", async () => {
  const { customErrorResponses } = await distributionOf({
    origin: s3Origin(),
    errorPages: [
      { errorCode: 404, responsePagePath: "/404.html", cachingMinTtlSeconds: 60 },
      { errorCode: 403, responsePagePath: "/404.html", responseCode: 404 },
      { errorCode: 500, cachingMinTtlSeconds: 0 },
    ],
  });
  expect(customErrorResponses).toEqual([
    { errorCode: 404, responsePagePath: "/404.html", responseCode: "404", errorCachingMinTtl: 60 },
    { errorCode: 403, responsePagePath: "/404.html", responseCode: "404", errorCachingMinTtl: 10 },
    { errorCode: 500, errorCachingMinTtl: 0 },
  ]);
});

test.each([
  [{ allowedCountries: ["DE", "AT"] }, { restrictionType: "whitelist", items: ["AT", "DE"] }],
  [{ blockedCountries: ["US"] }, { restrictionType: "blacklist", items: ["US"] }],
  [undefined, { restrictionType: "none" }],
])("countries %j are items, not locations", async (geoRestriction, expected) => {
  const { restrictions } = await distributionOf({ origin: s3Origin(), geoRestriction });
  expect(restrictions).toEqual({ geoRestriction: expected });
});

test("a tier has its own response headers and HTTP version", async () => {
  const { inputsOf } = await buildTenanted({
    tiers: {
      plain: { origin: s3Origin() },
      strict: {
        origin: s3Origin(),
        responseHeaders: { contentSecurityPolicy: "default-src 'self'" },
        httpVersion: HttpVersion.Http2,
      },
    },
  });
  expect(inputsOf("stores-strict-distribution")).toMatchObject({
    httpVersion: "http2",
    defaultCacheBehavior: { responseHeadersPolicyId: "stores-strict-response-headers-id" },
  });
  expect(inputsOf("stores-plain-distribution")).toMatchObject({
    httpVersion: "http2and3",
    defaultCacheBehavior: { responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03" },
  });
});
