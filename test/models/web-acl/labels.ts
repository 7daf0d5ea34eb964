// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-label-requirements.html
// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-label-match.html

import type { Place } from "./inputs";
import type { Matcher, RuleContext } from "./matcher";

/** "You can't use the following reserved strings in the namespaces or name that you specify." */
const RESERVED = ["awswaf", "aws", "waf", "rulegroup", "webacl", "regexpatternset", "ipset", "managed"];

/** The full labels that a rule adds: up to five namespaces and a name, each up to 128 characters. */
export function compileRuleLabels(ruleLabels: Place | undefined, labelPrefix: string): string[] {
  return (ruleLabels?.list() ?? []).map((place) => {
    const name = place.only("name").required("name");
    const parts = name.textLike(/^[0-9A-Za-z_-]{1,128}(:[0-9A-Za-z_-]{1,128}){0,5}$/).split(":");
    const reserved = parts.find((part) => RESERVED.includes(part));
    if (reserved !== undefined) {
      throw name.refused(`must not use the reserved string ${reserved}`);
    }
    return `${labelPrefix}${parts.join(":")}`;
  });
}

/** Without a prefix of its own the key is of labels of this web ACL only, and of their end; with one it is of the whole label. */
export function compileLabelMatch(statement: Place, context: RuleContext): Matcher {
  statement.only("key", "scope");
  const scope = statement.required("scope").oneOf(["LABEL", "NAMESPACE"]);
  // "With an ending colon" only for a namespace.
  const key = statement
    .required("key")
    .textLike(scope === "LABEL" ? /^[0-9A-Za-z_:-]{1,1024}(?<!:)$/ : /^[0-9A-Za-z_:-]{1,1023}:$/);
  const { labelPrefix } = context;
  return ({ labels }) =>
    key.startsWith("awswaf:")
      ? labels.some((label) => (scope === "LABEL" ? label === key : label.startsWith(key)))
      : labels
          .filter((label) => label.startsWith(labelPrefix))
          .some((label) => matchesLocally(scope, key, label.slice(labelPrefix.length)));
}

/** Both begin at a colon: a label "consists of the ending part", a namespace of "any contiguous subset … excluding the name". */
function matchesLocally(scope: "LABEL" | "NAMESPACE", key: string, label: string): boolean {
  const delimited = `:${label}`;
  return scope === "LABEL"
    ? delimited.endsWith(`:${key}`)
    : delimited.slice(0, delimited.lastIndexOf(":") + 1).includes(`:${key}`);
}
