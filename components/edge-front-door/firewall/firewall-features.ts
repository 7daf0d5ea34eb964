import * as pulumi from "@pulumi/pulumi";
import { ManagedRuleGroup } from "../../aws/waf-rule-groups";
import { Feature, type FeatureUse } from "../compatibility/features";
import { BotInspectionLevel, type FirewallArgs, FirewallMode, LoggedRequests, RuleAction } from "./firewall-args";
import { isManaged, presetOf } from "./plan-firewall";

const APPLICATION_GROUPS: readonly string[] = [ManagedRuleGroup.Sqli, ManagedRuleGroup.Php, ManagedRuleGroup.WordPress];

/**
 * What of a firewall does not go with everything else, and what not every pricing plan has. Of the arguments only the
 * kinds need have been checked. `domainNames` are those of the front door.
 */
export function featuresOfFirewall(
  path: string,
  firewall: FirewallArgs,
  domainNames: readonly string[] = [],
): FeatureUse[] {
  const { mode, ruleGroups, allowedAddresses, hotlinkProtection, antiDdos, botControl } = firewall;
  const groups = isManaged(firewall) ? (ruleGroups ?? presetOf(firewall).ruleGroups) : [];
  const sites = hotlinkProtection?.allowedSites ?? [];
  const uses: readonly Use[] = [
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
    [sites.some(isWildcard), Feature.RegexRule, "hotlinkProtection.allowedSites"],
    [hotlinkProtection !== undefined && domainNames.some(isWildcard), Feature.RegexRule, "hotlinkProtection"],
    [antiDdos !== undefined, Feature.AntiDdos, "antiDdos"],
    [botControl !== undefined, Feature.BotControl, "botControl"],
    [
      botControl?.inspectionLevel === BotInspectionLevel.Targeted,
      Feature.TargetedBotControl,
      "botControl.inspectionLevel",
    ],
    [(firewall.ownRuleGroups ?? []).length > 0, Feature.OwnRuleGroup, "ownRuleGroups"],
    [
      groups.some((group) => APPLICATION_GROUPS.includes(group)),
      Feature.ApplicationRuleGroup,
      ruleGroups === undefined ? "preset" : "ruleGroups",
    ],
    ...usesOfActions(firewall),
    ...usesOfStatements(firewall),
    [(firewall.bodyInspectionKilobytes ?? 16) > 16, Feature.LargeBodyInspection, "bodyInspectionKilobytes"],
    [isManaged(firewall) && firewall.log?.requests !== LoggedRequests.None, Feature.FirewallLogs, "log.requests"],
  ];
  return uses.flatMap(([used, feature, argument]) => (used ? [{ feature, path: `${path}.${argument}` }] : []));
}

function isWildcard(name: string): boolean {
  return name.startsWith("*.");
}

/** Whether it is used, what, and by which argument. */
type Use = readonly [boolean, Feature, string];

function usesOfActions({ rateLimits, customRules, ruleOverrides }: FirewallArgs): Use[] {
  const actions = [
    ...(rateLimits ?? []).map(({ action }, index) => [action, `rateLimits[${index}].action`] as const),
    ...(customRules ?? []).map(({ action }, index) => [action, `customRules[${index}].action`] as const),
    ...Object.entries(ruleOverrides ?? {}).flatMap(([group, rules]) =>
      Object.entries(rules).map(([rule, action]) => [action, `ruleOverrides.${group}.${rule}`] as const),
    ),
  ];
  return actions.flatMap(([action, argument]): Use[] => [
    [action === RuleAction.Captcha, Feature.Captcha, argument],
    [action === RuleAction.Challenge, Feature.Challenge, argument],
  ]);
}

const HEADERS = ["singleHeader", "headers"];
const REGEXES = ["regexMatchStatement", "regexPatternSetReferenceStatement"];
const GROUPS = ["managedRuleGroupStatement", "ruleGroupReferenceStatement"];

function usesOfStatements({ customRules }: FirewallArgs): Use[] {
  return (customRules ?? []).flatMap(({ statement }, index): Use[] => [
    [has(statement, HEADERS), Feature.HeaderMatchRule, `customRules[${index}].statement`],
    [has(statement, REGEXES), Feature.RegexRule, `customRules[${index}].statement`],
    [has(statement, GROUPS), Feature.OwnRuleGroup, `customRules[${index}].statement`],
  ]);
}

/** AWS WAF's statements nest less deeply than this. */
const DEEPEST = 16;

/** Whether one of the keys has a value, however deep. What is not known yet has none. */
function has(value: unknown, keys: readonly string[], depth = 0): boolean {
  if (typeof value !== "object" || value === null || pulumi.Output.isInstance(value) || depth > DEEPEST) {
    return false;
  }
  return Object.entries(value).some(
    ([key, inside]) => (keys.includes(key) && inside !== undefined) || has(inside, keys, depth + 1),
  );
}
