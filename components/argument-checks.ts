// Checks of arguments that every component needs.

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
