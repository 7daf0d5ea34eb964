// Everything that is wrong is said at once, in one error, before anything exists.

import {
  CachePolicy,
  ComponentInputError,
  ContinuousDeploymentPhase,
  cloudFrontFunction,
  EdgeFrontDoor,
  type EdgeFrontDoorArgs,
  EncryptionMode,
  FirewallMode,
  grpcOrigin,
  HttpVersion,
  httpOrigin,
  keyGroup,
  LoggedRequests,
  OriginRequestPolicy,
  PricingPlan,
  s3Origin,
  ViewerTlsPolicy,
} from "../../../components";
import { recordStack } from "../record-stack";
import { keyArn } from "./variants";

const redirects = (): ReturnType<typeof cloudFrontFunction> =>
  cloudFrontFunction({ name: "redirects", code: "function handler(event) { return event.request; }" });

/** One mistake or more in every argument that can hold one. */
function mistaken(): EdgeFrontDoorArgs {
  return {
    origin: s3Origin({ connectionAttempts: 4 }),
    behavior: {
      originRequestPolicyId: OriginRequestPolicy.AllViewer,
      functions: { viewerRequest: redirects() },
      trustedKeyGroups: [keyGroup({ name: "downloads", publicKeys: {} })],
    },
    routes: [
      {
        name: "calls",
        pathPattern: "/calls/*",
        origin: grpcOrigin({ domainName: "calls.example.com" }),
        functions: { viewerRequest: redirects() },
      },
      { name: "calls", pathPattern: "/*", origin: httpOrigin({ domainName: "https://api.example.com" }) },
    ],
    minimumProtocolVersion: ViewerTlsPolicy.Tls13_2025,
    httpVersion: HttpVersion.Http1,
    firewall: {
      rateLimits: [{ name: "login", limit: 5 }],
      allowedAddresses: { ipv4: ["192.0.2.1"] },
      bodyInspectionKilobytes: 128,
      log: { requests: LoggedRequests.None },
    },
    geoRestriction: { allowedCountries: ["UK"] },
    responseHeaders: { corsOrigins: ["https://app.example.com/"] },
    responseHeadersPolicyId: CachePolicy.CachingOptimized,
    errorPages: [{ errorCode: 418 }],
    viewerMtls: {},
    anycastIpList: { createWithIpCount: 4 },
    logging: { retentionDays: 31, realTime: { samplingPercent: 0 } },
    monitoring: { alarms: { topicArns: [], originLatencyMilliseconds: 500 } },
    continuousDeployment: { phase: ContinuousDeploymentPhase.Active },
    pricingPlan: PricingPlan.Pro,
    encryption: EncryptionMode.SseS3,
    encryptionKeyArn: keyArn,
    quotas: { origins: 0 },
    tags: { "aws:team": "web" },
  };
}

