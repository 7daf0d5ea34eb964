import { covers, planDomain } from "../domain/plan-domain";
import type { TenantArgs, TenantedFrontDoorArgs } from "./tenanted-front-door-args";

/** The names of a tenant, as far as they are names: they are not validated yet where this is asked. */
export function domainsOf({ domains }: TenantArgs): string[] {
  return Array.isArray(domains) ? domains.filter((name) => typeof name === "string") : [];
}

/** The names behind a tier's firewall: the front door's, which stand for the tenants' below it, and the other names of the tier's tenants. */
export function sitesOfTier({ domain, tenants }: Partial<TenantedFrontDoorArgs>, tier: string): string[] {
  const shared = planDomain(domain).names.map(String);
  const own = Object.values(tenants ?? {}).flatMap((tenant) => (tenant.tier === tier ? domainsOf(tenant) : []));
  return [...shared, ...own.filter((name) => !covers(shared, name))];
}
