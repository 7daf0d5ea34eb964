// Checks that several kinds of origin share.

import type { Problem } from "../../errors";
import type { Range } from "../defaults";

export function checkOriginPath(path: string, originPath: string | undefined): Problem[] {
  if (originPath === undefined || /^\/.*[^/]$/.test(originPath)) {
    return [];
  }
  return [{ path, must: "start with / and not end with /", got: originPath, use: '"/prod", or leave it out' }];
}

export function checkRange(path: string, value: number | undefined, range: Range): Problem[] {
  if (value === undefined || (Number.isInteger(value) && value >= range.min && value <= range.max)) {
    return [];
  }
  return [{ path, must: `be a whole number from ${range.min} to ${range.max}`, got: value }];
}
