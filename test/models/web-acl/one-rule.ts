// The smallest web ACL around what a test is about.

import type * as aws from "@pulumi/aws";
import { type Evaluation, evaluateWebAcl } from "./evaluate-web-acl";
import type { WebRequest } from "./web-request";
import type { World } from "./world";

export type Rule = aws.types.input.wafv2.WebAclRule;
export type Statement = aws.types.input.wafv2.WebAclRuleStatement;

export const visibilityConfig = { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "test" };

export const NO_TRANSFORMATION = [{ priority: 0, type: "NONE" }];

/** A rule called `rule` that blocks, unless said otherwise. */
export function ruleOf(statement: Statement, others: Partial<Rule> = {}): Rule {
  return { name: "rule", priority: 0, statement, action: { block: {} }, visibilityConfig, ...others };
}

/** A web ACL that allows what no rule decides about. */
export function evaluateRules(rules: Rule[], request: WebRequest, world?: World): Evaluation {
  return evaluateWebAcl({ defaultAction: { allow: {} }, rules }, request, world);
}

export function matches(statement: Statement, request: WebRequest, world?: World): boolean {
  return evaluateRules([ruleOf(statement)], request, world).terminatedBy === "rule";
}

/** What a statement of that kind is evaluated as, whether the SDK's types know it or not. */
export function evaluateUntyped(statement: unknown, others: object = {}): Evaluation {
  const rule = { name: "rule", priority: 0, statement, action: { block: {} }, visibilityConfig, ...others };
  return evaluateWebAcl({ defaultAction: { allow: {} }, rules: [rule] }, { uri: "/" });
}

/** A statement that matches every request, and one that matches none. */
export const ALWAYS: Statement = pathStartsWith("/");
export const NEVER: Statement = pathStartsWith("never");

export type FieldToMatch = aws.types.input.wafv2.WebAclRuleStatementByteMatchStatementFieldToMatch;

export function fieldIs(fieldToMatch: FieldToMatch, searchString: string, positionalConstraint = "EXACTLY"): Statement {
  return {
    byteMatchStatement: { fieldToMatch, positionalConstraint, searchString, textTransformations: NO_TRANSFORMATION },
  };
}

export function pathIs(searchString: string): Statement {
  return fieldIs({ uriPath: {} }, searchString);
}

function pathStartsWith(searchString: string): Statement {
  return fieldIs({ uriPath: {} }, searchString, "STARTS_WITH");
}
