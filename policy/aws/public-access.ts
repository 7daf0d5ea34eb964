// Whether a statement of a resource policy lets everybody in: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-concepts.html

import { type Condition, isEveryone, type Statement } from "./policy-document";

/** Condition keys that say who calls or from where, each of which an outsider cannot have. */
const narrowingKeys: ReadonlySet<string> = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceip",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourceowner",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:userid",
  "aws:username",
]);

/** Whether the statement allows something to everybody, without a condition that shuts outsiders out. */
export function isPublic(statement: Statement): boolean {
  return statement.effect === "Allow" && isEveryone(statement) && !statement.conditions.some(narrows);
}

/**
 * With `Not…` the condition excludes a few, and with `…IfExists`, `ForAllValues:` or `Null` it holds for requests that do not have the
 * key at all.
 */
function narrows({ operator, key, values }: Condition): boolean {
  return (
    narrowingKeys.has(key) &&
    /^(ForAnyValue:)?(String|Arn)(Equals|EqualsIgnoreCase|Like)$|^IpAddress$/.test(operator) &&
    values.length > 0 &&
    !values.some(isAnything)
  );
}

/** `*`, every address, or an ARN in whatever account. The ARN of a bucket names no account, and its name is enough. */
function isAnything(value: string): boolean {
  return /^[*?]+$|^0\.0\.0\.0\/0$|^::\/0$|^o-\*$|^arn:[^:]*:[^:]*:[^:]*:\*(:|$)/.test(value);
}

/**
 * Whether the statement denies these actions, in lower case, to everyone who comes over plain HTTP. A second condition would narrow the
 * denial; with `IfExists` requests that do not say how they came are denied as well.
 */
export function deniesPlainHttp(statement: Statement, actions: ReadonlySet<string>): boolean {
  const [condition, ...others] = statement.conditions;
  return (
    statement.effect === "Deny" &&
    isEveryone(statement) &&
    statement.actions.some((action) => actions.has(action)) &&
    others.length === 0 &&
    (condition?.operator === "Bool" || condition?.operator === "BoolIfExists") &&
    condition.key === "aws:securetransport" &&
    condition.values.length === 1 &&
    condition.values[0]?.toLowerCase() === "false"
  );
}
