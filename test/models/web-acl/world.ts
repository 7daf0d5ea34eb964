// What an evaluation depends on beside the web ACL and the request.

import type { WebRequest } from "./web-request";

export const RULE_ACTIONS = ["allow", "block", "count", "captcha", "challenge"] as const;
export type RuleAction = (typeof RULE_ACTIONS)[number];

export interface World {
  /** @default "123456789012" */
  readonly accountId?: string;
  /** Where the request is from, or a table of countries by address. Needed by every statement that matches countries. */
  readonly country?: string | Readonly<Record<string, string>>;
  /** By name. A group that is not here matches nothing: what AWS's own groups contain is not public. */
  readonly managedRuleGroups?: Readonly<Record<string, RuleGroup>>;
  /** By ARN, as everything below that a web ACL references. */
  readonly ruleGroups?: Readonly<Record<string, RuleGroup>>;
  /** Ranges in CIDR notation. */
  readonly ipSets?: Readonly<Record<string, readonly string[]>>;
  readonly regexPatternSets?: Readonly<Record<string, readonly string[]>>;
  /** Requests that a rate-based rule, by name, has counted for the request's aggregation instance. @default 0 */
  readonly rates?: Readonly<Record<string, number>>;
}

/** The rules of a group that match a request, in their order, with the actions that the group gives them. */
export type RuleGroup = (request: WebRequest) => readonly Verdict[];

export interface Verdict {
  readonly rule: string;
  readonly action: RuleAction;
  /** In full: `awswaf:managed:aws:core-rule-set:NoUserAgent_Header`. */
  readonly labels?: readonly string[];
}

/** What a test says about something that a web ACL references. */
export function entry<Value>(table: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
