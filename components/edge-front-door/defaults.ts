// Every default of EdgeFrontDoor, as data. A default is a promise: changing one is a breaking change. What AWS limits is in
// compatibility/quotas.ts, what a firewall's presets switch on in firewall/plan-firewall.ts.

import { ResponseHeadersPolicy } from "../aws/cloudfront-policies";
import { ViewerTlsPolicy } from "../aws/tls";

export const FRONT_DOOR_DEFAULTS = {
  /** A bucket full of files, its logs and its key must not go with a mistyped command. */
  deletionProtection: true,
  /** The newest policy that still admits TLS 1.2, which corporate proxies and older phones need. */
  minimumProtocolVersion: ViewerTlsPolicy.Tls12_2025,
  /** HTTP/3 costs nothing and saves a round trip; clients without it fall back to HTTP/2. */
  httpVersion: "http2and3",
  /** Half of all viewers have it, and it costs nothing. */
  ipv6: true,
  /** HSTS, no sniffing, framing by the site itself only, strict referrer. Overrides nothing the origin sends but the sniffing. */
  responseHeadersPolicyId: ResponseHeadersPolicy.SecurityHeaders,
  /** The fastest for every viewer, as CloudFront's own default. */
  priceClass: "PriceClass_All",
  /** Plain HTTP is sent to HTTPS, so old links keep working. */
  viewerProtocolPolicy: "redirect-to-https",
} as const;

export const LOGGING_DEFAULTS = {
  /** A quarter: long enough to investigate, short enough for personal data (viewer addresses). */
  retentionDays: 90,
  /** One object per line; every query engine reads it. */
  outputFormat: "json",
  /** What a stream keeps for free. */
  streamRetentionHours: 24,
} as const;

/** Request headers that carry credentials and stay out of the firewall's logs. The query string stays out too. */
export const REDACTED_HEADERS: readonly string[] = ["authorization", "cookie"];

/** AWS WAF's own default. */
export const DEFAULT_RATE_WINDOW_SECONDS = 300;

/** Where a challenge would break an answer: scripts call APIs and cannot solve it, and an image is no page that could. */
export const CHALLENGE_EXEMPT_PATHS: readonly string[] = [
  "/api/",
  "\\.(?:avif|css|gif|ico|jpe?g|js|json|map|mp[34]|otf|pdf|png|svg|ttf|txt|wasm|webm|webp|woff2?|xml)$",
];

export const MONITORING_DEFAULTS = {
  periodSeconds: 300,
  /** Two of three: a single bad minute wakes nobody. */
  periods: 3,
  periodsToAlarm: 2,
  serverErrorPercent: 5,
  clientErrorPercent: 25,
} as const;

export const WEBSITE_BUCKET_DEFAULTS = {
  noncurrentVersionRetentionDays: 90,
  /** Parts of broken uploads are invisible and cost like objects. */
  abandonedUploadDays: 7,
} as const;

export const ENCRYPTION_KEY_DEFAULTS = {
  /** The longest AWS allows: deleting a key deletes everything it encrypted. */
  deletionWindowDays: 30,
} as const;

export const CUSTOM_ORIGIN_DEFAULTS = {
  /** Required by the API and never used: the origin is spoken to over HTTPS only. */
  httpPort: 80,
  httpsPort: 443,
  /** CloudFront's own default. */
  readTimeoutSeconds: 30,
} as const;

export const LOAD_BALANCER_ORIGIN_DEFAULTS = {
  /** Leaves room before it for rules of the owner. */
  rulePriority: 100,
} as const;

export const ORIGIN_GROUP_DEFAULTS = {
  /** The server's own failures. What a viewer did wrong fails at the second origin just the same. */
  failoverStatusCodes: [500, 502, 503, 504],
} as const;

export const RESPONSE_HEADERS_DEFAULTS = {
  /** A year, as CloudFront's managed policy. */
  hstsMaxAgeSeconds: 31_536_000,
  /** What Chromium used for long; browsers cut longer times. */
  preflightMaxAgeSeconds: 600,
} as const;

export const ERROR_PAGE_DEFAULTS = {
  /** CloudFront's own default. */
  cachingMinTtlSeconds: 10,
} as const;

export const CONTINUOUS_DEPLOYMENT_DEFAULTS = {
  /** Of a viewer to one of the two distributions, in seconds: the shortest CloudFront takes. */
  stickinessIdleSeconds: 300,
  stickinessMaximumSeconds: 600,
} as const;
