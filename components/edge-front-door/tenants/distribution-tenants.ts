import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { CLOUDFRONT_HOSTED_ZONE_ID } from "../../aws/cloudfront-zone";
import type { DnsRecord } from "../../certificates/dns-certificate";
import { nameInRole } from "../domain/plan-domain";
import type { FrontDoorScope } from "../scope";
import type { ConnectionGroup } from "./connection-groups";
import { tenantedGeoRestriction } from "./multitenant-shapes";
import { TenantCertificate } from "./tenanted-front-door-args";
import type { Tenant } from "./tenants-config";
import type { TierDistribution } from "./tiers";

export interface TenantParts {
  readonly tiers: ReadonlyMap<string, TierDistribution>;
  readonly connectionGroups: ReadonlyMap<string, ConnectionGroup>;
}

/** One customer: domains, parameters and what differs from the tier. Returns the records that somebody has to make. */
export function createTenant(scope: FrontDoorScope, tenant: Tenant, parts: TenantParts): pulumi.Output<DnsRecord>[] {
  const tier = part(parts.tiers, tenant.tier);
  const group = part(parts.connectionGroups, tenant.connectionGroup);
  const records = createRecords(scope, tenant, group);
  if (!tenant.awaitsRecords) {
    declareTenant(scope, tenant, { tier, group, records });
  }
  return tenant.domains
    .filter((name) => tenant.zoneOf(name) === undefined)
    .map((name) => group.group.routingEndpoint.apply((value) => ({ name, type: "CNAME", value })));
}

function part<T>(parts: ReadonlyMap<string, T>, name: string): T {
  const found = parts.get(name);
  if (found === undefined) {
    throw new Error(`A tenant uses ${JSON.stringify(name)}, which was never made`);
  }
  return found;
}

interface PartsOfTenant {
  readonly tier: TierDistribution;
  readonly group: ConnectionGroup;
  readonly records: aws.route53.Record[];
}

function declareTenant(
  { parent, name, tags }: FrontDoorScope,
  tenant: Tenant,
  { tier, group, records }: PartsOfTenant,
): void {
  const parameters = Object.entries(tenant.parameters);
  new aws.cloudfront.DistributionTenant(
    `${name}-tenant-${tenant.name}`,
    {
      distributionId: tier.distribution.id,
      connectionGroupId: group.group.id,
      domains: tenant.domains.map((domain) => ({ domain })),
      parameters: parameters.length > 0 ? parameters.map(([key, value]) => ({ name: key, value })) : undefined,
      customizations: describeCustomizations(tenant),
      managedCertificateRequest:
        tenant.certificate === TenantCertificate.Managed
          ? { primaryDomainName: tenant.domains[0], validationTokenHost: "cloudfront" }
          : undefined,
      enabled: tenant.enabled,
      tags,
    },
    {
      parent,
      // CloudFront proves a managed certificate at the domain itself, so that must lead here before.
      dependsOn: records,
      // The provider moves no tenant to another distribution and renames none. Its domains can be in one tenant only, so the old one
      // must go before the new one comes.
      replaceOnChanges: ["distributionId", "name"],
      deleteBeforeReplace: true,
    },
  );
}

function describeCustomizations(
  tenant: Tenant,
): aws.types.input.cloudfront.DistributionTenantCustomizations | undefined {
  const { existingCertificateArn, webAclArn, geoRestriction } = tenant;
  if (existingCertificateArn === undefined && webAclArn === undefined && geoRestriction === undefined) {
    return undefined;
  }
  const { restrictionType, items } = tenantedGeoRestriction(geoRestriction);
  return {
    certificate: existingCertificateArn === undefined ? undefined : { arn: existingCertificateArn },
    webAcl: webAclArn === undefined ? undefined : { action: "override", arn: webAclArn },
    geoRestriction: geoRestriction === undefined ? undefined : { restrictionType, locations: items },
  };
}

/** Alias records: they work at a zone's apex, too. */
function createRecords(
  { parent, name }: FrontDoorScope,
  { name: tenantName, domains, zoneOf }: Tenant,
  { group, ipv6 }: ConnectionGroup,
): aws.route53.Record[] {
  const inRoute53 = domains.flatMap((domain) => {
    const zoneId = zoneOf(domain);
    return zoneId === undefined ? [] : [{ domain, zoneId }];
  });
  return inRoute53.flatMap(({ domain, zoneId }) =>
    (ipv6 ? ["A", "AAAA"] : ["A"]).map(
      (type) =>
        new aws.route53.Record(
          `${name}-tenant-${tenantName}-${type.toLowerCase()}-${nameInRole(domain)}`,
          {
            zoneId,
            name: domain,
            type,
            aliases: [{ name: group.routingEndpoint, zoneId: CLOUDFRONT_HOSTED_ZONE_ID, evaluateTargetHealth: false }],
          },
          { parent },
        ),
    ),
  );
}

/** Where the sites of tenants are, by tenant: those that exist, by their first name that is no wildcard. */
export function urlsOf(tenants: readonly Tenant[]): Record<string, string> {
  const urls: Record<string, string> = {};
  for (const { name, domains, awaitsRecords } of tenants) {
    const site = domains.find((domain) => !domain.startsWith("*."));
    if (!awaitsRecords && site !== undefined) {
      urls[name] = `https://${site}`;
    }
  }
  return urls;
}
