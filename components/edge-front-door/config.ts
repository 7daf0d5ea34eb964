import type * as pulumi from "@pulumi/pulumi";
import type { Tags } from "../aws/tags";
import type { ViewerTlsPolicy } from "../aws/tls";
import type { EdgeFrontDoorArgs, HttpVersion, PriceClass } from "./args";
import { type Content, originUsesOf, resolveContent } from "./content";
import type { ContinuousDeploymentArgs } from "./continuous-deployment";
import { FRONT_DOOR_DEFAULTS, LOGGING_DEFAULTS } from "./defaults";
import { type DomainPlan, planDomain } from "./domain/plan-domain";
import { type EncryptionPlan, planEncryption } from "./encryption";
import { type FirewallPlan, planFirewall } from "./firewall/plan-firewall";
import type { OriginUse } from "./origins/bind-origins";
import { AccessLogDestination, type RealTimeLogArgs } from "./telemetry/logging-args";
import type { MonitoringArgs } from "./telemetry/monitoring";
import type { AnycastIpListArgs } from "./viewers/anycast";
import type { ErrorPageArgs } from "./viewers/error-pages";
import type { GeoRestrictionArgs } from "./viewers/geo-restriction";
import type { ResponseHeadersArgs } from "./viewers/response-headers";
import type { ViewerMtlsArgs } from "./viewers/viewer-mtls";

/** The arguments with every default filled in: what the satellites work from. */
export interface EdgeFrontDoorConfig {
  readonly content: Content;
  readonly staging: { readonly deployment: ContinuousDeploymentArgs; readonly content: Content } | undefined;
  readonly domain: DomainPlan;
  readonly minimumProtocolVersion: ViewerTlsPolicy;
  readonly httpVersion: HttpVersion;
  readonly ipv6: boolean;
  readonly priceClass: PriceClass;
  readonly firewall: FirewallPlan;
  readonly geoRestriction: GeoRestrictionArgs | undefined;
  readonly responseHeaders: ResponseHeadersArgs | undefined;
  readonly responseHeadersPolicyId: pulumi.Input<string>;
  readonly errorPages: readonly ErrorPageArgs[];
  readonly viewerMtls: ViewerMtlsArgs | undefined;
  readonly anycastIpList: AnycastIpListArgs | undefined;
  readonly accessLogs: AccessLogDestination;
  readonly legacyAccessLogs: boolean;
  readonly realTimeLogs: RealTimeLogArgs | undefined;
  readonly monitoring: MonitoringArgs;
  readonly retentionDays: number;
  readonly encryption: EncryptionPlan;
  readonly deletionProtection: boolean;
  readonly tags: Tags | undefined;
}

/** Fills in every default. The arguments have been validated, so contradictions do not occur. */
export function resolveEdgeFrontDoor(args: EdgeFrontDoorArgs): EdgeFrontDoorConfig {
  const { logging, continuousDeployment: deployment } = args;
  const domain = planDomain(args.domain);
  const content = resolveContent(args.origin, args.behavior ?? {}, args.routes ?? [], args.websiteRouting);
  return {
    content,
    staging: deployment && { deployment, content: resolveStaging(args, deployment, content) },
    domain,
    minimumProtocolVersion: args.minimumProtocolVersion ?? FRONT_DOOR_DEFAULTS.minimumProtocolVersion,
    httpVersion: args.httpVersion ?? FRONT_DOOR_DEFAULTS.httpVersion,
    ipv6: args.ipv6 ?? FRONT_DOOR_DEFAULTS.ipv6,
    priceClass: args.priceClass ?? FRONT_DOOR_DEFAULTS.priceClass,
    firewall: planFirewall(args.firewall ?? {}, domain.names),
    geoRestriction: args.geoRestriction,
    responseHeaders: args.responseHeaders,
    responseHeadersPolicyId: args.responseHeadersPolicyId ?? FRONT_DOOR_DEFAULTS.responseHeadersPolicyId,
    errorPages: args.errorPages ?? [],
    viewerMtls: args.viewerMtls,
    anycastIpList: args.anycastIpList,
    accessLogs: logging?.accessLogs ?? AccessLogDestination.S3,
    legacyAccessLogs: logging?.legacyAccessLogs ?? false,
    realTimeLogs: logging?.realTime,
    monitoring: args.monitoring ?? {},
    retentionDays: logging?.retentionDays ?? LOGGING_DEFAULTS.retentionDays,
    encryption: planEncryption(args.encryption, args.encryptionKeyArn),
    deletionProtection: args.deletionProtection ?? FRONT_DOOR_DEFAULTS.deletionProtection,
    tags: args.tags,
  };
}

/** What the staging distribution serves: the same objects where nothing is said, so that they are made once. */
function resolveStaging(args: EdgeFrontDoorArgs, staged: ContinuousDeploymentArgs, content: Content): Content {
  const isSameDefault = staged.origin === undefined && staged.behavior === undefined;
  const own = resolveContent(
    staged.origin ?? args.origin,
    staged.behavior ?? args.behavior ?? {},
    staged.routes ?? [],
    isSameDefault ? undefined : args.websiteRouting,
  );
  return {
    defaultBehavior: isSameDefault ? content.defaultBehavior : own.defaultBehavior,
    routes: staged.routes === undefined ? content.routes : own.routes,
  };
}

/** The origins of a front door, each with what its children and the distributions call it. */
export function originUses({ content, staging }: EdgeFrontDoorConfig): OriginUse[] {
  // Origins that both serve are bound by the first use and keep its names.
  return [...originUsesOf(content, ""), ...(staging ? originUsesOf(staging.content, "-staging") : [])];
}
