import { EdgeFrontDoor, FirewallPreset, httpOrigin, ManagedRuleGroup, RuleAction } from "../../../components";

const shop = new EdgeFrontDoor("shop", {
  origin: httpOrigin({ domainName: "shop.example.net" }),
  firewall: {
    preset: FirewallPreset.Recommended,
    ruleOverrides: {
      [ManagedRuleGroup.Core]: { SizeRestrictions_BODY: RuleAction.Count, NoUserAgent_HEADER: RuleAction.Count },
      [ManagedRuleGroup.Sqli]: { SQLi_BODY: RuleAction.Count },
    },
  },
});

export const url = shop.url;
