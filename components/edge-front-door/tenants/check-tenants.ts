import { checkMember } from "../../argument-checks";
import { isDomainName, isDomainNameOrWildcard } from "../../aws/domain-names";
import type { Problem } from "../../errors";
import type { Quotas } from "../compatibility/quotas";
import { checkEdgeArn } from "../domain/check-edge-arn";
import { ExternalDns } from "../domain/domain-args";
import { covers } from "../domain/plan-domain";
import { checkPartName } from "../routes/part";
import { checkGeoRestriction } from "../viewers/geo-restriction";
import { type TenantArgs, TenantCertificate, type TenantedFrontDoorArgs } from "./tenanted-front-door-args";
import { DEFAULT_CONNECTION_GROUP } from "./tenants-config";

/** Parameters, connection groups and tenants. */
export function checkTenants(args: Partial<TenantedFrontDoorArgs>, quotas: Quotas): Problem[] {
  const tenants = Object.entries(args.tenants ?? {});
  return [
    ...tenants.flatMap(([name, tenant]) => checkTenant(name, tenant, args, quotas)),
    ...checkDomainsOnce(tenants),
    ...checkParameters(args, quotas),
    ...checkGroups(args),
  ];
}

function checkParameters({ parameters }: Partial<TenantedFrontDoorArgs>, quotas: Quotas): Problem[] {
  const names = Object.keys(parameters ?? {});
  const problems: Problem[] = names
    .filter((name) => !/^[A-Za-z0-9_-]{1,128}$/.test(name))
    .map((name) => ({ path: "parameters", must: "have names of letters, digits, _ and -", got: name }));
  if (names.length > quotas.tenantParameters) {
    problems.push({ path: "parameters", must: `have at most ${quotas.tenantParameters} entries`, got: names.length });
  }
  return problems;
}

function checkGroups({ connectionGroups }: Partial<TenantedFrontDoorArgs>): Problem[] {
  if (connectionGroups === undefined) {
    return [];
  }
  const problems = Object.entries(connectionGroups).flatMap(([name, { ipv6, anycastIpListId }]) => {
    const path = `connectionGroups.${name}`;
    return [
      ...checkPartName(path, name),
      ...(anycastIpListId !== undefined && ipv6 !== false
        ? [
            {
              path: `${path}.anycastIpListId and ${path}.ipv6`,
              must: "not contradict each other: an Anycast list has IPv4 addresses",
              use: "ipv6: false",
            },
          ]
        : []),
    ];
  });
  return Object.keys(connectionGroups).length === 0
    ? [{ path: "connectionGroups", must: "name at least one group, or be left out" }]
    : problems;
}

function checkTenant(
  name: string,
  tenant: TenantArgs,
  args: Partial<TenantedFrontDoorArgs>,
  quotas: Quotas,
): Problem[] {
  const path = `tenants.${name}`;
  const tiers = Object.keys(args.tiers ?? {});
  const groups = Object.keys(args.connectionGroups ?? { [DEFAULT_CONNECTION_GROUP]: {} });
  const problems: Problem[] = [...checkPartName(path, name)];
  if (!tiers.includes(tenant.tier)) {
    problems.push({ path: `${path}.tier`, must: `be one of ${tiers.join(", ")}`, got: tenant.tier });
  }
  if (tenant.connectionGroup !== undefined && !groups.includes(tenant.connectionGroup)) {
    problems.push({
      path: `${path}.connectionGroup`,
      must: `be one of ${groups.join(", ")}`,
      got: tenant.connectionGroup,
    });
  }
  return [
    ...problems,
    ...checkDomains(path, tenant, args, quotas),
    ...checkTenantParameters(path, tenant, args),
    ...checkCertificate(path, tenant, args),
    ...checkEdgeArn(`${path}.webAclArn`, tenant.webAclArn, "wafv2", "global/webacl/", "web ACL of scope CLOUDFRONT"),
    ...checkGeoRestriction(`${path}.geoRestriction`, tenant.geoRestriction),
  ];
}

