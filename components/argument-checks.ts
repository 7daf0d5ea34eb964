// Checks of arguments that every component needs. Their kinds have been checked.

import type * as pulumi from "@pulumi/pulumi";
import type { Problem } from "./errors";

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** A whole number within the range. */
export function checkRange(path: string, value: number | undefined, range: Range): Problem[] {
  if (value === undefined || (Number.isInteger(value) && value >= range.min && value <= range.max)) {
    return [];
  }
  return [{ path, must: `be a whole number from ${range.min} to ${range.max}`, got: value }];
}

/** A value of an enumeration, for callers whose compiler did not check it. */
export function checkMember(
  path: string,
  value: string | undefined,
  members: Readonly<Record<string, string>>,
): Problem[] {
  const allowed = Object.values(members);
  if (value === undefined || allowed.includes(value)) {
    return [];
  }
  return [{ path, must: `be one of ${allowed.map((member) => `"${member}"`).join(", ")}`, got: value }];
}

/** The arguments that nothing stands in for. */
export function checkGiven<T extends object>(path: string, args: T, names: readonly (keyof T & string)[]): Problem[] {
  return names
    .filter((name) => args[name] === undefined)
    .map((name) => ({ path: `${path}.${name}`, must: "be given" }));
}

/** An id that AWS gave, which must be there. */
export function checkId(path: string, id: pulumi.Input<string> | undefined, prefix: string): Problem[] {
  if (id === undefined) {
    return [{ path, must: "be given" }];
  }
  return typeof id === "string" && !id.startsWith(prefix)
    ? [{ path, must: `be an id that starts with ${prefix}`, got: id }]
    : [];
}

/** The id of an AWS account. */
export function checkAccountId(path: string, id: pulumi.Input<string> | undefined): Problem[] {
  return typeof id === "string" && !/^\d{12}$/.test(id)
    ? [{ path, must: "be an account's id of 12 digits, as text", got: id, use: '"123456789012"' }]
    : [];
}