test("in one error, and nothing has been registered then", async () => {
  let error: unknown;
  const { resources } = await recordStack(() => {
    try {
      new EdgeFrontDoor("Shop", mistaken());
    } catch (thrown) {
      error = thrown;
    }
  });
  expect(resources).toEqual([]);
  expect(error).toBeInstanceOf(ComponentInputError);
  expect(String(error).split("\n")).toEqual([
    'ComponentInputError: EdgeFrontDoor "Shop": 36 invalid arguments',
    '  name: must be at most 24 lower-case letters, digits and single hyphens, starting with a letter: bucket names start with it; got "Shop"; use "site"',
    "  origin.connectionAttempts: must be a whole number from 1 to 3; got 4",
    "  behavior.trustedKeyGroups[0].publicKeys: must have 1 to 5 keys; got 0",
    '  routes[1].pathPattern: must leave something to the default origin; got "/*"; use origin instead of a route',
    '  routes[1].origin.domainName: must be a host name without scheme, port and path; got "https://api.example.com"; use "api.example.com"',
    '  routes[0].name and routes[1].name: must differ; got "calls"',
    '  firewall.allowedAddresses.ipv4[0]: must be IPv4 addresses in CIDR notation; got "192.0.2.1"; use "192.0.2.0/24", or "/32" for one address',
    "  firewall.rateLimits[0].limit: must be a whole number from 10 to 2000000000; got 5",
    "  firewall.bodyInspectionKilobytes: must be one of 16, 32, 48, 64; got 128",
    '  geoRestriction.allowedCountries: must have two-letter codes of countries (ISO 3166-1 alpha-2); got "UK"; use "GB"',
    '  responseHeaders.corsOrigins[0]: must be an origin: scheme and host, without a path; got "https://app.example.com/"; use "https://app.example.com"',
    "  responseHeaders and responseHeadersPolicyId: must be given one without the other: a behavior has one policy",
    "  errorPages[0].errorCode: must be one of 400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504; got 418",
    "  viewerMtls.caBundle and viewerMtls.existingTrustStoreId: must be given one without the other",
    "  anycastIpList.createWithIpCount: must be 3 or 21; got 4",
    "  logging.retentionDays: must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653; got 31",
    "  logging.realTime.samplingPercent: must be a whole number from 1 to 100; got 0",
    "  monitoring.alarms.topicArns: must name at least one topic: an alarm nobody hears is none",
    "  monitoring.alarms.originLatencyMilliseconds and monitoring.additionalMetrics: must be given together: origin latency is an additional metric; use additionalMetrics: true",
    "  continuousDeployment.weightPercent and continuousDeployment.header: must be given one without the other",
    '  behavior.functions.viewerRequest.name and routes[0].functions.viewerRequest.name: must differ, or be the same object; got "redirects"',
    '  encryption and encryptionKeyArn: must not contradict each other: a key is used by SSE-KMS only; got "SSE-S3"; use "SSE-KMS"',
    "  quotas.origins: must be a whole number of at least 1; got 0",
    '  tags: must not use the prefix "aws:", which AWS reserves; got "aws:team"',
    "  routes[0].origin and errorPages: must not combine gRPC and error pages: error pages of a distribution would replace gRPC's own errors; use a front door of its own for gRPC",
    "  routes[0].origin and httpVersion: must not combine gRPC and HTTP/1.1 only: gRPC needs HTTP/2; use httpVersion HttpVersion.Http2 or Http2And3",
    "  origin and behavior.originRequestPolicyId: must not combine signed Host and forwarded Host: the policy forwards Host, and the origin checks a signature over its own; use OriginRequestPolicy.AllViewerExceptHostHeader and CachePolicy.CachingOptimized or CachingDisabled",
    "  anycastIpList and ipv6: must not combine Anycast IP list without IPv6 and IPv6: the list has no IPv6 addresses; use ipv6: false, or isDualStack: true for a list that has them",
    "  firewall.allowedAddresses and ipv6: must not combine allow list without IPv6 addresses and IPv6: all viewers with an IPv6 address would be locked out; use allowedAddresses.ipv6, or ipv6: false",
    "  minimumProtocolVersion and domain: must not combine TLS policy and CloudFront's own name: CloudFront fixes the TLS policy of its own cloudfront.net names; use domain, or leave minimumProtocolVersion out",
    '  pricingPlan "PRO" and responseHeaders: must not contradict each other: the plan does not allow this (own response headers policy); use pricingPlan "BUSINESS"',
    '  pricingPlan "PRO" and anycastIpList: must not contradict each other: no plan allows this (Anycast IP list); use no pricingPlan, to pay as you go',
    '  pricingPlan "PRO" and viewerMtls: must not contradict each other: the plan does not allow this (viewer mTLS); use pricingPlan "PREMIUM"',
    '  pricingPlan "PRO" and continuousDeployment: must not contradict each other: no plan allows this (continuous deployment); use no pricingPlan, to pay as you go',
    '  pricingPlan "PRO" and firewall.bodyInspectionKilobytes: must not contradict each other: the plan does not allow this (inspection of more than 16 KB of a body); use pricingPlan "BUSINESS"',
    '  pricingPlan "PRO" and logging.realTime: must not contradict each other: no plan allows this (real-time logs); use no pricingPlan, to pay as you go',
  ]);
});

test("and what is fine of a program that has the mistakes is made", async () => {
  const { resources } = await recordStack(() => {
    expect(() => new EdgeFrontDoor("shop", mistaken())).toThrow(ComponentInputError);
    return new EdgeFrontDoor("site", { origin: s3Origin(), firewall: { mode: FirewallMode.None } });
  });
  expect(resources.filter(({ name }) => !name.startsWith("site"))).toEqual([]);
});
