// The parts of AWS WAF's rule language that rules here are made of. Pure.
// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statements.html

import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

export type Rule = aws.types.input.wafv2.WebAclRule;
export type Statement = aws.types.input.wafv2.WebAclRuleStatement;
type TextTransformation = { priority: number; type: string };

/** AND and OR take two statements or more. */
export function and(statements: readonly Statement[]): Statement {
  const [only, ...others] = statements;
  return only !== undefined && others.length === 0 ? only : { andStatement: { statements: [...statements] } };
}

export function or(statements: readonly Statement[]): Statement {
  const [only, ...others] = statements;
  return only !== undefined && others.length === 0 ? only : { orStatement: { statements: [...statements] } };
}

export function not(statement: Statement): Statement {
  return { notStatement: { statement } };
}

/**
 * The path begins like this, however it is spelt: WAF sees it as the client wrote it, and `/Images/`, `/%69mages/`, `//x/../images/`
 * and `/x\..\images/` lead to `/images/` in many origins.
 */
export function pathStartsWith(prefix: string): Statement {
  return {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: "STARTS_WITH",
      // LOWERCASE knows the letters of ASCII alone.
      searchString: prefix.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
      // WIN takes backslashes for slashes and is NORMALIZE_PATH otherwise.
      textTransformations: inOrder("URL_DECODE", "NORMALIZE_PATH_WIN", "LOWERCASE"),
    },
  };
}

/** A missing header begins like nothing. */
export function headerStartsWith(name: string, prefix: string): Statement {
  return {
    byteMatchStatement: {
      fieldToMatch: { singleHeader: { name } },
      positionalConstraint: "STARTS_WITH",
      searchString: prefix,
      textTransformations: inOrder("LOWERCASE"),
    },
  };
}

export function headerMatches(name: string, regexString: string): Statement {
  return {
    regexMatchStatement: {
      fieldToMatch: { singleHeader: { name } },
      regexString,
      textTransformations: inOrder("LOWERCASE"),
    },
  };
}

/** The header is there and not empty. A missing header has no size, so it does not match either. */
export function headerIsPresent(name: string): Statement {
  return {
    sizeConstraintStatement: {
      fieldToMatch: { singleHeader: { name } },
      comparisonOperator: "GT",
      size: 0,
      textTransformations: inOrder("NONE"),
    },
  };
}

export function isInIpSet(arn: pulumi.Input<string>): Statement {
  return { ipSetReferenceStatement: { arn } };
}

function inOrder(...types: string[]): TextTransformation[] {
  return types.map((type, priority) => ({ priority, type }));
}

/** Metrics and samples under a name. */
export function visibility(metricName: string): Rule["visibilityConfig"] {
  return { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName };
}
