// The order in which the provider reads sets of blocks. Terraform's SDK keys a set by a hash of each element's text and goes
// through the keys as text (hashicorp/terraform-plugin-sdk helper/schema/set.go and serialize.go). Where two blocks end up
// in one list, as principals of one type do, this order is visible in the result.

import { crc32 } from "./crc32";

/** `"value;"`: how a string is written for hashing. */
const ofString = (value: string): string => `${value};`;

function byHash<T>(elements: readonly T[], write: (element: T) => string): T[] {
  return [...new Map(elements.map((e) => [String(crc32(write(e))), e]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, element]) => element);
}

export interface PrincipalBlock {
  type: string;
  identifiers: string[];
}

export interface ConditionBlock {
  test: string;
  variable: string;
  values: string[];
}

/** A set of `principals` blocks, repeated ones dropped. */
export function principalsInOrder(blocks: readonly PrincipalBlock[]): PrincipalBlock[] {
  return byHash(
    blocks,
    (b) => `identifiers:{${byHash(b.identifiers, ofString).map(ofString).join("")}};type:${ofString(b.type)}`,
  );
}

/** A set of `condition` blocks, repeated ones dropped. */
export function conditionsInOrder(blocks: readonly ConditionBlock[]): ConditionBlock[] {
  return byHash(
    blocks,
    (b) => `test:${ofString(b.test)}values:(${b.values.map(ofString).join("")});variable:${ofString(b.variable)}`,
  );
}
