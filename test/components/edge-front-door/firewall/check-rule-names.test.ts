// Rules of a web ACL have names of their own, whichever arguments they are from.

import { type FirewallArgs, FirewallPreset, ManagedRuleGroup } from "../../../../components";
import { methodIs } from "./everything";
import { problemsOf } from "./problems-of";

const own = (...names: string[]) => names.map((name) => ({ name, vendorName: "F5" }));
const custom = (...names: string[]) => names.map((name) => ({ name, statement: methodIs("GET") }));

test.each<[string, FirewallArgs, string]>([
  [
    "two rate limits",
    {
      rateLimits: [
        { name: "a", limit: 10 },
        { name: "a", limit: 20 },
      ],
    },
    "rateLimits[0].name and firewall.rateLimits[1].name",
  ],
  ["two custom rules", { customRules: custom("a", "b", "a") }, "customRules[0].name and firewall.customRules[2].name"],
  ["two groups", { ownRuleGroups: own("a", "a") }, "ownRuleGroups[0].name and firewall.ownRuleGroups[1].name"],
  [
    "a custom rule and a group",
    { customRules: custom("a"), ownRuleGroups: own("a") },
    "customRules[0].name and firewall.ownRuleGroups[0].name",
  ],
  [
    "a custom rule and the name of a rate limit's rule",
    { rateLimits: [{ name: "a", limit: 10 }], customRules: custom("rate-a") },
    "rateLimits[0].name and firewall.customRules[0].name",
  ],
  [
    "a custom rule and the name of a preset's rate limit",
    { preset: FirewallPreset.Recommended, customRules: custom("rate-per-address") },
    "preset and firewall.customRules[0].name",
  ],
  [
    "a custom rule and hotlink protection",
    { hotlinkProtection: {}, customRules: custom("hotlink-protection") },
    "hotlinkProtection and firewall.customRules[0].name",
  ],
  [
    "a custom rule and a block list",
    { blockedAddresses: { ipv6: [] }, customRules: custom("blocked-addresses") },
    "blockedAddresses and firewall.customRules[0].name",
  ],
  [
    "a custom rule and an allow list",
    { allowedAddresses: { ipv6: ["::1/128"] }, customRules: custom("allowed-addresses") },
    "allowedAddresses and firewall.customRules[0].name",
  ],
  [
    "a group and one of AWS's",
    { ownRuleGroups: own(ManagedRuleGroup.Core) },
    "ruleGroups and firewall.ownRuleGroups[0].name",
  ],
  [
    "a group and bot control",
    { botControl: {}, ownRuleGroups: own("AWSManagedRulesBotControlRuleSet") },
    "botControl and firewall.ownRuleGroups[0].name",
  ],
  [
    "a custom rule and anti-DDoS",
    { antiDdos: {}, customRules: custom("AWSManagedRulesAntiDDoSRuleSet") },
    "antiDdos and firewall.customRules[0].name",
  ],
])("differ: %s", (_title, firewall, arguments_) => {
  expect(problemsOf(firewall)).toMatchObject([
    { path: `firewall.${arguments_}`, must: "differ: rules of a web ACL have names of their own" },
  ]);
});

test("may be those of rules that are absent", () => {
  const customRules = custom("hotlink-protection", "blocked-addresses", "allowed-addresses", "rate-a");
  expect(problemsOf({ customRules, hotlinkProtection: undefined })).toEqual([]);
});
