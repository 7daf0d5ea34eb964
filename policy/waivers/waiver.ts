// What a waiver is: an agreement that some resources may violate one rule, for a reason, until a day.

import { placeOf } from "./place";
import { matchesWildcard } from "./wildcard";

export interface Waiver {
  /** Its key in the config file. */
  readonly id: string;
  /** The name of the rule. */
  readonly policy: string;
  /** Which resources, with `*` for any characters: their URN if it begins with `urn:` or has `::` in it, else their name. */
  readonly resource: string;
  /** Which property alone, as `placeOf` says; the resource is then one exact URN. Only findings of a baseline have it. */
  readonly property?: string;
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  readonly ticket?: string;
  /** The last day on which it holds, in UTC: `2027-01-31`. */
  readonly expires: string;
}

/** Days in this form sort as text. */
export function isExpired({ expires }: Waiver, today: string): boolean {
  return expires < today;
}

/** Without a path: whether it covers anything of the resource. */
export function covers({ policy, resource, property }: Waiver, rule: string, urn: string, path?: string): boolean {
  if (policy !== rule) return false;
  if (property !== undefined) return resource === urn && (path === undefined || property === placeOf(path));
  return matchesWildcard(resource, isUrnPattern(resource) ? urn : nameIn(urn));
}

function isUrnPattern(pattern: string): boolean {
  return pattern.startsWith("urn:") || pattern.includes("::");
}

/** `urn:pulumi:<stack>::<project>::<types>::<name>`; a name may hold `::` itself. */
function nameIn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
