import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { DnsRecord } from "../../certificates/dns-certificate";
import { originUsesOf } from "../content";
import { createCertificate } from "../domain/certificate";
import { createEncryptionKey, openEncryptionKey } from "../encryption";
import { bindOrigins, openOrigins } from "../origins/bind-origins";
import type { RequiredGrant } from "../origins/origin";
import { partScope } from "../routes/part";
import { createAccessLogs, usesKey } from "../telemetry/access-logs";
import { createConnectionGroups } from "./connection-groups";
import { createTenant, urlsOf } from "./distribution-tenants";
import type { TenantedFrontDoorArgs } from "./tenanted-front-door-args";
import { resolveTenantedFrontDoor } from "./tenants-config";
import { createTier } from "./tiers";
import { validateTenantedFrontDoor } from "./validate-tenants";

/**
 * One front door for many customers: a multi-tenant distribution for each tier of service, a distribution tenant for each customer, and
 * connection groups that their domains lead to.
 *
 * ```ts
 * const stores = new TenantedFrontDoor("stores", {
 *   domain: { name: "mystore.app", alternativeNames: ["*.mystore.app"], hostedZoneId: "Z0123456789ABCDEFGHIJ" },
 *   parameters: { store: {} },
 *   tiers: { bronze: { origin: httpOrigin({ domainName: "{{store}}.stores.example.com" }) } },
 *   tenants: { acme: { tier: "bronze", domains: ["acme.mystore.app"], parameters: { store: "acme" } } },
 * });
 * ```
 *
 * What it creates, what it costs when idle and what a change replaces: `README.md` in the folder above.
 */
export class TenantedFrontDoor extends pulumi.ComponentResource {
  static readonly __pulumiType = "causeway:index:TenantedFrontDoor";

  /** Where each tenant is, by name. Without those that wait for records and those that have wildcards only. */
  public readonly tenantUrls: pulumi.Output<Record<string, string>>;
  /** Id of each tier's distribution, by name. */
  public readonly distributionIds: pulumi.Output<Record<string, string>>;
  /** What tenants' domains point at, by connection group. */
  public readonly routingEndpoints: pulumi.Output<Record<string, string>>;
  /** Records to create by hand so that ACM issues the shared certificate. Empty with a hosted zone. */
  public readonly validationRecords: pulumi.Output<DnsRecord[]>;
  /** Records to create by hand that point tenants' domains here. At a zone's apex, where no CNAME may stand: ALIAS. */
  public readonly dnsRecords: pulumi.Output<DnsRecord[]>;
  /** Statements that policies owned by the caller must contain: those of an existing key or an existing bucket. */
  public readonly requiredGrants: pulumi.Output<RequiredGrant[]>;
  /** The bucket or log group of the access logs of all tiers; nothing without them. */
  public readonly accessLogArn: pulumi.Output<string | undefined>;

  constructor(name: string, args: TenantedFrontDoorArgs, opts?: pulumi.ComponentResourceOptions) {
    const edgeRegion = validateTenantedFrontDoor(name, args, aws.config.region);
    super(TenantedFrontDoor.__pulumiType, name, args, opts);
    const config = resolveTenantedFrontDoor(args);
    const { deletionProtection, retentionDays, tags } = config;
    const scope = partScope({ parent: this, name, edgeRegion, deletionProtection, retentionDays, tags });

    const encryption = createEncryptionKey(scope, config.encryption);
    const uses = config.tiers.flatMap((tier) => originUsesOf(tier.content, `-${tier.name}`));
    const origins = bindOrigins(scope, uses, encryption);
    const tls = createCertificate(scope, config.domain, config.minimumProtocolVersion);
    const tierParts = { origins, tls, parameters: config.parameters };
    const tiers = new Map(config.tiers.map((tier) => [tier.name, createTier(scope, tier, tierParts)]));
    const connectionGroups = createConnectionGroups(scope, config.connectionGroups);
    const dnsRecords = config.tenants.flatMap((tenant) => createTenant(scope, tenant, { tiers, connectionGroups }));

    const distributions = [...tiers].map(([tier, { distribution }]) => ({ tier, distribution }));
    const originGrants = openOrigins([...tiers.values()].map(({ served }) => served));
    const keyAccess = openEncryptionKey(scope, encryption, {
      distributionArns: distributions.map(({ distribution }) => distribution.arn),
      uses: [...origins.values()].map((origin) => origin.encryptionKeyUse),
      logDelivery: usesKey(config.accessLogs),
    });
    const accessLogArn = createAccessLogs(scope, {
      sources: distributions.map(({ tier, distribution: { arn } }) => ({
        infix: `-${tier}`,
        logType: "ACCESS_LOGS",
        distributionArn: arn,
      })),
      destination: config.accessLogs,
      encryptionKeyArn: encryption.arn,
      ready: keyAccess.ready,
    });

    this.tenantUrls = pulumi.output(urlsOf(config.tenants));
    this.distributionIds = pulumi.all(
      Object.fromEntries(distributions.map(({ tier, distribution }) => [tier, distribution.id])),
    );
    this.routingEndpoints = pulumi.all(
      Object.fromEntries([...connectionGroups].map(([group, made]) => [group, made.group.routingEndpoint])),
    );
    this.validationRecords = tls.validationRecords;
    this.dnsRecords = pulumi.all(dnsRecords);
    this.requiredGrants = pulumi.all([...originGrants, ...keyAccess.requiredGrants]);
    this.accessLogArn = pulumi.output(accessLogArn);
    this.registerOutputs({
      tenantUrls: this.tenantUrls,
      distributionIds: this.distributionIds,
      routingEndpoints: this.routingEndpoints,
      validationRecords: this.validationRecords,
      dnsRecords: this.dnsRecords,
      requiredGrants: this.requiredGrants,
      accessLogArn: this.accessLogArn,
    });
  }
}
