// The rules of a front door's web ACL, in the order in which they look at a request: cheap ones about addresses first, then
// what is the front door's own, then groups that read the whole request. Pure.

import type * as pulumi from "@pulumi/pulumi";
import { DEFAULT_RATE_WINDOW_SECONDS } from "../defaults";
import { type CustomRuleArgs, RuleAction } from "./firewall-args";
import { antiDdosRule, botControlRule, groupRule, managedGroupRule, ownGroupRule } from "./group-rules";
import { hotlinkStatement } from "./hotlink";
import type { ManagedFirewall } from "./plan-firewall";
import { and, isInIpSet, not, or, pathStartsWith, type Rule, type Statement, visibility } from "./statements";

/** ARNs of the IP sets of a firewall. */
export interface AddressSets {
  readonly allowed: readonly pulumi.Input<string>[];
  readonly blocked: readonly pulumi.Input<string>[];
}

export const RULE_NAMES = {
  blockedAddresses: "blocked-addresses",
  allowedAddresses: "allowed-addresses",
  hotlinkProtection: "hotlink-protection",
} as const;

export const rateRuleName = (name: string): string => `rate-${name}`;

/** Places of the rules that are the front door's own. AWS's groups have theirs in `RULE_GROUPS`, from 100. */
const PRIORITY = {
  blockedAddresses: 10,
  allowedAddresses: 20,
  rateLimits: 30,
  hotlink: 50,
  customRules: 60,
  ownGroups: 1_000,
};

export function buildRules(firewall: ManagedFirewall, sets: AddressSets): Rule[] {
  const { hotlink, antiDdos, botControl, ruleOverrides } = firewall;
  return [
    ...(sets.blocked.length > 0
      ? [ownRule(RULE_NAMES.blockedAddresses, PRIORITY.blockedAddresses, or(sets.blocked.map(isInIpSet)))]
      : []),
    // Blocks everybody else instead of allowing these: an allowed request would skip the rules that follow.
    ...(sets.allowed.length > 0
      ? [ownRule(RULE_NAMES.allowedAddresses, PRIORITY.allowedAddresses, and(sets.allowed.map(isInIpSet).map(not)))]
      : []),
    ...firewall.rateLimits.map(({ name, limit, windowSeconds, pathPrefix, action }, index) =>
      ownRule(
        rateRuleName(name),
        PRIORITY.rateLimits + index,
        {
          rateBasedStatement: {
            limit,
            evaluationWindowSec: windowSeconds ?? DEFAULT_RATE_WINDOW_SECONDS,
            // Of the viewer: the web ACL stands before CloudFront.
            aggregateKeyType: "IP",
            scopeDownStatement: pathPrefix === undefined ? undefined : pathStartsWith(pathPrefix),
          },
        },
        action,
      ),
    ),
    ...(hotlink === undefined
      ? []
      : [ownRule(RULE_NAMES.hotlinkProtection, PRIORITY.hotlink, hotlinkStatement(hotlink))]),
    ...firewall.customRules.map((rule, index) => customRule(rule, PRIORITY.customRules + index)),
    ...(antiDdos === undefined ? [] : [antiDdosRule(antiDdos, ruleOverrides)]),
    ...(botControl === undefined ? [] : [botControlRule(botControl, ruleOverrides)]),
    ...firewall.ruleGroups.map((group) => managedGroupRule(group, ruleOverrides)),
    ...firewall.ownRuleGroups.map((group, index) => ownGroupRule(group, PRIORITY.ownGroups + index, ruleOverrides)),
  ];
}

/** The rules of a group have actions of their own: such a rule has none, and may only count what they would do. */
function customRule({ name, statement, action }: CustomRuleArgs, priority: number): Rule {
  return namesGroup(statement)
    ? groupRule(name, priority, statement, action === RuleAction.Count)
    : ownRule(name, priority, statement, action);
}

export function namesGroup({ managedRuleGroupStatement, ruleGroupReferenceStatement }: Statement): boolean {
  return managedRuleGroupStatement !== undefined || ruleGroupReferenceStatement !== undefined;
}

function ownRule(name: string, priority: number, statement: Statement, action: RuleAction = RuleAction.Block): Rule {
  return { name, priority, action: { [action]: {} }, statement, visibilityConfig: visibility(name) };
}
