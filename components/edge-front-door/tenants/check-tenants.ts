import { isDomainNameOrWildcard } from "../../aws/domain-names";
import type { Problem } from "../../errors";
import type { Quotas } from "../compatibility/quotas";
import { checkHostedZone } from "../domain/check-domain";
import { checkEdgeArn } from "../domain/check-edge-arn";
import { nameInRole, planDomain } from "../domain/plan-domain";
import { checkPartName } from "../routes/part";
import { checkGeoRestriction } from "../viewers/geo-restriction";
import { checkTenantParameters } from "./check-parameters";
import { checkTenantCertificate } from "./check-tenant-certificate";
import { TENANT_ARGUMENTS } from "./kinds-of-arguments";
import { domainsOf } from "./tenant-domains";
import type { TenantArgs, TenantedFrontDoorArgs } from "./tenanted-front-door-args";
import { DEFAULT_CONNECTION_GROUP, resolveTenant } from "./tenants-config";

export function checkTenants(args: Partial<TenantedFrontDoorArgs>, quotas: Quotas): Problem[] {
  const tenants = Object.entries(args.tenants ?? {});
  return [
    ...tenants.flatMap(([name, tenant]) => checkTenant(name, tenant, args, quotas)),
    ...checkDomainsOnce(tenants),
    ...checkRecordNames(tenants),
  ];
}

function checkTenant(
  name: string,
  tenant: TenantArgs,
  args: Partial<TenantedFrontDoorArgs>,
  quotas: Quotas,
): Problem[] {
  const path = `tenants.${name}`;
  const groups = Object.keys(args.connectionGroups ?? { [DEFAULT_CONNECTION_GROUP]: {} });
  const shared = planDomain(args.domain);
  const plan = resolveTenant(name, { ...tenant, domains: domainsOf(tenant) }, shared, groups[0] ?? "");
  return [
    ...checkPartName(path, name),
    ...checkArguments(path, tenant),
    ...checkOneOf(`${path}.tier`, tenant.tier, Object.keys(args.tiers ?? {})),
    ...(tenant.connectionGroup === undefined
      ? []
      : checkOneOf(`${path}.connectionGroup`, tenant.connectionGroup, groups)),
    ...checkDomains(`${path}.domains`, tenant, quotas),
    ...checkTenantParameters(`${path}.parameters`, tenant, args),
    ...checkTenantCertificate(path, tenant, plan, shared),
    ...checkHostedZone(`${path}.hostedZoneId`, tenant.hostedZoneId),
    ...checkEdgeArn(`${path}.webAclArn`, tenant.webAclArn, "wafv2", "global/webacl/", "web ACL of scope CLOUDFRONT"),
    ...checkGeoRestriction(`${path}.geoRestriction`, tenant.geoRestriction),
  ];
}

/** A misspelt `webAclArn` in a file would leave a tenant without its firewall. */
function checkArguments(path: string, tenant: TenantArgs): Problem[] {
  return Object.keys(tenant)
    .filter((argument) => !Object.hasOwn(TENANT_ARGUMENTS, argument))
    .map((argument) => ({
      path: `${path}.${argument}`,
      must: `be one of the arguments ${Object.keys(TENANT_ARGUMENTS).join(", ")}`,
      got: argument,
    }));
}

function checkOneOf(path: string, value: string, names: readonly string[]): Problem[] {
  return names.includes(value) ? [] : [{ path, must: `be one of ${names.join(", ")}`, got: value }];
}

function checkDomains(path: string, { domains }: TenantArgs, quotas: Quotas): Problem[] {
  const count = domains?.length ?? 0;
  if (count === 0 || count > quotas.tenantDomains) {
    return [
      {
        path,
        must: `be a list of 1 to ${quotas.tenantDomains} domain names`,
        got: domains && count,
        use: '["shop.example.com"]',
      },
    ];
  }
  return domains.flatMap((name, index) =>
    isDomainNameOrWildcard(name)
      ? []
      : [
          {
            path: `${path}[${index}]`,
            must: 'be a full domain name in lower case, or one with "*." in front',
            got: name,
            use: '"shop.example.com"',
          },
        ],
  );
}

/** CloudFront takes a domain in one place only, of all accounts. */
function checkDomainsOnce(tenants: readonly (readonly [string, TenantArgs])[]): Problem[] {
  const names = tenants.flatMap(([tenant, args]) =>
    domainsOf(args).map((name) => ({ value: name, path: `tenants.${tenant}.domains`, got: name })),
  );
  return checkDistinct(names, "differ: a domain leads to one tenant");
}

/** `*.a.example` and `wildcard.a.example` of one tenant, or `a-b.example` of a tenant `x` and `b.example` of a tenant `x-a`. */
function checkRecordNames(tenants: readonly (readonly [string, TenantArgs])[]): Problem[] {
  const names = tenants.flatMap(([tenant, args]) =>
    [...new Set(domainsOf(args))].flatMap((name) =>
      ["a", "aaaa"].map((type) => ({
        value: `${tenant}-${type}-${nameInRole(name)}`,
        path: `tenants.${tenant}.domains`,
        got: name,
      })),
    ),
  );
  return checkDistinct(names, "differ more: their records would have one name in the program");
}

interface Named {
  readonly value: string;
  readonly path: string;
  readonly got: string;
}

function checkDistinct(named: readonly Named[], must: string): Problem[] {
  const first = new Map<string, Named>();
  const problems = new Map<string, Problem>();
  for (const each of named) {
    const present = first.get(each.value) ?? each;
    first.set(each.value, present);
    if (present !== each) {
      const path = present.path === each.path ? each.path : `${present.path} and ${each.path}`;
      problems.set(`${path} ${each.got}`, { path, must, got: each.got });
    }
  }
  return [...problems.values()];
}
