import type * as pulumi from "@pulumi/pulumi";
import type { Tags } from "../aws/tags";
import type { ViewerTlsPolicy } from "../aws/tls";
import type { ManagedRuleGroup } from "../aws/waf-rule-groups";
import type { Origin } from "./origins/origin";

/** How far the records of a domain are, when its DNS is not Route 53's. */
export const ExternalDns = {
  /** The certificate is requested and `validationRecords` says what to create. The front door answers on its cloudfront.net name. */
  AwaitingRecords: "awaiting-records",
  /** The records exist: waits for the certificate and puts the domain into service. */
  RecordsCreated: "records-created",
} as const;
export type ExternalDns = (typeof ExternalDns)[keyof typeof ExternalDns];

export const EncryptionMode = {
  /** Keys that S3 owns. Free. */
  SseS3: "SSE-S3",
  /** A customer managed key of AWS KMS: its use is logged and can be revoked. */
  SseKms: "SSE-KMS",
} as const;
export type EncryptionMode = (typeof EncryptionMode)[keyof typeof EncryptionMode];

export const FirewallMode = {
  /** A web ACL with rule groups that AWS manages. */
  Managed: "managed",
  /** A web ACL made elsewhere. */
  Existing: "existing",
  /** None. Security Hub reports CloudFront.6. */
  None: "none",
} as const;
export type FirewallMode = (typeof FirewallMode)[keyof typeof FirewallMode];

export const AccessLogDestination = {
  /** A bucket in the Region of the stack: cheap, and viewer addresses stay in that Region. */
  S3: "s3",
  /** A log group in us-east-1: searchable within seconds, dearer. */
  LogGroup: "log-group",
  /** No access logs. */
  None: "none",
} as const;
export type AccessLogDestination = (typeof AccessLogDestination)[keyof typeof AccessLogDestination];

export const PriceClass = {
  All: "PriceClass_All",
  /** Without South America, Australia and New Zealand. */
  Class200: "PriceClass_200",
  /** North America, Europe and Israel. */
  Class100: "PriceClass_100",
} as const;
export type PriceClass = (typeof PriceClass)[keyof typeof PriceClass];

export interface DomainArgs {
  /** The name viewers use, in lower case, such as `www.example.com`. Changing it replaces certificate and records. */
  name: string;
  /** More names for the same site; a wildcard (`*.example.com`) covers one level. At most 99. @default - none */
  alternativeNames?: string[];
  /**
   * The Route 53 zone that all names belong to. With it certificate, validation and alias records need no hand work.
   * Whether it is given decides what exists; the value may be an output. @default - DNS is managed elsewhere
   */
  hostedZoneId?: pulumi.Input<string>;
  /** Only without `hostedZoneId` and `existingCertificateArn`. @default ExternalDns.AwaitingRecords */
  externalDns?: ExternalDns;
  /** A certificate in us-east-1 that covers all names. @default - a new one, validated by DNS */
  existingCertificateArn?: pulumi.Input<string>;
}

export interface RouteArgs {
  /** Names the origin's children (`<front door>-route-<name>-<role>`); at most 16 characters. Changing it replaces them. */
  name: string;
  /** Requests that go to this origin, such as `/api/*`. The path is forwarded as it is. First match wins. */
  pathPattern: string;
  /** Where they go. The same object may serve several routes. */
  origin: Origin;
  /** @default - by kind of origin: files are cached, APIs are not */
  cachePolicyId?: pulumi.Input<string>;
  /** What of the request the origin sees. @default - by kind of origin */
  originRequestPolicyId?: pulumi.Input<string>;
}

export interface FirewallArgs {
  /** @default FirewallMode.Managed */
  mode?: FirewallMode;
  /** The rule groups, in any order. 1,500 capacity units are included. @default - IP reputation, core, known bad inputs */
  ruleGroups?: ManagedRuleGroup[];
  /**
   * Rules of the core group that only count, such as `SizeRestrictions_BODY`, which blocks request bodies over 8 KB.
   * @default - none
   */
  countedCoreRules?: string[];
  /** The web ACL of mode `existing`: WAFv2, scope CLOUDFRONT, in us-east-1. */
  existingWebAclArn?: pulumi.Input<string>;
}

export interface LoggingArgs {
  /** @default AccessLogDestination.S3 */
  accessLogs?: AccessLogDestination;
  /** Days that all logs are kept: one of the values CloudWatch Logs knows. Fewer deletes what is older. @default 90 */
  retentionDays?: number;
}

export interface EdgeFrontDoorArgs {
  /** What is served: `s3Origin()` for a website, `httpOrigin({…})` for a server. */
  origin: Origin;
  /** @default - the distribution's own cloudfront.net name, with TLS 1.0 as CloudFront insists */
  domain?: DomainArgs;
  /** Paths that go elsewhere, in order of precedence. At most 75. @default - none */
  routes?: RouteArgs[];
  /** What viewers must speak at least. Only with `domain`. @default ViewerTlsPolicy.Tls12_2025 */
  minimumProtocolVersion?: ViewerTlsPolicy;
  /** AWS WAF in front of everything. @default - on, with the recommended rule groups */
  firewall?: FirewallArgs;
  /** @default - access and firewall logs, kept for 90 days */
  logging?: LoggingArgs;
  /** How the buckets this creates are encrypted. @default - SSE-KMS with `encryptionKeyArn`, otherwise SSE-S3 */
  encryption?: EncryptionMode;
  /**
   * An existing customer managed key in the Region of the stack. `requiredGrants` says what its policy must allow.
   * @default - SSE-KMS creates one
   */
  encryptionKeyArn?: pulumi.Input<string>;
  /** Response headers for all routes. @default - CloudFront's managed security headers */
  responseHeadersPolicyId?: pulumi.Input<string>;
  /** Which edge locations serve. Fewer cost less per gigabyte. @default PriceClass.All */
  priceClass?: PriceClass;
  /** Protects buckets, keys and log groups from deletion; without it they go with everything in them. @default true */
  deletionProtection?: boolean;
  /** For every resource that can carry tags. @default - none */
  tags?: Tags;
}
