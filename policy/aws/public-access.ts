// Whether a statement of a resource policy lets everybody in: what AWS itself calls public.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status

import { type Condition, isEveryone, type Statement } from "./policy-document";

/**
 * Condition keys, in lower case, whose values say who calls or from where, and which no outsider can choose. Names of users and the network
 * origin of access points are not among them: anybody can have such.
 */
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
  "aws:sourcevpcarn",
  "aws:sourcevpce",
  "aws:userid",
  "aws:vpceaccount",
  "aws:vpceorgid",
  "aws:vpceorgpaths",
  "kms:calleraccount",
  "s3:dataaccesspointaccount",
  "s3:dataaccesspointarn",
]);

/**
 * Those that ask for one of the values. `Not…` excludes a few, and `…IfExists`, `ForAllValues:` and `Null` are also true of requests that
 * do not have the key.
 */
const narrowingOperator = /^(ForAnyValue:)?(String(Equals|EqualsIgnoreCase|Like)|Arn(Equals|Like)|IpAddress)$/;

/** Whether the statement allows something to everybody, without a condition that shuts outsiders out. */
export function isPublic(statement: Statement): boolean {
  return statement.effect === "Allow" && isEveryone(statement) && !statement.conditions.some(narrows);
}

function narrows({ operator, key, values }: Condition): boolean {
  const isNarrow = key === "aws:sourceip" ? isNetwork : namesSomebody;
  return (
    narrowingKeys.has(key) &&
    narrowingOperator.test(operator) &&
    values.length > 0 &&
    // What a variable stands for, the caller may choose.
    values.every((value) => !value.includes("${") && isNarrow(value))
  );
}

/** S3 calls anything wider than these a public range. */
function isNetwork(value: string): boolean {
  const [address = "", bits, ...more] = value.split("/");
  if (!/^[\da-f.:]+$/i.test(address) || more.length > 0) return false;
  return bits === undefined || Number(bits) >= (address.includes(":") ? 32 : 8);
}

/**
 * An ARN must name the account or, where it has none as that of a bucket, the beginning of the resource. Of other values the beginning must
 * be fixed, behind the prefix that ids of their kind have in common: what ends as it should, anybody can have.
 */
export function namesSomebody(value: string): boolean {
  if (!value.startsWith("arn:")) return /^(?!(o|ou|r|vpc|vpce)-[*?])[^*?]/.test(value);
  const [, , , , account, ...resource] = value.split(":");
  return account ? !/[*?]/.test(account) : /^[^*?]/.test(resource.join(":"));
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
