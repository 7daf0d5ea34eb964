import { covers, planDomain } from "../domain/plan-domain";
import type { TenantArgs, TenantedFrontDoorArgs } from "./tenanted-front-door-args";

/** The names of a tenant, who may have left them out: that is told elsewhere. */
export function domainsOf({ domains }: TenantArgs): string[] {
  return domains ?? [];
}

/** The names behind a tier's firewall: the front door's, which stand for the tenants' below it, and the other names of the tier's tenants. */
export function sitesOfTier({ domain, tenants }: Partial<TenantedFrontDoorArgs>, tier: string): string[] {
  const shared = planDomain(domain).names.map(String);
  const own = Object.values(tenants ?? {}).flatMap((tenant) => (tenant.tier === tier ? domainsOf(tenant) : []));
  return [...shared, ...own.filter((name) => !covers(shared, name))];
}
