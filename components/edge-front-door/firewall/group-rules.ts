// Rules that hand a request to a group of rules. Pure.

import {
  ANTI_DDOS,
  ANTI_DDOS_RULE_GROUP,
  BOT_CONTROL,
  BOT_CONTROL_RULE_GROUP,
  type ManagedRuleGroup,
  RULE_GROUPS,
} from "../../aws/waf-rule-groups";
import { CHALLENGE_EXEMPT_PATHS } from "../defaults";
import {
  type AntiDdosArgs,
  type BotControlArgs,
  BotInspectionLevel,
  type OwnRuleGroupArgs,
  type RuleAction,
  Sensitivity,
} from "./firewall-args";
import { or, pathStartsWith, type Rule, type Statement, visibility } from "./statements";

type Overrides = Readonly<Record<string, Record<string, RuleAction>>>;
type ManagedStatement = NonNullable<Statement["managedRuleGroupStatement"]>;

export function managedGroupRule(group: ManagedRuleGroup, overrides: Overrides): Rule {
  return groupRule(group, RULE_GROUPS[group].priority, managed(group, "AWS", overrides));
}

/** https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-anti-ddos.html */
export function antiDdosRule({ sensitivityToBlock, challengeExemptPaths }: AntiDdosArgs, overrides: Overrides): Rule {
  return groupRule(
    ANTI_DDOS_RULE_GROUP,
    ANTI_DDOS.priority,
    managed(ANTI_DDOS_RULE_GROUP, "AWS", overrides, {
      managedRuleGroupConfigs: [
        {
          awsManagedRulesAntiDdosRuleSet: {
            sensitivityToBlock: sensitivityToBlock ?? Sensitivity.Low,
            clientSideActionConfig: {
              challenge: {
                usageOfAction: "ENABLED",
                sensitivity: Sensitivity.High,
                // AWS WAF takes no challenge without them.
                exemptUriRegularExpressions: (challengeExemptPaths ?? CHALLENGE_EXEMPT_PATHS).map((regexString) => ({
                  regexString,
                })),
              },
            },
          },
        },
      ],
    }),
  );
}

/** https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-bot.html */
export function botControlRule({ inspectionLevel, pathPrefixes }: BotControlArgs, overrides: Overrides): Rule {
  const level = inspectionLevel ?? BotInspectionLevel.Common;
  const prefixes = pathPrefixes ?? [];
  return groupRule(
    BOT_CONTROL_RULE_GROUP,
    BOT_CONTROL.priority,
    managed(BOT_CONTROL_RULE_GROUP, "AWS", overrides, {
      managedRuleGroupConfigs: [
        {
          awsManagedRulesBotControlRuleSet: {
            inspectionLevel: level,
            enableMachineLearning: level === BotInspectionLevel.Targeted ? true : undefined,
          },
        },
      ],
      scopeDownStatement: prefixes.length > 0 ? or(prefixes.map(pathStartsWith)) : undefined,
    }),
  );
}

export function ownGroupRule(
  { name, ruleGroupArn, vendorName }: OwnRuleGroupArgs,
  priority: number,
  overrides: Overrides,
): Rule {
  return ruleGroupArn === undefined
    ? groupRule(name, priority, managed(name, vendorName ?? "", overrides))
    : groupRule(name, priority, {
        ruleGroupReferenceStatement: { arn: ruleGroupArn, ruleActionOverrides: actionsOf(name, overrides) },
      });
}

function managed(
  name: string,
  vendorName: string,
  overrides: Overrides,
  more: Partial<ManagedStatement> = {},
): Statement {
  return {
    managedRuleGroupStatement: { vendorName, name, ruleActionOverrides: actionsOf(name, overrides), ...more },
  };
}

function actionsOf(group: string, overrides: Overrides) {
  const actions = Object.entries(overrides[group] ?? {});
  return actions.length > 0 ? actions.map(([name, action]) => ({ name, actionToUse: { [action]: {} } })) : undefined;
}

/** Either the actions of the group's own rules, or all of them counted. */
export function groupRule(name: string, priority: number, statement: Statement, countOnly = false): Rule {
  const overrideAction = countOnly ? { count: {} } : { none: {} };
  return { name, priority, overrideAction, statement, visibilityConfig: visibility(name) };
}
