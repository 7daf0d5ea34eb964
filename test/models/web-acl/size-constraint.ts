// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-size-constraint-match.html

import type { Place } from "./inputs";
import { compileInspected } from "./inspected";
import type { Matcher, RuleContext } from "./matcher";

type Compare = (left: number, right: number) => boolean;

const COMPARISONS = {
  EQ: (left, right) => left === right,
  NE: (left, right) => left !== right,
  LE: (left, right) => left <= right,
  LT: (left, right) => left < right,
  GE: (left, right) => left >= right,
  GT: (left, right) => left > right,
} as const satisfies Record<string, Compare>;

/** The bytes of the component "after any transformations". A component that is missing has no size, not even 0. */
export function compileSizeConstraint(statement: Place, context: RuleContext): Matcher {
  statement.only("comparisonOperator", "fieldToMatch", "size", "textTransformations");
  const operator = statement.required("comparisonOperator").oneOf(["EQ", "NE", "LE", "LT", "GE", "GT"]);
  // The provider's limit, which is lower than AWS's 20 GB.
  const size = statement.required("size").integer(0, 2 ** 31 - 1);
  const { kind } = statement.required("fieldToMatch").choice();
  if (kind === "headers" || kind === "cookies") {
    throw statement.notModelled(`whether ${kind} are measured one by one or together`);
  }
  const compare = COMPARISONS[operator];
  return compileInspected(statement, context, (text) => compare(text.length, size));
}
