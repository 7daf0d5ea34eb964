import { checkMember } from "../../argument-checks";
import { ANTI_DDOS_RULE_GROUP, BOT_CONTROL_RULE_GROUP, ManagedRuleGroup } from "../../aws/waf-rule-groups";
import type { Problem } from "../../errors";
import { checkEdgeArn } from "../domain/check-edge-arn";
import { checkPathPrefixes } from "./check-paths";
import { checkRuleName } from "./check-rule-names";
import {
  type AntiDdosArgs,
  type BotControlArgs,
  BotInspectionLevel,
  type FirewallArgs,
  type OwnRuleGroupArgs,
  RuleAction,
  Sensitivity,
} from "./firewall-args";
import { presetOf } from "./plan-firewall";

/** Rule groups of AWS, of vendors and of one's own, with what is overridden in them. */
export function checkGroups(path: string, firewall: FirewallArgs): Problem[] {
  const { ruleGroups, ownRuleGroups, ruleOverrides, antiDdos, botControl } = firewall;
  const present: readonly string[] = [
    ...(ruleGroups ?? presetOf(firewall).ruleGroups),
    ...(ownRuleGroups ?? []).map(({ name }) => name),
    ...(antiDdos ? [ANTI_DDOS_RULE_GROUP] : []),
    ...(botControl ? [BOT_CONTROL_RULE_GROUP] : []),
  ];
  return [
    ...(ruleGroups ?? []).flatMap((group, index) =>
      checkMember(`${path}.ruleGroups[${index}]`, group, ManagedRuleGroup),
    ),
    ...(ownRuleGroups ?? []).flatMap((group, index) => checkOwnGroup(`${path}.ownRuleGroups[${index}]`, group)),
    ...Object.entries(ruleOverrides ?? {}).flatMap(([group, actions]) => [
      ...(present.includes(group)
        ? []
        : [
            {
              path: `${path}.ruleOverrides and ${path}.ruleGroups`,
              must: "not contradict each other: the group is missing",
              got: group,
            },
          ]),
      ...Object.entries(actions).flatMap(([rule, action]) =>
        checkMember(`${path}.ruleOverrides.${group}.${rule}`, action, RuleAction),
      ),
    ]),
    ...(antiDdos ? checkAntiDdos(`${path}.antiDdos`, antiDdos) : []),
    ...(botControl ? checkBotControl(`${path}.botControl`, botControl) : []),
  ];
}

function checkOwnGroup(path: string, { name, ruleGroupArn, vendorName, capacity }: OwnRuleGroupArgs): Problem[] {
  const problems = checkRuleName(`${path}.name`, name);
  if ((ruleGroupArn === undefined) === (vendorName === undefined)) {
    problems.push({ path: `${path}.ruleGroupArn and ${path}.vendorName`, must: "be given one without the other" });
  }
  if (vendorName !== undefined && !/\S/.test(vendorName)) {
    problems.push({ path: `${path}.vendorName`, must: "be the name of a vendor", got: vendorName, use: '"F5"' });
  }
  if (capacity !== undefined && !(Number.isInteger(capacity) && capacity >= 0)) {
    problems.push({ path: `${path}.capacity`, must: "be a whole number of capacity units", got: capacity });
  }
  return [
    ...problems,
    ...checkEdgeArn(
      `${path}.ruleGroupArn`,
      ruleGroupArn,
      "wafv2",
      "global/rulegroup/",
      "rule group of scope CLOUDFRONT",
    ),
  ];
}

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_ClientSideAction.html */
const MOST_EXEMPT_PATHS = 5;
const MOST_PATTERN_CHARACTERS = 512;

function checkAntiDdos(path: string, { sensitivityToBlock, challengeExemptPaths: exempt }: AntiDdosArgs): Problem[] {
  const problems = checkMember(`${path}.sensitivityToBlock`, sensitivityToBlock, Sensitivity);
  if (exempt !== undefined && (exempt.length < 1 || exempt.length > MOST_EXEMPT_PATHS)) {
    problems.push({
      path: `${path}.challengeExemptPaths`,
      must: `have 1 to ${MOST_EXEMPT_PATHS} entries`,
      got: exempt.length,
      use: '"^/" for every path, or leave it out',
    });
  }
  for (const [index, pattern] of (exempt ?? []).entries()) {
    if (pattern.length < 1 || pattern.length > MOST_PATTERN_CHARACTERS) {
      problems.push({
        path: `${path}.challengeExemptPaths[${index}]`,
        must: `be a regular expression of at most ${MOST_PATTERN_CHARACTERS} characters`,
        got: pattern,
      });
    }
  }
  return problems;
}

function checkBotControl(path: string, { inspectionLevel, pathPrefixes }: BotControlArgs): Problem[] {
  return [
    ...checkMember(`${path}.inspectionLevel`, inspectionLevel, BotInspectionLevel),
    ...checkPathPrefixes(`${path}.pathPrefixes`, pathPrefixes),
  ];
}
