import { checkMember, checkRange } from "../../argument-checks";
import type { Problem } from "../../errors";
import { checkPathPrefix } from "./check-paths";
import { checkRuleName } from "./check-rule-names";
import { type CustomRuleArgs, type FirewallArgs, type RateLimitArgs, RuleAction } from "./firewall-args";
import { presetOf } from "./plan-firewall";
import { namesGroup } from "./rules";

/** https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
const MOST_RATE_LIMITS = 10;
/** As many places as there are between those of other rules. */
const MOST_CUSTOM_RULES = 40;

/** Rate limits and custom rules. */
export function checkOwnRules(path: string, firewall: FirewallArgs): Problem[] {
  const limits = firewall.rateLimits ?? presetOf(firewall).rateLimits;
  const rules = firewall.customRules ?? [];
  const rateBased = limits.length + rules.filter(isRateBased).length;
  return [
    ...limits.flatMap((limit, index) => checkRateLimit(`${path}.rateLimits[${index}]`, limit)),
    ...rules.flatMap((rule, index) => checkCustomRule(`${path}.customRules[${index}]`, rule)),
    ...checkCount(`${path}.rateLimits`, "rate limits, those of customRules among them", rateBased, MOST_RATE_LIMITS),
    ...checkCount(`${path}.customRules`, "entries", rules.length, MOST_CUSTOM_RULES),
  ];
}

function checkCount(path: string, what: string, count: number, most: number): Problem[] {
  return count > most ? [{ path, must: `have at most ${most} ${what}`, got: count }] : [];
}

const RATE_WINDOWS_SECONDS = [60, 120, 300, 600];
const RATE = { min: 10, max: 2_000_000_000 };

function checkRateLimit(path: string, limit: RateLimitArgs): Problem[] {
  const { name, windowSeconds: window, pathPrefix, action } = limit;
  const problems: Problem[] = [
    ...checkRuleName(`${path}.name`, name),
    ...checkRange(`${path}.limit`, limit.limit, RATE),
  ];
  if (limit.limit === undefined) {
    problems.push({ path: `${path}.limit`, must: "be given" });
  }
  if (window !== undefined && !RATE_WINDOWS_SECONDS.includes(window)) {
    problems.push({
      path: `${path}.windowSeconds`,
      must: `be one of ${RATE_WINDOWS_SECONDS.join(", ")}`,
      got: window,
    });
  }
  return [
    ...problems,
    ...checkPathPrefix(`${path}.pathPrefix`, pathPrefix),
    ...checkMember(`${path}.action`, action, RuleAction),
    ...checkRateAction(path, action),
  ];
}

function checkRateAction(path: string, action: RuleAction | undefined): Problem[] {
  return action === RuleAction.Allow
    ? [{ path: `${path}.action`, must: "not be allow: it would let in those who ask too often", got: action }]
    : [];
}

function checkCustomRule(path: string, rule: CustomRuleArgs): Problem[] {
  const { name, statement, action } = rule;
  const problems = [...checkRuleName(`${path}.name`, name), ...checkMember(`${path}.action`, action, RuleAction)];
  const kinds = Object.entries(statement ?? {}).filter(([, content]) => content !== undefined);
  if (kinds.length !== 1) {
    problems.push({
      path: `${path}.statement`,
      must: "be exactly one statement",
      got: kinds.map(([kind]) => kind).join(" and ") || undefined,
    });
    return problems;
  }
  if (namesGroup(statement) && action !== undefined && action !== RuleAction.Count) {
    problems.push({
      path: `${path}.action`,
      must: "be count or left out: the rules of a group have actions of their own",
      got: action,
    });
  }
  return [...problems, ...(isRateBased(rule) ? checkRateAction(path, action) : [])];
}

function isRateBased({ statement }: CustomRuleArgs): boolean {
  return statement?.rateBasedStatement !== undefined;
}
