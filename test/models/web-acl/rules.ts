// https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html

import { compileRuleAction, type TerminatingAction, terminating } from "./actions";
import type { Place } from "./inputs";
import { compileRuleLabels } from "./labels";
import type { Inspection, RuleContext } from "./matcher";
import { compileRateBased } from "./rate-based";
import { compileManagedRuleGroup, compileRuleGroupReference, type MatchingRules } from "./rule-groups";
import { compileNestable, LOGICAL_LEVELS } from "./statements";

/** What a rule did about a request. */
export interface Outcome {
  readonly terminatedWith: TerminatingAction | undefined;
  /** Rules whose match did not end the evaluation; one inside a group is `<rule>/<rule of the group>`. */
  readonly counted: readonly string[];
  readonly labels: readonly string[];
}

export type Evaluate = (inspection: Inspection) => Outcome;

const NO_MATCH: Outcome = { terminatedWith: undefined, counted: [], labels: [] };

export function compileRule(rule: Place, context: RuleContext): Evaluate {
  const { kind, content } = rule.required("statement").choice();
  switch (kind) {
    case "managedRuleGroupStatement":
      return compileGroupRule(rule, context.ruleName, compileManagedRuleGroup(content, context));
    case "ruleGroupReferenceStatement":
      return compileGroupRule(rule, context.ruleName, compileRuleGroupReference(content, context));
    default:
      return compileOwnRule(rule, context, kind === "rateBasedStatement" ? content : undefined);
  }
}

function compileOwnRule(rule: Place, context: RuleContext, rateBased: Place | undefined): Evaluate {
  // "Only if the rule statement references a rule group."
  const override = rule.optional("overrideAction");
  if (override !== undefined) {
    throw override.refused("is for rules that reference a rule group; others have an action");
  }
  const action = compileRuleAction(rule.required("action"));
  if (rateBased !== undefined && action === "allow") {
    // https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-request-limiting.html
    throw rule.refused("a rate-based rule can have any action except allow");
  }
  const ruleLabels = compileRuleLabels(rule.optional("ruleLabels"), context.labelPrefix);
  const matches = rateBased
    ? compileRateBased(rateBased, context)
    : compileNestable(rule.required("statement"), context, LOGICAL_LEVELS);
  return (inspection) => {
    if (!matches(inspection)) {
      return NO_MATCH;
    }
    const terminatedWith = terminating(action, inspection.request);
    return { terminatedWith, counted: terminatedWith ? [] : [context.ruleName], labels: ruleLabels };
  };
}

/** https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rule-group-override-options.html */
function compileGroupRule(rule: Place, ruleName: string, matchingRules: MatchingRules): Evaluate {
  for (const name of ["action", "ruleLabels"]) {
    const forbidden = rule.optional(name);
    if (forbidden !== undefined) {
      throw forbidden.refused("is not for rules that reference a rule group");
    }
  }
  const { kind: override } = rule.required("overrideAction").only("count", "none").choice();
  return (inspection) => {
    const counted: string[] = [];
    const labels: string[] = [];
    for (const verdict of matchingRules(inspection)) {
      labels.push(...(verdict.labels ?? []));
      const terminatedWith = terminating(verdict.action, inspection.request);
      if (terminatedWith !== undefined) {
        // The group ends at its first terminating match either way; count overrides only what that means outside.
        return override === "count"
          ? { terminatedWith: undefined, counted: [...counted, ruleName], labels }
          : { terminatedWith, counted, labels };
      }
      counted.push(`${ruleName}/${verdict.rule}`);
    }
    return { terminatedWith: undefined, counted, labels };
  };
}
