import { ANTI_DDOS_RULE_GROUP, BOT_CONTROL_RULE_GROUP } from "../../aws/waf-rule-groups";
import type { Problem } from "../../errors";
import type { FirewallArgs } from "./firewall-args";
import { presetOf } from "./plan-firewall";
import { RULE_NAMES, rateRuleName } from "./rules";

/** Of metrics: https://docs.aws.amazon.com/waf/latest/APIReference/API_VisibilityConfig.html */
const RESERVED = ["All", "Default_Action"];

/** A rule and its metric are called the same. */
export function checkRuleName(path: string, name: string | undefined): Problem[] {
  return typeof name === "string" && /^[A-Za-z0-9_-]{1,100}$/.test(name) && !RESERVED.includes(name)
    ? []
    : [{ path, must: `be 1 to 100 letters, digits, _ and -, and none of ${RESERVED.join(", ")}`, got: name }];
}

/** AWS WAF takes no two rules of one name in a web ACL. */
export function checkDistinctRules(path: string, firewall: FirewallArgs): Problem[] {
  const problems: Problem[] = [];
  const arguments_ = new Map<string, string>();
  for (const [argument, name] of namedRules(firewall)) {
    const first = arguments_.get(name);
    if (first === undefined) {
      arguments_.set(name, argument);
    } else {
      problems.push({
        path: `${path}.${first} and ${path}.${argument}`,
        must: "differ: rules of a web ACL have names of their own",
        got: name,
      });
    }
  }
  return problems;
}

type NamedRule = readonly [argument: string, name: string];

/** The name of each rule, with the argument that it is from. Names that are none are told elsewhere. */
function namedRules(firewall: FirewallArgs): NamedRule[] {
  const { ruleGroups, rateLimits, customRules, ownRuleGroups } = firewall;
  const preset = presetOf(firewall);
  const single: readonly (readonly [keyof FirewallArgs, name: string])[] = [
    ["blockedAddresses", RULE_NAMES.blockedAddresses],
    ["allowedAddresses", RULE_NAMES.allowedAddresses],
    ["hotlinkProtection", RULE_NAMES.hotlinkProtection],
    ["antiDdos", ANTI_DDOS_RULE_GROUP],
    ["botControl", BOT_CONTROL_RULE_GROUP],
  ];
  return [
    ...single.filter(([argument]) => firewall[argument] !== undefined),
    ...[...new Set(ruleGroups ?? preset.ruleGroups)].map((group): NamedRule => ["ruleGroups", group]),
    ...(rateLimits === undefined
      ? preset.rateLimits.map(({ name }): NamedRule => ["preset", rateRuleName(name)])
      : namesIn("rateLimits", rateLimits, rateRuleName)),
    ...namesIn("customRules", customRules),
    ...namesIn("ownRuleGroups", ownRuleGroups),
  ];
}

function namesIn(
  argument: string,
  entries: readonly { name: string }[] = [],
  ruleName = (name: string) => name,
): NamedRule[] {
  return entries
    .map(({ name }, index): NamedRule => [`${argument}[${index}].name`, name])
    .filter(([, name]) => checkRuleName("", name).length === 0)
    .map(([where, name]) => [where, ruleName(name)]);
}
