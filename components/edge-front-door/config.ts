import type * as pulumi from "@pulumi/pulumi";
import type { Tags } from "../aws/tags";
import type { ViewerTlsPolicy } from "../aws/tls";
import { inEvaluationOrder, type ManagedRuleGroup } from "../aws/waf-rule-groups";
import {
  AccessLogDestination,
  type DomainArgs,
  type EdgeFrontDoorArgs,
  EncryptionMode,
  ExternalDns,
  type FirewallArgs,
  FirewallMode,
  type PriceClass,
  type RouteArgs,
} from "./args";
import { FRONT_DOOR_DEFAULTS, LOGGING_DEFAULTS, RECOMMENDED_RULE_GROUPS } from "./defaults";
import type { Origin } from "./origins/origin";

/** The arguments with every default filled in: what the satellites work from. */
export interface EdgeFrontDoorConfig {
  readonly name: string;
  /** Where certificate, web ACL and log deliveries live. */
  readonly edgeRegion: string;
  readonly origin: Origin;
  readonly routes: readonly RouteArgs[];
  /** All names viewers may use; the first is the certificate's own. Empty without a domain. */
  readonly domainNames: readonly string[];
  /** Where the alias records go; absent without a Route 53 zone. */
  readonly hostedZoneId: pulumi.Input<string> | undefined;
  readonly certificate: CertificatePlan;
  readonly minimumProtocolVersion: ViewerTlsPolicy;
  readonly firewall: FirewallPlan;
  readonly accessLogs: AccessLogDestination;
  readonly retentionDays: number;
  readonly encryption: EncryptionPlan;
  readonly responseHeadersPolicyId: pulumi.Input<string>;
  readonly priceClass: PriceClass;
  readonly deletionProtection: boolean;
  readonly tags: Tags | undefined;
}

/** How viewers get a certificate for the domain. */
export type CertificatePlan =
  | { readonly kind: "none" }
  | { readonly kind: "existing"; readonly arn: pulumi.Input<string> }
  | { readonly kind: "hosted-zone"; readonly hostedZoneId: pulumi.Input<string> }
  | { readonly kind: "external-dns"; readonly recordsCreated: boolean };

export type FirewallPlan =
  | { readonly kind: "none" }
  | { readonly kind: "existing"; readonly webAclArn: pulumi.Input<string> }
  | { readonly kind: "managed"; readonly ruleGroups: ManagedRuleGroup[]; readonly countedCoreRules: string[] };

export type EncryptionPlan =
  | { readonly kind: "s3" }
  | { readonly kind: "new-key" }
  | { readonly kind: "existing-key"; readonly keyArn: pulumi.Input<string> };

/** Fills in every default. The arguments have been validated, so contradictions do not occur. */
export function resolveEdgeFrontDoor(name: string, args: EdgeFrontDoorArgs, edgeRegion: string): EdgeFrontDoorConfig {
  const { domain, logging } = args;
  return {
    name,
    edgeRegion,
    origin: args.origin,
    routes: args.routes ?? [],
    domainNames: domain ? [...new Set([domain.name, ...(domain.alternativeNames ?? [])])] : [],
    hostedZoneId: domain?.hostedZoneId,
    certificate: planCertificate(domain),
    minimumProtocolVersion: args.minimumProtocolVersion ?? FRONT_DOOR_DEFAULTS.minimumProtocolVersion,
    firewall: planFirewall(args.firewall ?? {}),
    accessLogs: logging?.accessLogs ?? AccessLogDestination.S3,
    retentionDays: logging?.retentionDays ?? LOGGING_DEFAULTS.retentionDays,
    encryption: planEncryption(args),
    responseHeadersPolicyId: args.responseHeadersPolicyId ?? FRONT_DOOR_DEFAULTS.responseHeadersPolicyId,
    priceClass: args.priceClass ?? FRONT_DOOR_DEFAULTS.priceClass,
    deletionProtection: args.deletionProtection ?? FRONT_DOOR_DEFAULTS.deletionProtection,
    tags: args.tags,
  };
}

function planCertificate(domain: DomainArgs | undefined): CertificatePlan {
  if (domain === undefined) {
    return { kind: "none" };
  }
  if (domain.existingCertificateArn !== undefined) {
    return { kind: "existing", arn: domain.existingCertificateArn };
  }
  if (domain.hostedZoneId !== undefined) {
    return { kind: "hosted-zone", hostedZoneId: domain.hostedZoneId };
  }
  return { kind: "external-dns", recordsCreated: domain.externalDns === ExternalDns.RecordsCreated };
}

function planFirewall(firewall: FirewallArgs): FirewallPlan {
  if (firewall.mode === FirewallMode.None) {
    return { kind: "none" };
  }
  if (firewall.mode === FirewallMode.Existing && firewall.existingWebAclArn !== undefined) {
    return { kind: "existing", webAclArn: firewall.existingWebAclArn };
  }
  return {
    kind: "managed",
    ruleGroups: inEvaluationOrder(firewall.ruleGroups ?? RECOMMENDED_RULE_GROUPS),
    countedCoreRules: firewall.countedCoreRules ?? [],
  };
}

function planEncryption(args: EdgeFrontDoorArgs): EncryptionPlan {
  if (args.encryptionKeyArn !== undefined) {
    return { kind: "existing-key", keyArn: args.encryptionKeyArn };
  }
  return args.encryption === EncryptionMode.SseKms ? { kind: "new-key" } : { kind: "s3" };
}
