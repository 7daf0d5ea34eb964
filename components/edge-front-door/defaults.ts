// Every default and limit of EdgeFrontDoor, as data. A default is a promise: changing one is a breaking change.

import { ResponseHeadersPolicy } from "../aws/cloudfront-policies";
import { ViewerTlsPolicy } from "../aws/tls";
import { ManagedRuleGroup } from "../aws/waf-rule-groups";

export const FRONT_DOOR_DEFAULTS = {
  /** A bucket full of files, its logs and its key must not go with a mistyped command. */
  deletionProtection: true,
  /** The newest policy that still admits TLS 1.2, which corporate proxies and older phones need. */
  minimumProtocolVersion: ViewerTlsPolicy.Tls12_2025,
  /** HTTP/3 costs nothing and saves a round trip; clients without it fall back to HTTP/2. */
  httpVersion: "http2and3",
  /** HSTS, no sniffing, framing by the site itself only, strict referrer. Overrides nothing the origin sends but the sniffing. */
  responseHeadersPolicyId: ResponseHeadersPolicy.SecurityHeaders,
  /** The fastest for every viewer, as CloudFront's own default. */
  priceClass: "PriceClass_All",
  /** Plain HTTP is sent to HTTPS, so old links keep working. */
  viewerProtocolPolicy: "redirect-to-https",
} as const;

/** What CloudFront's console switches on as one-click protection. */
export const RECOMMENDED_RULE_GROUPS: readonly ManagedRuleGroup[] = [
  ManagedRuleGroup.IpReputation,
  ManagedRuleGroup.Core,
  ManagedRuleGroup.KnownBadInputs,
];

export const LOGGING_DEFAULTS = {
  /** A quarter: long enough to investigate, short enough for personal data (viewer addresses). */
  retentionDays: 90,
  /** One object per line; every query engine reads it. */
  outputFormat: "json",
} as const;

/** Request headers that carry credentials and stay out of the firewall's logs. The query string stays out too. */
export const REDACTED_HEADERS: readonly string[] = ["authorization", "cookie"];

export const WEBSITE_BUCKET_DEFAULTS = {
  noncurrentVersionRetentionDays: 90,
  /** Parts of broken uploads are invisible and cost like objects. */
  abandonedUploadDays: 7,
} as const;

export const ENCRYPTION_KEY_DEFAULTS = {
  /** The longest AWS allows: deleting a key deletes everything it encrypted. */
  deletionWindowDays: 30,
} as const;

export const HTTP_ORIGIN_DEFAULTS = {
  /** Required by the API and never used: the origin is spoken to over HTTPS only. */
  httpPort: 80,
  httpsPort: 443,
  /** CloudFront's own default. */
  readTimeoutSeconds: 30,
} as const;

/** How long resolvers keep validation records. ACM renews with them every year, so they stay. */
export const VALIDATION_RECORD_TTL_SECONDS = 300;

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
export const LIMITS = {
  /** Leaves room for the roles and for the random suffix within 60 characters (log deliveries) and 63 (buckets). */
  nameCharacters: 24,
  routeNameCharacters: 16,
  domainNames: 100,
  /** Of a certificate's first name: https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html */
  certificateNameCharacters: 64,
  routes: 75,
  pathPatternCharacters: 255,
  originHeaders: 30,
  originHeaderNameCharacters: 256,
  originHeaderValueCharacters: 1783,
  originReadTimeoutSeconds: { min: 1, max: 120 },
  httpsPort: { min: 1, max: 65_535 },
  noncurrentVersionDays: { min: 1, max: 36_500 },
} as const;
