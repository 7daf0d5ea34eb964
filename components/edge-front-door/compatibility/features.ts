// What a front door can use that does not go with everything else. Incompatibilities and pricing plans speak of these.

export const Feature = {
  Grpc: "gRPC",
  VpcOrigin: "VPC origin",
  SharedVpcOrigin: "VPC origin of another account",
  OriginGroup: "origin group",
  OriginShield: "Origin Shield",
  OriginMtls: "origin mTLS",
  /** The origin checks a signature over its own `Host`. */
  SignedHost: "signed Host",
  /** The viewer's `Host` is forwarded. */
  ForwardedHost: "forwarded Host",
  OriginAccessIdentity: "origin access identity",
  /** Reads a bucket that the front door makes and encrypts. */
  IdentityOnNewBucket: "origin access identity on a new bucket",
  /** Methods beside GET, HEAD and OPTIONS, asked for by name. */
  Writes: "write methods",
  /** Methods without POST, by name or by the kind of origin. */
  NoPost: "methods without POST",
  ViewerFunction: "CloudFront Function",
  KeyValueStore: "KeyValueStore",
  LambdaViewerTrigger: "Lambda@Edge on viewer events",
  LambdaOriginTrigger: "Lambda@Edge on origin events",
  ViewerRequestRouting: "website routing",
  ViewerRequestFunction: "function on viewer requests",
  OwnCachePolicy: "own cache policy",
  OwnOriginRequestPolicy: "own origin request policy",
  OwnResponseHeaders: "own response headers policy",
  ErrorPages: "error pages",
  Http1Only: "HTTP/1.1 only",
  Http3: "HTTP/3",
  Ipv6: "IPv6",
  AnycastIpList: "Anycast IP list",
  AnycastIpv4: "Anycast IP list without IPv6",
  ReducedPriceClass: "reduced price class",
  NoCertificate: "CloudFront's own name",
  TlsPolicy: "TLS policy",
  ViewerMtls: "viewer mTLS",
  ContinuousDeployment: "continuous deployment",
  NoFirewall: "no firewall",
  /** Viewers over IPv6 are locked out by mistake. */
  IpAllowListIpv4Only: "allow list without IPv6 addresses",
  HotlinkProtection: "hotlink protection",
  NoReferrer: "Referrer-Policy no-referrer",
  HeaderMatchRule: "firewall rule on a header",
  RegexRule: "firewall rule with a regular expression",
  Captcha: "CAPTCHA",
  Challenge: "challenge",
  BotControl: "bot control",
  TargetedBotControl: "targeted bot control",
  AntiDdos: "anti-DDoS rule group",
  /** For PHP, WordPress and SQL. */
  ApplicationRuleGroup: "rule group for an application",
  OwnRuleGroup: "rule group of one's own or of a vendor",
  LargeBodyInspection: "inspection of more than 16 KB of a body",
  FirewallLogs: "firewall logs",
  AccessLogs: "access logs",
  LegacyLogs: "legacy access logs",
  RealTimeLogs: "real-time logs",
  ResponseCompletionTimeout: "response completion timeout",
  SseKms: "SSE-KMS",
  MultiTenant: "multi-tenant distribution",
} as const;
export type Feature = (typeof Feature)[keyof typeof Feature];

/** One use of a feature: what was asked for, and by which argument. */
export interface FeatureUse {
  readonly feature: Feature;
  /** The argument, as the caller wrote it. */
  readonly path: string;
  /** The behavior it belongs to, told apart from all others of the front door. Absent for what holds for the whole distribution. */
  readonly behavior?: string;
}
