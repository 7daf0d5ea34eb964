// Everything that can be known to be wrong about the arguments of a TenantedFrontDoor before anything is created.

import { checkMember } from "../../argument-checks";
import { checkTags } from "../../aws/tags";
import { ViewerTlsPolicy } from "../../aws/tls";
import { ComponentInputError, type Problem } from "../../errors";
import { HttpVersion } from "../args";
import { Feature, type FeatureUse } from "../compatibility/features";
import { featuresOfContent } from "../compatibility/features-of";
import { checkCompatibility } from "../compatibility/incompatibilities";
import { QUOTAS, type Quotas } from "../compatibility/quotas";
import { checkDomain } from "../domain/check-domain";
import { checkFirewall } from "../firewall/check-firewall";
import { featuresOfFirewall } from "../firewall/firewall-features";
import { checkOrigin } from "../origins/check-origin";
import { checkBehavior, checkParts, checkRoutes } from "../routes/check-routes";
import { checkPartName } from "../routes/part";
import { WebsiteRouting } from "../routes/website-routing";
import { checkEncryption, checkHeaders, checkLogging, checkName, checkPartition } from "../validate";
import { checkErrorPages } from "../viewers/error-pages";
import { checkGeoRestriction } from "../viewers/geo-restriction";
import { checkTenants } from "./check-tenants";
import type { TenantedFrontDoorArgs, TierArgs } from "./tenanted-front-door-args";
import { checkTierArguments } from "./unsupported-arguments";

/** Throws one error with every problem in it. Returns the Region in which CloudFront's companions live. */
export function validateTenantedFrontDoor(
  name: string,
  args: TenantedFrontDoorArgs | undefined,
  stackRegion: string | undefined,
): string {
  const problems = checkTenantedFrontDoor(name, args);
  const edgeRegion = checkPartition(stackRegion, problems);
  if (problems.length > 0 || edgeRegion === undefined) {
    throw new ComponentInputError("TenantedFrontDoor", name, problems);
  }
  return edgeRegion;
}

/** Every problem, in the order of the arguments. */
export function checkTenantedFrontDoor(name: string, args: Partial<TenantedFrontDoorArgs> = {}): Problem[] {
  const quotas: Quotas = { ...QUOTAS, ...args.quotas };
  const { domain } = args;
  const tiers = Object.entries(args.tiers ?? {});
  return [
    ...checkName(name),
    ...(tiers.length === 0 ? [{ path: "tiers", must: "name at least one tier" }] : []),
    ...tiers.flatMap(([tier, settings]) => checkTier(tier, settings, args, quotas)),
    ...checkParts(
      tiers.map(([tier, settings]) => ({
        path: `tiers.${tier}`,
        behavior: settings.behavior,
        routes: settings.routes,
      })),
    ),
    ...checkTenants(args, quotas),
    ...(domain ? checkDomain("domain", domain, quotas) : []),
    ...checkMember("minimumProtocolVersion", args.minimumProtocolVersion, ViewerTlsPolicy),
    ...checkSharedLogging(args),
    ...checkEncryption(args),
    ...checkTags("tags", args.tags),
    ...checkCompatibility([
      ...(args.minimumProtocolVersion === undefined
        ? []
        : [{ feature: Feature.TlsPolicy, path: "minimumProtocolVersion" }]),
      ...(domain === undefined ? [{ feature: Feature.NoCertificate, path: "domain" }] : []),
    ]),
  ];
}

const TIER_NAME_CHARACTERS = 12;

function checkTier(name: string, tier: TierArgs, args: Partial<TenantedFrontDoorArgs>, quotas: Quotas): Problem[] {
  const path = `tiers.${name}`;
  const context = { quotas, tenantParameters: Object.keys(args.parameters ?? {}) };
  const domainNames = args.domain ? [args.domain.name, ...(args.domain.alternativeNames ?? [])].map(String) : [];
  const features: FeatureUse[] = [
    ...featuresOfContent(path, tier),
    ...featuresOfFirewall(`${path}.firewall`, tier.firewall ?? {}),
    ...(speaksIpv6(args) ? [{ feature: Feature.Ipv6, path: "connectionGroups" }] : []),
    { feature: Feature.MultiTenant, path },
  ];
  return [
    ...checkPartName(path, name),
    ...(name.length > TIER_NAME_CHARACTERS
      ? [{ path, must: `have a name of at most ${TIER_NAME_CHARACTERS} characters`, got: name }]
      : []),
    ...checkTierArguments(path, tier),
    ...checkOrigin(`${path}.origin`, tier.origin, context),
    ...checkBehavior(`${path}.behavior`, tier.behavior ?? {}, quotas),
    ...checkMember(`${path}.websiteRouting`, tier.websiteRouting, WebsiteRouting),
    ...checkRoutes(`${path}.routes`, tier.routes ?? [], context),
    ...checkFirewall(`${path}.firewall`, tier.firewall ?? {}, { quotas, domainNames }),
    ...checkGeoRestriction(`${path}.geoRestriction`, tier.geoRestriction),
    ...checkHeaders(tier, `${path}.`),
    ...checkErrorPages(`${path}.errorPages`, tier.errorPages ?? []),
    ...checkMember(`${path}.httpVersion`, tier.httpVersion, HttpVersion),
    ...checkCompatibility(features),
  ];
}

/** Any of the connection groups: a tier's firewall stands before tenants of all of them. */
function speaksIpv6({ connectionGroups }: Partial<TenantedFrontDoorArgs>): boolean {
  return connectionGroups === undefined || Object.values(connectionGroups).some(({ ipv6 }) => ipv6 !== false);
}

function checkSharedLogging({ logging }: Partial<TenantedFrontDoorArgs>): Problem[] {
  const problems = checkLogging("logging", logging ?? {});
  for (const argument of ["legacyAccessLogs", "realTime"] as const) {
    if (logging?.[argument] !== undefined && logging[argument] !== false) {
      problems.push({
        path: `logging.${argument}`,
        must: "be left out: multi-tenant distributions have standard logs of the newer kind only",
      });
    }
  }
  return problems;
}
