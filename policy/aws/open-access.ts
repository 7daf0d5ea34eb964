// Whether a resource's policy lets anybody at all in: what AWS itself calls public.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status

import { type Condition, isEveryone, type Statement } from "./policy-document";

/** Condition keys whose values name callers, organizations, resources or networks; in lower case. */
const narrowingKeys = new Set([
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
  "kms:calleraccount",
  "s3:accesspointnetworkorigin",
  "s3:dataaccesspointaccount",
  "s3:dataaccesspointarn",
]);

/** Those that ask for one of the values. `…IfExists` and `ForAllValues:` are also true of requests that do not have the key. */
const narrowingOperator =
  /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike|IpAddress)$/;

/** The statement lets in whoever asks. */
export function opensToEveryone(statement: Statement): boolean {
  return statement.effect === "Allow" && isEveryone(statement) && !statement.conditions.some(narrows);
}

function narrows({ operator, key, values }: Condition): boolean {
  return (
    narrowingKeys.has(key) &&
    narrowingOperator.test(operator) &&
    values.length > 0 &&
    // What a variable stands for, the caller may choose.
    values.every((value) => !value.includes("${") && (key === "aws:sourceip" ? isNetwork(value) : namesSomebody(value)))
  );
}

/** S3 calls anything wider than these a public range. */
function isNetwork(value: string): boolean {
  const [address = "", bits] = value.split("/");
  return bits === undefined || Number(bits) >= (address.includes(":") ? 32 : 8);
}

/** Not with wildcards alone; of an ARN, the account must be named, or, where it has none as that of a bucket, the resource. */
export function namesSomebody(value: string): boolean {
  const [, , , , account, ...resource] = value.split(":");
  const part = value.startsWith("arn:") ? account || resource.join(":") : value;
  return part !== undefined && /[^*?]/.test(part);
}