function checkDomains(
  path: string,
  { domains, certificate }: TenantArgs,
  args: Partial<TenantedFrontDoorArgs>,
  quotas: Quotas,
): Problem[] {
  const names = domains ?? [];
  const problems: Problem[] = [];
  if (names.length === 0 || names.length > quotas.tenantDomains) {
    problems.push({ path: `${path}.domains`, must: `name 1 to ${quotas.tenantDomains} domains`, got: names.length });
  }
  for (const [index, domain] of names.entries()) {
    const where = `${path}.domains[${index}]`;
    if (typeof domain !== "string" || !isDomainNameOrWildcard(domain)) {
      problems.push({
        path: where,
        must: "be a full domain name in lower case",
        got: domain,
        use: '"shop.example.com"',
      });
    } else if (!isDomainName(domain) && certificate === TenantCertificate.Managed) {
      problems.push({ path: where, must: "not be a wildcard: managed certificates have none", got: domain });
    } else if (certificate === TenantCertificate.Shared && !covers(namesOf(args), domain)) {
      problems.push({
        path: `${where} and domain`,
        must: "fit: the shared certificate does not cover this name",
        got: domain,
        use: "a certificate of the tenant's own, or domain.alternativeNames",
      });
    }
  }
  return problems;
}

function namesOf({ domain }: Partial<TenantedFrontDoorArgs>): string[] {
  return domain ? [domain.name, ...(domain.alternativeNames ?? [])].map(String) : [];
}

function checkTenantParameters(
  path: string,
  { parameters }: TenantArgs,
  args: Partial<TenantedFrontDoorArgs>,
): Problem[] {
  const defined = args.parameters ?? {};
  const given = Object.keys(parameters ?? {});
  const missing = Object.entries(defined)
    .filter(([name, { defaultValue }]) => defaultValue === undefined && !given.includes(name))
    .map(([name]) => ({ path: `${path}.parameters.${name}`, must: "be given: the parameter has no default" }));
  const unknown = given
    .filter((name) => !(name in defined))
    .map((name) => ({ path: `${path}.parameters.${name}`, must: "be a parameter of the front door", got: name }));
  return [...missing, ...unknown];
}

function checkCertificate(path: string, tenant: TenantArgs, args: Partial<TenantedFrontDoorArgs>): Problem[] {
  const { certificate, existingCertificateArn, externalDns, hostedZoneId, webAclArn, geoRestriction } = tenant;
  const isCovered = (tenant.domains ?? []).every((domain) => covers(namesOf(args), String(domain)));
  const isManaged =
    certificate === TenantCertificate.Managed ||
    (certificate === undefined && existingCertificateArn === undefined && !isCovered);
  const problems: Problem[] = [
    ...checkMember(`${path}.certificate`, certificate, TenantCertificate),
    ...checkMember(`${path}.externalDns`, externalDns, ExternalDns),
    ...checkEdgeArn(`${path}.existingCertificateArn`, existingCertificateArn, "acm", "certificate/", "certificate"),
  ];
  const isExisting = certificate === TenantCertificate.Existing;
  if (certificate !== undefined && isExisting !== (existingCertificateArn !== undefined)) {
    problems.push({
      path: `${path}.certificate "${TenantCertificate.Existing}" and ${path}.existingCertificateArn`,
      must: "be given together",
      got: certificate,
    });
  }
  if (externalDns !== undefined && (!isManaged || hostedZoneId !== undefined)) {
    problems.push({
      path: `${path}.externalDns`,
      must: "be left out: only a managed certificate with DNS elsewhere waits for records",
      got: externalDns,
    });
  }
  if (certificate === TenantCertificate.Managed && isCovered) {
    problems.push({
      path: `${path}.certificate and domain`,
      must: "not contradict each other: CloudFront requests no certificate for names that the shared one covers",
      got: certificate,
    });
  }
  for (const [argument, value] of Object.entries({ webAclArn, geoRestriction })) {
    if (isManaged && value !== undefined) {
      problems.push({
        path: `${path}.${argument} and ${path}.certificate "${TenantCertificate.Managed}"`,
        must: "not be given together: the provider drops other customizations when it attaches a managed certificate (hashicorp/terraform-provider-aws#47839)",
        use: "existingCertificateArn",
      });
    }
  }
  return problems;
}

/** CloudFront takes a domain in one place only, of all accounts. */
function checkDomainsOnce(tenants: readonly (readonly [string, TenantArgs])[]): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [name, { domains }] of tenants) {
    for (const [index, domain] of (domains ?? []).entries()) {
      const path = `tenants.${name}.domains[${index}]`;
      const present = first.get(domain);
      if (present === undefined) {
        first.set(domain, path);
      } else {
        problems.push({ path: `${present} and ${path}`, must: "differ: a domain leads to one tenant", got: domain });
      }
    }
  }
  return problems;
}
