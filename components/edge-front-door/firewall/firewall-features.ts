import { ManagedRuleGroup } from "../../aws/waf-rule-groups";
import { Feature, type FeatureUse } from "../compatibility/features";
import { BotInspectionLevel, type FirewallArgs, FirewallMode, LoggedRequests, RuleAction } from "./firewall-args";

const APPLICATION_GROUPS: readonly string[] = [ManagedRuleGroup.Sqli, ManagedRuleGroup.Php, ManagedRuleGroup.WordPress];

/** What of a firewall does not go with everything else, and what not every pricing plan has. */
export function featuresOfFirewall(path: string, firewall: FirewallArgs): FeatureUse[] {
  const { mode, allowedAddresses, hotlinkProtection, antiDdos, botControl, ownRuleGroups } = firewall;
  const isManaged = mode === undefined || mode === FirewallMode.Managed;
  const actions = [
    ...(firewall.rateLimits ?? []).map(({ action }) => action),
    ...(firewall.customRules ?? []).map(({ action }) => action),
    ...Object.values(firewall.ruleOverrides ?? {}).flatMap((rules) => Object.values(rules)),
  ];
  const sites = hotlinkProtection?.allowedSites ?? [];
  const uses: readonly (readonly [boolean, Feature, string])[] = [
    [mode === FirewallMode.None, Feature.NoFirewall, "mode"],
    [
      allowedAddresses !== undefined &&
        allowedAddresses.ipv6 === undefined &&
        (allowedAddresses.existingIpSetArns ?? []).length === 0,
      Feature.IpAllowListIpv4Only,
      "allowedAddresses",
    ],
    [hotlinkProtection !== undefined, Feature.HotlinkProtection, "hotlinkProtection"],
    [hotlinkProtection !== undefined, Feature.HeaderMatchRule, "hotlinkProtection"],
    [sites.some((site) => site.startsWith("*.")), Feature.RegexRule, "hotlinkProtection.allowedSites"],
    [antiDdos !== undefined, Feature.AntiDdos, "antiDdos"],
    [botControl !== undefined, Feature.BotControl, "botControl"],
    [
      botControl?.inspectionLevel === BotInspectionLevel.Targeted,
      Feature.TargetedBotControl,
      "botControl.inspectionLevel",
    ],
    [(ownRuleGroups ?? []).length > 0, Feature.OwnRuleGroup, "ownRuleGroups"],
    [
      (firewall.ruleGroups ?? []).some((group) => APPLICATION_GROUPS.includes(group)),
      Feature.ApplicationRuleGroup,
      "ruleGroups",
    ],
    [actions.includes(RuleAction.Captcha), Feature.Captcha, "actions"],
    [actions.includes(RuleAction.Challenge), Feature.Challenge, "actions"],
    [(firewall.bodyInspectionKilobytes ?? 16) > 16, Feature.LargeBodyInspection, "bodyInspectionKilobytes"],
    [isManaged && firewall.log?.requests !== LoggedRequests.None, Feature.FirewallLogs, "log.requests"],
  ];
  return uses.flatMap(([used, feature, argument]) => (used ? [{ feature, path: `${path}.${argument}` }] : []));
}
