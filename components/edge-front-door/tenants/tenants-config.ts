import type * as pulumi from "@pulumi/pulumi";
import type { Tags } from "../../aws/tags";
import type { ViewerTlsPolicy } from "../../aws/tls";
import type { HttpVersion } from "../args";
import { type Content, resolveContent } from "../content";
import { FRONT_DOOR_DEFAULTS, LOGGING_DEFAULTS } from "../defaults";
import { ExternalDns } from "../domain/domain-args";
import { covers, type DomainPlan, planDomain } from "../domain/plan-domain";
import { type EncryptionPlan, planEncryption } from "../encryption";
import { type FirewallPlan, planFirewall } from "../firewall/plan-firewall";
import { AccessLogDestination } from "../telemetry/logging-args";
import type { ErrorPageArgs } from "../viewers/error-pages";
import type { GeoRestrictionArgs } from "../viewers/geo-restriction";
import type { ResponseHeadersArgs } from "../viewers/response-headers";
import { sitesOfTier } from "./tenant-domains";
import {
  type ConnectionGroupArgs,
  type TenantArgs,
  TenantCertificate,
  type TenantedFrontDoorArgs,
  type TenantParameterArgs,
  type TierArgs,
} from "./tenanted-front-door-args";

/** The arguments with every default filled in: what the satellites work from. */
export interface TenantedFrontDoorConfig {
  readonly tiers: readonly Tier[];
  readonly tenants: readonly Tenant[];
  readonly parameters: Readonly<Record<string, TenantParameterArgs>>;
  readonly connectionGroups: readonly ConnectionGroupPlan[];
  readonly domain: DomainPlan;
  readonly minimumProtocolVersion: ViewerTlsPolicy;
  readonly accessLogs: AccessLogDestination;
  readonly retentionDays: number;
  readonly encryption: EncryptionPlan;
  readonly deletionProtection: boolean;
  readonly tags: Tags | undefined;
}

export interface Tier {
  readonly name: string;
  readonly content: Content;
  readonly firewall: FirewallPlan;
  readonly geoRestriction: GeoRestrictionArgs | undefined;
  readonly responseHeaders: ResponseHeadersArgs | undefined;
  readonly responseHeadersPolicyId: pulumi.Input<string>;
  readonly errorPages: readonly ErrorPageArgs[];
  readonly httpVersion: HttpVersion;
}

export interface ConnectionGroupPlan {
  readonly name: string;
  readonly ipv6: boolean;
  readonly anycastIpListId: pulumi.Input<string> | undefined;
}

export interface Tenant {
  readonly name: string;
  readonly tier: string;
  readonly domains: readonly string[];
  readonly parameters: Readonly<Record<string, pulumi.Input<string>>>;
  readonly certificate: TenantCertificate;
  readonly existingCertificateArn: pulumi.Input<string> | undefined;
  /** Where the records of a domain go; absent where its DNS is elsewhere. */
  zoneOf(name: string): pulumi.Input<string> | undefined;
  /** Its certificate, or the shared one, waits for records that somebody has to make: it is not made yet. */
  readonly awaitsRecords: boolean;
  readonly webAclArn: pulumi.Input<string> | undefined;
  readonly geoRestriction: GeoRestrictionArgs | undefined;
  readonly connectionGroup: string;
  readonly enabled: boolean;
}

export const DEFAULT_CONNECTION_GROUP = "default";

