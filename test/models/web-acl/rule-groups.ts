// Rule groups: managed ones and those a user owns. What is in them the world says.
// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-managed-rule-group.html
// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rule-group.html

import { compileRuleAction } from "./actions";
import { NotModelled, type Place } from "./inputs";
import type { Inspection, Matcher, RuleContext } from "./matcher";
import { compileNestable, LOGICAL_LEVELS } from "./statements";
import { entry, type RuleAction, type RuleGroup, type Verdict } from "./world";

/** The rules of the group that match, with the actions that count here. */
export type MatchingRules = (inspection: Inspection) => readonly Verdict[];

export function compileManagedRuleGroup(statement: Place, context: RuleContext): MatchingRules {
  statement.only(
    "managedRuleGroupConfigs",
    "name",
    "ruleActionOverrides",
    "scopeDownStatement",
    "vendorName",
    "version",
  );
  statement.required("vendorName").text();
  // The world's group stands for the version and the configuration too.
  const name = statement.required("name").text();
  const group = entry(context.world.managedRuleGroups, name) ?? (() => []);
  const scopeDown = statement.optional("scopeDownStatement");
  // "AWS WAF evaluates any request that doesn't match the scope-down statement as not matching the rule group."
  const isInScope: Matcher = scopeDown ? compileNestable(scopeDown, context, LOGICAL_LEVELS - 1) : () => true;
  const matchingRules = compileGroup(statement, group);
  return (inspection) => (isInScope(inspection) ? matchingRules(inspection) : []);
}

export function compileRuleGroupReference(statement: Place, context: RuleContext): MatchingRules {
  statement.only("arn", "ruleActionOverrides");
  const arn = statement.required("arn");
  const group = entry(context.world.ruleGroups, arn.text());
  if (group === undefined) {
    throw arn.notInWorld("this rule group");
  }
  return compileGroup(statement, group);
}

/**
 * "Matching requests are handled exactly as if the configured rule's action were the override setting." An override of a rule that
 * a managed group does not have is ignored by AWS too; here it cannot be told from a rule that does not match.
 */
function compileGroup(statement: Place, group: RuleGroup): MatchingRules {
  const overrides = new Map<string, RuleAction>();
  for (const place of statement.optional("ruleActionOverrides")?.list(0, 100) ?? []) {
    place.only("name", "actionToUse");
    overrides.set(place.required("name").text(), compileRuleAction(place.required("actionToUse")));
  }
  return ({ request }) =>
    group(request).map((verdict) => {
      checkLabels(verdict);
      return { ...verdict, action: overrides.get(verdict.rule) ?? verdict.action };
    });
}

/** A short label would never match what AWS's documentation of the group says. */
function checkLabels({ rule, labels = [] }: Verdict): void {
  const short = labels.find((label) => !label.startsWith("awswaf:"));
  if (short !== undefined) {
    throw new NotModelled(`the world's label ${short} of ${rule} must be in full, from awswaf: on`);
  }
}
