// Statements that can stand inside others, and the logical ones that hold them.
// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statements-list.html

import { compileGeoMatch } from "./geo-match";
import type { Place } from "./inputs";
import { compileIpSetMatch } from "./ip-set-match";
import { compileLabelMatch } from "./labels";
import type { CompileStatement, Matcher, RuleContext } from "./matcher";
import { compileRegexMatch, compileRegexPatternSet } from "./regex-match";
import { compileSizeConstraint } from "./size-constraint";
import { compileStringMatch } from "./string-match";

/**
 * How deep logical statements nest at the top of a rule. AWS documents no limit, the provider has one: "can be nested up to 3
 * levels deep" (@pulumi/aws, `WebAclRuleStatement`). One level fewer is left inside a scope-down statement.
 */
export const LOGICAL_LEVELS = 3;

const MATCH_STATEMENTS: ReadonlyMap<string, CompileStatement> = new Map([
  ["byteMatchStatement", compileStringMatch],
  ["geoMatchStatement", compileGeoMatch],
  ["ipSetReferenceStatement", compileIpSetMatch],
  ["labelMatchStatement", compileLabelMatch],
  ["regexMatchStatement", compileRegexMatch],
  ["regexPatternSetReferenceStatement", compileRegexPatternSet],
  ["sizeConstraintStatement", compileSizeConstraint],
]);

/** "You can't nest this statement type inside other statements." */
const NOT_NESTABLE = ["managedRuleGroupStatement", "rateBasedStatement", "ruleGroupReferenceStatement"];

export function compileNestable(statement: Place, context: RuleContext, levels: number): Matcher {
  const { kind, content } = statement.choice();
  if (NOT_NESTABLE.includes(kind)) {
    throw statement.refused(`${kind} cannot be nested`);
  }
  const compileMatch = MATCH_STATEMENTS.get(kind);
  return compileMatch ? compileMatch(content, context) : compileLogical(kind, content, context, levels);
}

/** https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statements-logical.html */
function compileLogical(kind: string, content: Place, context: RuleContext, levels: number): Matcher {
  const nested = (statement: Place): Matcher => compileNestable(statement, context, levels - 1);
  if (["andStatement", "orStatement", "notStatement"].includes(kind) && levels === 0) {
    throw content.refused("logical statements are nested too deep for the provider");
  }
  switch (kind) {
    case "andStatement": {
      const all = severalOf(content).map(nested);
      // Every statement is evaluated: geo match labels what it inspects, and nothing says that AWS WAF stops early.
      return (inspection) => all.map((matches) => matches(inspection)).every(Boolean);
    }
    case "orStatement": {
      const any = severalOf(content).map(nested);
      return (inspection) => any.map((matches) => matches(inspection)).some(Boolean);
    }
    case "notStatement": {
      const matches = nested(content.only("statement").required("statement"));
      return (inspection) => !matches(inspection);
    }
    default:
      throw content.notModelled(kind);
  }
}

/** "This requires at least two nested statements." */
const severalOf = (content: Place): Place[] => content.only("statements").required("statements").list(2);