/** Fills in every default. The arguments have been validated, so contradictions do not occur. */
export function resolveTenantedFrontDoor(args: TenantedFrontDoorArgs): TenantedFrontDoorConfig {
  const domain = planDomain(args.domain);
  const groups = Object.entries(args.connectionGroups ?? { [DEFAULT_CONNECTION_GROUP]: {} });
  const firstGroup = groups[0]?.[0] ?? DEFAULT_CONNECTION_GROUP;
  return {
    tiers: Object.entries(args.tiers).map(([name, tier]) => resolveTier(name, tier, sitesOfTier(args, name))),
    tenants: Object.entries(args.tenants ?? {}).map(([name, tenant]) =>
      resolveTenant(name, tenant, domain, firstGroup),
    ),
    parameters: args.parameters ?? {},
    connectionGroups: groups.map(([name, group]) => resolveGroup(name, group)),
    domain,
    minimumProtocolVersion: args.minimumProtocolVersion ?? FRONT_DOOR_DEFAULTS.minimumProtocolVersion,
    accessLogs: args.logging?.accessLogs ?? AccessLogDestination.S3,
    retentionDays: args.logging?.retentionDays ?? LOGGING_DEFAULTS.retentionDays,
    encryption: planEncryption(args.encryption, args.encryptionKeyArn),
    deletionProtection: args.deletionProtection ?? FRONT_DOOR_DEFAULTS.deletionProtection,
    tags: args.tags,
  };
}

function resolveTier(name: string, tier: TierArgs, sites: readonly string[]): Tier {
  return {
    name,
    content: resolveContent(tier.origin, tier.behavior ?? {}, tier.routes ?? [], tier.websiteRouting),
    firewall: planFirewall(tier.firewall ?? {}, sites),
    geoRestriction: tier.geoRestriction,
    responseHeaders: tier.responseHeaders,
    responseHeadersPolicyId: tier.responseHeadersPolicyId ?? FRONT_DOOR_DEFAULTS.responseHeadersPolicyId,
    errorPages: tier.errorPages ?? [],
    httpVersion: tier.httpVersion ?? FRONT_DOOR_DEFAULTS.httpVersion,
  };
}

function resolveGroup(name: string, { ipv6, anycastIpListId }: ConnectionGroupArgs): ConnectionGroupPlan {
  return { name, ipv6: ipv6 ?? FRONT_DOOR_DEFAULTS.ipv6, anycastIpListId };
}

export function resolveTenant(name: string, tenant: TenantArgs, domain: DomainPlan, firstGroup: string): Tenant {
  const certificate = tenant.certificate ?? defaultCertificate(tenant, domain);
  const zoneOf = (each: string) => zoneOfName(each, domain, tenant);
  return {
    name,
    tier: tenant.tier,
    domains: tenant.domains,
    parameters: givenParameters(tenant.parameters),
    certificate,
    existingCertificateArn: tenant.existingCertificateArn,
    zoneOf,
    awaitsRecords:
      certificate === TenantCertificate.Managed
        ? tenant.domains.some((each) => zoneOf(each) === undefined) && tenant.externalDns !== ExternalDns.RecordsCreated
        : certificate === TenantCertificate.Shared && awaitsIssue(domain),
    webAclArn: tenant.webAclArn,
    geoRestriction: tenant.geoRestriction,
    connectionGroup: tenant.connectionGroup ?? firstGroup,
    enabled: tenant.enabled ?? true,
  };
}

function defaultCertificate({ existingCertificateArn, domains }: TenantArgs, domain: DomainPlan): TenantCertificate {
  if (existingCertificateArn !== undefined) {
    return TenantCertificate.Existing;
  }
  return domains.every((each) => covers(domain.names, each)) ? TenantCertificate.Shared : TenantCertificate.Managed;
}

/** A value that is undefined is none: the default holds. */
export function givenParameters(parameters: TenantArgs["parameters"] = {}): Record<string, pulumi.Input<string>> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
}

/** CloudFront makes no tenant whose names no certificate covers yet. */
function awaitsIssue({ certificate }: DomainPlan): boolean {
  return certificate.kind === "external-dns" && !certificate.recordsCreated;
}

/** A name below the front door's is in the front door's zone, every other one in the tenant's. */
function zoneOfName(name: string, domain: DomainPlan, tenant: TenantArgs): pulumi.Input<string> | undefined {
  const covering = domain.names.find((each) => covers([each], name));
  return covering === undefined ? tenant.hostedZoneId : domain.zoneOf(covering);
}
