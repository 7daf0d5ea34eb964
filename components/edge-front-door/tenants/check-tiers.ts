import { checkMember } from "../../argument-checks";
import type { Problem } from "../../errors";
import { HttpVersion } from "../args";
import { Feature, type FeatureUse } from "../compatibility/features";
import { featuresOfContent } from "../compatibility/features-of";
import { checkCompatibility } from "../compatibility/incompatibilities";
import type { Quotas } from "../compatibility/quotas";
import { checkFirewall } from "../firewall/check-firewall";
import { featuresOfFirewall } from "../firewall/firewall-features";
import { checkOrigin } from "../origins/check-origin";
import type { Origin } from "../origins/origin";
import { checkParts } from "../routes/check-parts";
import { checkBehavior, checkRoutes } from "../routes/check-routes";
import { WebsiteRouting } from "../routes/website-routing";
import { checkHeaders } from "../validate";
import { checkErrorPages } from "../viewers/error-pages";
import { checkGeoRestriction } from "../viewers/geo-restriction";
import { sitesOfTier } from "./tenant-domains";
import type { TenantedFrontDoorArgs, TierArgs } from "./tenanted-front-door-args";
import { checkTierArguments } from "./unsupported-arguments";

/** What is wrong with the tiers of a front door called `name`. */
export function checkTiers(name: string, args: Partial<TenantedFrontDoorArgs>, quotas: Quotas): Problem[] {
  const tiers = Object.entries(args.tiers ?? {});
  return [
    ...tiers.flatMap(([tier, settings]) => [
      ...checkTierName(`tiers.${tier}`, tier),
      ...checkChildNames(name, tier, settings),
      ...checkTier(tier, settings, args, quotas),
    ]),
    ...checkParts(
      tiers.map(([tier, settings]) => ({
        path: `tiers.${tier}`,
        behavior: settings.behavior,
        routes: settings.routes,
        websiteRouting: settings.websiteRouting,
      })),
    ),
  ];
}

/** With a hyphen `bronze-route-api` could be a tier, and the children of its origin those of a route of `bronze`. */
function checkTierName(path: string, tier: string): Problem[] {
  if (!/^[a-z][a-z0-9]{0,11}$/.test(tier)) {
    return [
      {
        path,
        must: "have a name of at most 12 lower-case letters and digits, starting with a letter",
        got: tier,
        use: '"gold"',
      },
    ];
  }
  return tier === "log"
    ? [{ path, must: "have another name: its bucket would have the name of the front door's log bucket", got: tier }]
    : [];
}

/** With the role `-bucket` and a random suffix of 8 within the 63 characters of a bucket's name. */
const MOST_NAME_CHARACTERS = 48;

/** Names of front door, tier and route stand one behind the other in the names of an origin's children. */
function checkChildNames(name: string, tier: string, { origin, routes }: TierArgs): Problem[] {
  const uses = [
    { path: `tiers.${tier}`, prefix: `${name}-${tier}`, origin },
    ...(routes ?? []).map((route, index) => ({
      path: `tiers.${tier}.routes[${index}].name`,
      prefix: `${name}-${tier}-route-${route.name}`,
      origin: route.origin,
    })),
  ];
  return uses
    .map((use) => ({ path: use.path, longest: isGroup(use.origin) ? `${use.prefix}-secondary` : use.prefix }))
    .filter(({ longest }) => longest.length > MOST_NAME_CHARACTERS)
    .map(({ path, longest }) => ({
      path: `name and ${path}`,
      must: `be shorter: names of children begin with both, and have at most ${MOST_NAME_CHARACTERS} characters up to there`,
      got: longest,
    }));
}

function isGroup(origin: Origin | undefined): boolean {
  return (origin?.features ?? []).some(({ feature }) => feature === Feature.OriginGroup);
}

function checkTier(name: string, tier: TierArgs, args: Partial<TenantedFrontDoorArgs>, quotas: Quotas): Problem[] {
  const path = `tiers.${name}`;
  const context = { quotas, tenantParameters: Object.keys(args.parameters ?? {}) };
  const features: FeatureUse[] = [
    ...featuresOfContent(path, tier),
    ...featuresOfFirewall(`${path}.firewall`, tier.firewall ?? {}),
    ...(speaksIpv6(args) ? [{ feature: Feature.Ipv6, path: "connectionGroups" }] : []),
    { feature: Feature.MultiTenant, path },
  ];
  return [
    ...checkTierArguments(path, tier),
    ...checkOrigin(`${path}.origin`, tier.origin, context),
    ...checkBehavior(`${path}.behavior`, tier.behavior ?? {}, quotas),
    ...checkMember(`${path}.websiteRouting`, tier.websiteRouting, WebsiteRouting),
    ...checkRoutes(`${path}.routes`, tier.routes ?? [], context),
    ...checkFirewall(`${path}.firewall`, tier.firewall ?? {}, { quotas, domainNames: sitesOfTier(args, name) }),
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
