import { isDomainNameOrWildcard } from "../../aws/domain-names";
import type { Problem } from "../../errors";
import { checkPathPrefix } from "./check-firewall";
import type { HotlinkProtectionArgs } from "./firewall-args";
import { wildcardPattern } from "./hotlink";

/** AWS WAF compares with at most 200 characters. */
const MOST_CHARACTERS = 200;

export function checkHotlink(path: string, hotlink: HotlinkProtectionArgs, domainNames: readonly string[]): Problem[] {
  const { pathPrefixes, allowedSites } = hotlink;
  const sites = allowedSites ?? [];
  const problems = [
    ...(pathPrefixes ?? []).flatMap((prefix, index) => checkPathPrefix(`${path}.pathPrefixes[${index}]`, prefix)),
    ...sites.flatMap((site, index) => checkSite(`${path}.allowedSites[${index}]`, site)),
  ];
  if (pathPrefixes?.length === 0) {
    problems.push({
      path: `${path}.pathPrefixes`,
      must: "name at least one path",
      use: "none at all to protect everything",
    });
  }
  if (domainNames.length === 0 && sites.length === 0) {
    problems.push({
      path: `${path}.allowedSites and domain`,
      must: "name a site whose pages may embed: CloudFront's own name for the distribution is not known before it exists",
      use: "domain, or allowedSites",
    });
  }
  return problems;
}

function checkSite(path: string, site: string): Problem[] {
  if (typeof site !== "string" || !isDomainNameOrWildcard(site)) {
    return [{ path, must: "be a host name in lower case without scheme and path", got: site, use: '"example.com"' }];
  }
  const longest = site.startsWith("*.") ? wildcardPattern(site.slice(2), ["https", "http"]) : `https://www.${site}/`;
  return longest.length > MOST_CHARACTERS
    ? [{ path, must: `be shorter: AWS WAF compares with at most ${MOST_CHARACTERS} characters`, got: site }]
    : [];
}
