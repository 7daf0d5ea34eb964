import type * as pulumi from "@pulumi/pulumi";
import type { Tags } from "../../aws/tags";
import type { ViewerTlsPolicy } from "../../aws/tls";
import type { HttpVersion, RouteArgs } from "../args";
import type { Quotas } from "../compatibility/quotas";
import type { DomainArgs, ExternalDns } from "../domain/domain-args";
import type { EncryptionMode } from "../encryption";
import type { FirewallArgs } from "../firewall/firewall-args";
import type { Origin } from "../origins/origin";
import type { BehaviorArgs } from "../routes/behavior-args";
import type { WebsiteRouting } from "../routes/website-routing";
import type { LoggingArgs } from "../telemetry/logging-args";
import type { ErrorPageArgs } from "../viewers/error-pages";
import type { GeoRestrictionArgs } from "../viewers/geo-restriction";
import type { ResponseHeadersArgs } from "../viewers/response-headers";

/** What all tenants of a tier get: one multi-tenant distribution. */
export interface TierArgs {
  /**
   * Host name and path may contain parameters: `httpOrigin({ domainName: "{{store}}.stores.example.com" })`. Tiers may share one; its
   * children have the name of the first of them, so taking that tier away replaces them.
   */
  origin: Origin;
  /** @default - as fits the kind of origin */
  behavior?: BehaviorArgs;
  /** @default WebsiteRouting.Files */
  websiteRouting?: WebsiteRouting;
  /** @default - none */
  routes?: RouteArgs[];
  /** A web ACL of the tier's own. Two tiers may share one made elsewhere. @default - on, with the groups of the preset `core` */
  firewall?: FirewallArgs;
  /** @default - viewers of all countries */
  geoRestriction?: GeoRestrictionArgs;
  /** Either this or `responseHeadersPolicyId`. @default - CloudFront's managed security headers */
  responseHeaders?: ResponseHeadersArgs;
  /** @default - CloudFront's managed security headers */
  responseHeadersPolicyId?: pulumi.Input<string>;
  /** @default - the origin's answers */
  errorPages?: ErrorPageArgs[];
  /** @default HttpVersion.Http2And3 */
  httpVersion?: HttpVersion;
}

/** A value that each tenant has of its own, written `{{name}}` in host names and paths of origins. */
export interface TenantParameterArgs {
  /** What tenants have that say nothing, at most 256 characters. @default - each tenant must say */
  defaultValue?: string;
  /** @default - none */
  comment?: string;
}

export const TenantCertificate = {
  /** The front door's, which covers the tenant's domains. */
  Shared: "shared",
  /** CloudFront requests one and renews it. The domains must lead here before. */
  Managed: "managed",
  /** A certificate in us-east-1 made elsewhere: `existingCertificateArn`. */
  Existing: "existing",
} as const;
export type TenantCertificate = (typeof TenantCertificate)[keyof typeof TenantCertificate];

export interface TenantArgs {
  /** One of the tiers. **Changing it deletes the tenant and makes it anew in the other tier**: its domains do not answer meanwhile. */
  tier: string;
  /** Names of the tenant's site, at most 100. The first is the certificate's own. */
  domains: string[];
  /** Values of the front door's parameters. @default - the defaults */
  parameters?: Record<string, pulumi.Input<string>>;
  /** @default - shared where the front door's domain covers all names, existing with `existingCertificateArn`, otherwise managed */
  certificate?: TenantCertificate;
  /** In us-east-1. */
  existingCertificateArn?: pulumi.Input<string>;
  /** Route 53 zone of the domains that are not below the front door's, whose zone takes those. @default - their DNS is elsewhere */
  hostedZoneId?: pulumi.Input<string>;
  /**
   * Only with a managed certificate and DNS elsewhere: until the records exist the tenant is not made, and `dnsRecords` says which; going
   * back deletes it. A tenant with the shared certificate waits for that of the front door's `domain` alone.
   * @default ExternalDns.AwaitingRecords
   */
  externalDns?: ExternalDns;
  /** A web ACL in place of the tier's: scope CLOUDFRONT, in us-east-1. @default - the tier's */
  webAclArn?: pulumi.Input<string>;
  /** In place of the tier's. @default - the tier's */
  geoRestriction?: GeoRestrictionArgs;
  /** One of the connection groups. @default - the first */
  connectionGroup?: string;
  /** Whether it answers. @default true */
  enabled?: boolean;
}

/** Where the domains of tenants lead: a name of CloudFront's, and the addresses behind it. */
export interface ConnectionGroupArgs {
  /** @default true */
  ipv6?: boolean;
  /** Fixed addresses: an Anycast list made elsewhere. Up to 5 groups may share one. @default - CloudFront's, which change */
  anycastIpListId?: pulumi.Input<string>;
}

export interface TenantedFrontDoorArgs {
  /** By name, such as `bronze`, `silver` and `gold`; at most 12 lower-case letters and digits. Changing a name moves all its tenants. */
  tiers: Record<string, TierArgs>;
  /** By name. @default - none */
  tenants?: Record<string, TenantArgs>;
  /** At most 5, by name. @default - none */
  parameters?: Record<string, TenantParameterArgs>;
  /** By name. @default - one called `default` */
  connectionGroups?: Record<string, ConnectionGroupArgs>;
  /**
   * A domain whose names tenants get, with a wildcard: `{ name: "mystore.app", alternativeNames: ["*.mystore.app"], hostedZoneId }`. Its
   * certificate is shared by them. @default - each tenant has domain and certificate of its own
   */
  domain?: DomainArgs;
  /** What viewers must speak at least. Only with `domain`. @default ViewerTlsPolicy.Tls12_2025 */
  minimumProtocolVersion?: ViewerTlsPolicy;
  /** @default - access and firewall logs of all tiers, kept for 90 days */
  logging?: LoggingArgs;
  /** @default - SSE-KMS with `encryptionKeyArn`, otherwise SSE-S3 */
  encryption?: EncryptionMode;
  /** @default - SSE-KMS creates one */
  encryptionKeyArn?: pulumi.Input<string>;
  /** @default true */
  deletionProtection?: boolean;
  /** Quotas that AWS has raised for the account. @default - those of every account */
  quotas?: Partial<Quotas>;
  /** @default - none */
  tags?: Tags;
}
