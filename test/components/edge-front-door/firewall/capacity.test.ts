// Capacity units, by hand from https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statements-match.html and the pages
// of rule groups: an IP set 1, a comparison 2, a regular expression 3, a size 1, a rate 2, each transformation of text 10.

import { type FirewallArgs, FirewallPreset, ManagedRuleGroup, QUOTAS } from "../../../../components";
import { capacityOf } from "../../../../components/edge-front-door/firewall/capacity";
import { checkFirewall } from "../../../../components/edge-front-door/firewall/check-firewall";
import { planFirewall } from "../../../../components/edge-front-door/firewall/plan-firewall";
import { everything, existingIpSetArn, ruleGroupArn } from "./everything";

function capacityOfArgs(firewall: FirewallArgs, domainNames: readonly string[] = []): number {
  const plan = planFirewall(firewall, domainNames);
  if (plan.kind !== "managed") {
    throw new Error("no web ACL");
  }
  return capacityOf(plan);
}

const none: FirewallArgs = { ruleGroups: [] };

describe("of AWS's groups", () => {
  test.each([
    [ManagedRuleGroup.IpReputation, 25],
    [ManagedRuleGroup.AnonymousIp, 50],
    [ManagedRuleGroup.Core, 700],
    [ManagedRuleGroup.KnownBadInputs, 200],
    [ManagedRuleGroup.Sqli, 200],
    [ManagedRuleGroup.Linux, 200],
    [ManagedRuleGroup.Php, 100],
    [ManagedRuleGroup.WordPress, 100],
  ])("%s: %d", (group, expected) => {
    expect(capacityOfArgs({ ruleGroups: [group] })).toBe(expected);
  });

  test("all of them together", () => {
    expect(capacityOfArgs({ ruleGroups: Object.values(ManagedRuleGroup) })).toBe(1_575);
  });

  test("the presets stay within the 1,500 that are included in the price", () => {
    expect(capacityOfArgs({})).toBe(25 + 700 + 200);
    expect(capacityOfArgs({ preset: FirewallPreset.Recommended })).toBe(25 + 700 + 200 + 200 + 2);
  });
});

describe("of what a front door adds", () => {
  const pathPrefix = 2 + 3 * 10;
  const site = 2 + 10;
  const wildcard = 3 + 10;
  const hotlink = (hotlinkProtection: FirewallArgs["hotlinkProtection"]) => ({ ...none, hotlinkProtection });

  test.each<[string, FirewallArgs, number]>([
    ["an IP set", { ...none, blockedAddresses: { ipv4: [] } }, 1],
    ["six IP sets", { ...none, ...lists({ ipv4: [], ipv6: [], existingIpSetArns: [existingIpSetArn] }) }, 6],
    ["a rate limit", { ...none, rateLimits: [{ name: "a", limit: 10 }] }, 2],
    [
      "two rate limits, one for some paths",
      {
        ...none,
        rateLimits: [
          { name: "a", limit: 10 },
          { name: "b", limit: 10, pathPrefix: "/b" },
        ],
      },
      2 + 2 + pathPrefix,
    ],
    ["hotlink protection of a domain and its sibling", hotlink({}), 2 * site + 1],
    ["without an empty Referer", hotlink({ allowEmptyReferer: false }), 2 * site],
    ["with plain HTTP", hotlink({ allowHttpSites: true }), 4 * site + 1],
    ["for two folders", hotlink({ pathPrefixes: ["/a/", "/b/"] }), 2 * pathPrefix + 2 * site + 1],
    ["with a wildcard", hotlink({ allowedSites: ["*.example.net"] }), 2 * site + wildcard + 1],
    [
      "with a wildcard and plain HTTP",
      hotlink({ allowedSites: ["*.a.net"], allowHttpSites: true }),
      4 * site + wildcard + 1,
    ],
    ["with a site that is there already", hotlink({ allowedSites: ["www.example.com"] }), 2 * site + 1],
    ["anti-DDoS", { ...none, antiDdos: {} }, 50],
    ["bot control", { ...none, botControl: {} }, 50],
    ["bot control for two folders", { ...none, botControl: { pathPrefixes: ["/a/", "/b/"] } }, 50 + 2 * pathPrefix],
    [
      "a group of one's own, as it says",
      { ...none, ownRuleGroups: [{ name: "team", ruleGroupArn, capacity: 321 }] },
      321,
    ],
    ["a group that does not say", { ...none, ownRuleGroups: [{ name: "team", ruleGroupArn }] }, 0],
  ])("%s", (_title, firewall, expected) => {
    expect(capacityOfArgs(firewall, ["example.com"])).toBe(expected);
  });

  test("everything together, custom rules apart", () => {
    const addresses = 3 + 2;
    const rates = 2 + 2 + pathPrefix;
    const groups = 1_575 + 100 + 1_000 + 50 + 50 + 2 * pathPrefix;
    const embedding = pathPrefix + 2 * site + wildcard + 1;
    expect(capacityOfArgs(everything(), ["www.example.com"])).toBe(addresses + rates + groups + embedding);
  });

  function lists(addresses: FirewallArgs["allowedAddresses"]) {
    return { allowedAddresses: addresses, blockedAddresses: addresses };
  }
});

describe("beyond the quota", () => {
  const ofOthers = (capacity: number): FirewallArgs => ({
    ruleGroups: [ManagedRuleGroup.Core],
    ownRuleGroups: [{ name: "team", ruleGroupArn, capacity }],
  });
  const check = (firewall: FirewallArgs, webAclCapacity = QUOTAS.webAclCapacity) =>
    checkFirewall("firewall", firewall, { quotas: { ...QUOTAS, webAclCapacity }, domainNames: [] });

  test("a firewall is refused, and told by how much", () => {
    expect(check(ofOthers(4_300))).toEqual([]);
    expect(check(ofOthers(4_301))).toEqual([
      {
        path: "firewall",
        must: "take at most 5000 capacity units",
        got: 5_001,
        use: "fewer groups, sites or paths",
      },
    ]);
  });

  test("unless AWS has raised it, or lowered it", () => {
    expect(check(ofOthers(4_301), 5_001)).toEqual([]);
    expect(check(ofOthers(0), 699)).toMatchObject([{ must: "take at most 699 capacity units", got: 700 }]);
  });

  test("many sites count", () => {
    const allowedSites = Array.from({ length: 200 }, (_, index) => `site${index}.example.com`);
    expect(check({ hotlinkProtection: { allowedSites } })).toMatchObject([{ got: 925 + 400 * 12 + 1 }]);
  });
});
