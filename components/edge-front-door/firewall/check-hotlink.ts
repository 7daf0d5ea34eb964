import { isDomainNameOrWildcard } from "../../aws/domain-names";
import type { Problem } from "../../errors";
import { checkPathPrefixes } from "./check-paths";
import type { HotlinkProtectionArgs } from "./firewall-args";
import { wildcardPattern } from "./hotlink";

/** https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
const MOST_CHARACTERS = 200;

export function checkHotlink(path: string, hotlink: HotlinkProtectionArgs, domainNames: readonly string[]): Problem[] {
  const { pathPrefixes, allowedSites } = hotlink;
  const sites = allowedSites ?? [];
  const problems = [
    ...checkPathPrefixes(`${path}.pathPrefixes`, pathPrefixes),
    ...sites.flatMap((site, index) => checkSite(`${path}.allowedSites[${index}]`, site)),
    ...domainNames.flatMap((name) => checkLength(`${path} and domain`, name)),
  ];
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
  return isDomainNameOrWildcard(site)
    ? checkLength(path, site)
    : [{ path, must: "be a host name in lower case without scheme and path", got: site, use: '"example.com"' }];
}

function checkLength(path: string, site: string): Problem[] {
  const longest = site.startsWith("*.") ? wildcardPattern(site.slice(2), ["https", "http"]) : `https://www.${site}/`;
  return longest.length > MOST_CHARACTERS
    ? [{ path, must: `be shorter: AWS WAF compares with at most ${MOST_CHARACTERS} characters`, got: site }]
    : [];
}
