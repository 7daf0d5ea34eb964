// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-regex-match.html
// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-regex-pattern-set-match.html

import type { Place } from "./inputs";
import { compileInspected } from "./inspected";
import type { Matcher, RuleContext } from "./matcher";
import { bytesOf } from "./web-request";
import { entry } from "./world";

export function compileRegexMatch(statement: Place, context: RuleContext): Matcher {
  statement.only("fieldToMatch", "regexString", "textTransformations");
  const regexString = statement.required("regexString");
  const regex = compileRegex(regexString, regexString.text());
  return compileInspected(statement, context, (text) => regex.test(text));
}

export function compileRegexPatternSet(statement: Place, context: RuleContext): Matcher {
  statement.only("arn", "fieldToMatch", "textTransformations");
  const arn = statement.required("arn");
  const patterns = entry(context.world.regexPatternSets, arn.text());
  if (patterns === undefined) {
    throw arn.notInWorld("this regex pattern set");
  }
  const regexes = patterns.map((pattern) => compileRegex(arn, pattern));
  return compileInspected(statement, context, (text) => regexes.some((regex) => regex.test(text)));
}

/** Constructs of PCRE that AWS WAF refuses: https://docs.aws.amazon.com/waf/latest/developerguide/waf-regex-pattern-support.html */
const REFUSED = /\\[1-9CKRgk]|\(\?(?:[RC>(&+0-9]|P[>=])|\(\*|(?<!\\)[*+?}]\+/;

/** What means nothing but itself: escaped backslashes and classes. */
const LITERAL = /\\\\|\[(?:\\.|[^\\\]])*\]/g;

/**
 * PCRE as far as JavaScript means the same by it. With the flag `u` JavaScript refuses the escapes it does not know instead of
 * reading them as letters; POSIX classes it would misread. Groups are let pass though the page excludes "capturing
 * subexpressions": nothing can refer to what they capture.
 */
function compileRegex(place: Place, pattern: string): RegExp {
  if (pattern.length < 1 || pattern.length > 512) {
    throw place.refused(`a pattern must have 1 to 512 characters; got ${pattern.length}`);
  }
  if (REFUSED.test(pattern.replace(LITERAL, "x"))) {
    throw place.refused(`AWS WAF does not support all of ${pattern}`);
  }
  if (/\[[:.=]/.test(pattern)) {
    throw place.notModelled(`a POSIX class, as in ${pattern},`);
  }
  const [, ignoreCase = "", rest = ""] = /^(\(\?i\))?(.*)$/s.exec(bytesOf(pattern)) ?? [];
  try {
    return new RegExp(rest, ignoreCase === "" ? "u" : "iu");
  } catch (error) {
    throw place.notModelled(`the pattern ${pattern} (${error instanceof Error ? error.message : error})`);
  }
}
