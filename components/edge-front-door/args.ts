import type * as pulumi from "@pulumi/pulumi";
import type { Tags } from "../aws/tags";
import type { ViewerTlsPolicy } from "../aws/tls";
import type { PricingPlan } from "./compatibility/pricing-plans";
import type { Quotas } from "./compatibility/quotas";
import type { ContinuousDeploymentArgs } from "./continuous-deployment";
import type { DomainArgs } from "./domain/domain-args";
import type { EncryptionMode } from "./encryption";
import type { FirewallArgs } from "./firewall/firewall-args";
import type { Origin } from "./origins/origin";
import type { BehaviorArgs } from "./routes/behavior-args";
import type { WebsiteRouting } from "./routes/website-routing";
import type { LoggingArgs } from "./telemetry/logging-args";
import type { MonitoringArgs } from "./telemetry/monitoring";
import type { AnycastIpListArgs } from "./viewers/anycast";
import type { ErrorPageArgs } from "./viewers/error-pages";
import type { GeoRestrictionArgs } from "./viewers/geo-restriction";
import type { ResponseHeadersArgs } from "./viewers/response-headers";
import type { ViewerMtlsArgs } from "./viewers/viewer-mtls";

export const HttpVersion = {
  Http1: "http1.1",
  Http2: "http2",
  Http2And3: "http2and3",
} as const;
export type HttpVersion = (typeof HttpVersion)[keyof typeof HttpVersion];

export const PriceClass = {
  All: "PriceClass_All",
  /** Without South America, Australia and New Zealand. */
  Class200: "PriceClass_200",
  /** North America, Europe and Israel. */
  Class100: "PriceClass_100",
} as const;
export type PriceClass = (typeof PriceClass)[keyof typeof PriceClass];

export interface RouteArgs extends BehaviorArgs {
  /** Names the origin's children (`<front door>-route-<name>-<role>`); at most 16 characters. Changing it replaces them. */
  name: string;
  /** Requests that go to this origin, such as `/api/*`. The path is forwarded as it is. First match wins. */
  pathPattern: string;
  /** Where they go. The same object may serve several routes. */
  origin: Origin;
}

export interface EdgeFrontDoorArgs {
  /** What is served: `s3Origin()` for a website, `httpOrigin({…})` for a server, and so on. */
  origin: Origin;
  /** How everything that no route takes is treated. @default - as fits the kind of origin */
  behavior?: BehaviorArgs;
  /** What a path without a file's name means on the default origin. @default WebsiteRouting.Files */
  websiteRouting?: WebsiteRouting;
  /** Paths that go elsewhere, in order of precedence. At most 75. @default - none */
  routes?: RouteArgs[];
  /** @default - the distribution's own cloudfront.net name, with TLS 1.0 as CloudFront insists */
  domain?: DomainArgs;
  /** What viewers must speak at least. Only with `domain`. @default ViewerTlsPolicy.Tls12_2025 */
  minimumProtocolVersion?: ViewerTlsPolicy;
  /** @default HttpVersion.Http2And3 */
  httpVersion?: HttpVersion;
  /** Whether viewers may come over IPv6. @default true */
  ipv6?: boolean;
  /** AWS WAF in front of everything. @default - on, with the groups of the preset `core` */
  firewall?: FirewallArgs;
  /** @default - viewers of all countries */
  geoRestriction?: GeoRestrictionArgs;
  /** Response headers for all routes. Either this or `responseHeadersPolicyId`. @default - CloudFront's managed security headers */
  responseHeaders?: ResponseHeadersArgs;
  /** The policy of your own, or one of `ResponseHeadersPolicy`. @default - CloudFront's managed security headers */
  responseHeadersPolicyId?: pulumi.Input<string>;
  /** Pages in place of errors, on every route. For a single-page app use `websiteRouting`. @default - the origin's answers */
  errorPages?: ErrorPageArgs[];
  /** Certificates of viewers. @default - none are asked for */
  viewerMtls?: ViewerMtlsArgs;
  /** Fixed addresses. @default - CloudFront's, which change */
  anycastIpList?: AnycastIpListArgs;
  /** @default - access and firewall logs, kept for 90 days */
  logging?: LoggingArgs;
  /** @default - CloudFront's free metrics, no alarms */
  monitoring?: MonitoringArgs;
  /** A second distribution that takes a part of the traffic, to try a change. @default - none */
  continuousDeployment?: ContinuousDeploymentArgs;
  /** The flat-rate plan that the distribution is or will be subscribed to: what it lacks is refused. @default - pay as you go */
  pricingPlan?: PricingPlan;
  /** How the buckets this creates are encrypted. @default - SSE-KMS with `encryptionKeyArn`, otherwise SSE-S3 */
  encryption?: EncryptionMode;
  /**
   * An existing customer managed key in the Region of the stack. `requiredGrants` says what its policy must allow.
   * @default - SSE-KMS creates one
   */
  encryptionKeyArn?: pulumi.Input<string>;
  /** Which edge locations serve. Fewer cost less per gigabyte. @default PriceClass.All */
  priceClass?: PriceClass;
  /** Protects buckets, keys and log groups from deletion; without it they go with everything in them. @default true */
  deletionProtection?: boolean;
  /** Quotas that AWS has raised for the account. @default - those of every account */
  quotas?: Partial<Quotas>;
  /** For every resource that can carry tags. @default - none */
  tags?: Tags;
}
