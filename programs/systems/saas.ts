import type * as pulumi from "@pulumi/pulumi";
import {
  type DnsRecord,
  FirewallPreset,
  httpOrigin,
  ManagedRuleGroup,
  type Tags,
  type TenantArgs,
  TenantedFrontDoor,
  type TierArgs,
} from "../../components";

export interface SaasSettings {
  /** Name that merchants' names are below, such as `mystore.app`. */
  readonly domainName: string;
  readonly hostedZoneId: string;
  /** Name that each merchant's server is below, such as `stores.example.com`. */
  readonly storeDomainName: string;
  /** By name, each in one of the tiers. */
  readonly tenants: Record<string, TenantArgs>;
  readonly logRetentionDays: number;
  readonly deletionProtection: boolean;
  readonly tags: Tags;
}

export interface SaasOutputs {
  tenantUrls: pulumi.Output<Record<string, string>>;
  routingEndpoints: pulumi.Output<Record<string, string>>;
  /** What merchants with DNS of their own have to create. */
  dnsRecords: pulumi.Output<DnsRecord[]>;
}

/** Stores of many merchants under one roof, in three tiers of service: what they pay for is what stands before them. */
export function deploySaas(name: string, settings: SaasSettings): SaasOutputs {
  const { domainName, hostedZoneId, storeDomainName, tenants, deletionProtection, tags } = settings;
  const stores = new TenantedFrontDoor(name, {
    domain: { name: domainName, alternativeNames: [`*.${domainName}`], hostedZoneId },
    parameters: { store: { comment: "label of the merchant's server" } },
    tiers: tiers(`{{store}}.${storeDomainName}`),
    tenants,
    logging: { retentionDays: settings.logRetentionDays },
    deletionProtection,
    tags,
  });
  return {
    tenantUrls: stores.tenantUrls,
    routingEndpoints: stores.routingEndpoints,
    dnsRecords: stores.dnsRecords,
  };
}

function tiers(serverName: string): Record<string, TierArgs> {
  const origin = httpOrigin({ domainName: serverName });
  return {
    bronze: { origin },
    silver: { origin, firewall: { preset: FirewallPreset.Recommended } },
    gold: {
      origin: httpOrigin({ domainName: serverName, originShieldRegion: "eu-central-1" }),
      firewall: {
        preset: FirewallPreset.Recommended,
        ruleGroups: [
          ManagedRuleGroup.IpReputation,
          ManagedRuleGroup.AnonymousIp,
          ManagedRuleGroup.Core,
          ManagedRuleGroup.KnownBadInputs,
          ManagedRuleGroup.Sqli,
        ],
        antiDdos: {},
        botControl: {},
      },
    },
  };
}
