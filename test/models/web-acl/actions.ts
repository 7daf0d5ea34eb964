// https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rule-actions.html

import type { Place } from "./inputs";
import type { WebRequest } from "./web-request";
import { RULE_ACTIONS, type RuleAction } from "./world";

export type TerminatingAction = Exclude<RuleAction, "count">;

/** Custom responses and inserted headers do not change what happens to a request: they are not looked at. */
export function compileRuleAction(action: Place): RuleAction {
  const { kind } = action.choice();
  const found = RULE_ACTIONS.find((name) => name === kind);
  if (found === undefined) {
    throw action.notModelled(kind);
  }
  return found;
}

/** The action that ends the evaluation, or nothing: a CAPTCHA or challenge whose token is valid is "similar to a Count match". */
export function terminating(action: RuleAction, request: WebRequest): TerminatingAction | undefined {
  if (action === "count") {
    return undefined;
  }
  const solved = request.tokens?.some((token) => token === action) ?? false;
  return solved ? undefined : action;
}
