// Hotlink protection as one rule that blocks. It never allows, so the rules after it still look at what it lets pass.

import type { HotlinkProtectionArgs } from "./firewall-args";
import {
  and,
  headerIsPresent,
  headerMatches,
  headerStartsWith,
  not,
  or,
  pathStartsWith,
  type Statement,
} from "./statements";

export interface HotlinkPlan {
  readonly pathPrefixes: readonly string[];
  /** Hosts of pages that may embed; `*.` in front stands for one level. */
  readonly sites: readonly string[];
  readonly allowEmptyReferer: boolean;
  readonly allowHttpSites: boolean;
}

export function planHotlink(args: HotlinkProtectionArgs, domainNames: readonly string[]): HotlinkPlan {
  return {
    pathPrefixes: args.pathPrefixes ?? [],
    sites: [...new Set([...domainNames, ...(args.allowedSites ?? [])].flatMap(withSibling))],
    allowEmptyReferer: args.allowEmptyReferer ?? true,
    allowHttpSites: args.allowHttpSites ?? false,
  };
}

/** Sites move between `example.com` and `www.example.com`, and pages of both embed the same files. */
function withSibling(name: string): string[] {
  if (name.startsWith("*.")) {
    return [name];
  }
  return [name, name.startsWith("www.") ? name.slice("www.".length) : `www.${name}`];
}

/**
 * Matches what is to be blocked. Browsers send the page's whole URL or its origin with a slash, so the slash after the host is
 * there in both, and `https://example.com.evil.net` does not begin like `https://example.com/`.
 */
export function hotlinkStatement({ pathPrefixes, sites, allowEmptyReferer, allowHttpSites }: HotlinkPlan): Statement {
  const schemes = allowHttpSites ? ["https", "http"] : ["https"];
  return and([
    ...(pathPrefixes.length > 0 ? [or(pathPrefixes.map(pathStartsWith))] : []),
    // "Not one of them" as one NOT for each: AWS's provider takes three levels of logic and this needs two.
    ...sites.flatMap((site) => refersFrom(site, schemes)).map(not),
    ...(allowEmptyReferer ? [headerIsPresent("referer")] : []),
  ]);
}

function refersFrom(site: string, schemes: readonly string[]): Statement[] {
  return site.startsWith("*.")
    ? [headerMatches("referer", wildcardPattern(site.slice(2), schemes))]
    : schemes.map((scheme) => headerStartsWith("referer", `${scheme}://${site}/`));
}

/** Any single label in front of the domain. DNS has no underscores in names of hosts, but browsers open them. */
export function wildcardPattern(domain: string, schemes: readonly string[]): string {
  const scheme = schemes.length > 1 ? "https?" : "https";
  return `^${scheme}://[a-z0-9_-]+\\.${domain.replaceAll(".", "\\.")}/`;
}
