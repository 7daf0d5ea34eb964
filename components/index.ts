// The catalogue: what this library offers. Everything else is how it is made.

export { CachePolicy, OriginRequestPolicy, ResponseHeadersPolicy } from "./aws/cloudfront-policies";
export type { PolicyStatement } from "./aws/iam-documents";
export type { Tags } from "./aws/tags";
export { ViewerTlsPolicy } from "./aws/tls";
export { ManagedRuleGroup } from "./aws/waf-rule-groups";
export {
  AccessLogDestination,
  type DomainArgs,
  type EdgeFrontDoorArgs,
  EncryptionMode,
  ExternalDns,
  type FirewallArgs,
  FirewallMode,
  type LoggingArgs,
  PriceClass,
  type RouteArgs,
} from "./edge-front-door/args";
export type { DnsRecord } from "./edge-front-door/certificate";
export { EdgeFrontDoor } from "./edge-front-door/edge-front-door";
export type { ExistingBucket } from "./edge-front-door/origins/existing-bucket";
export { type HttpOriginOptions, httpOrigin } from "./edge-front-door/origins/http-origin";
export type { BoundOrigin, Origin, OriginBehavior, OriginScope, RequiredGrant } from "./edge-front-door/origins/origin";
export { BucketPolicyOwner, type S3OriginOptions, s3Origin } from "./edge-front-door/origins/s3-origin";
export { ComponentInputError, type Problem } from "./errors";
