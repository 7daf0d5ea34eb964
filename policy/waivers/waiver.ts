// What a waiver is: an agreement that some resources may violate one rule, for a reason, until a day.

import { matchesWildcard } from "./wildcard";

export interface Waiver {
  /** Its key in the config file. */
  readonly id: string;
  /** The name of the rule. */
  readonly policy: string;
  /** Which resources, with `*` for any characters: their URN if it begins with `urn:` or has `::` in it, else their name. */
  readonly resource: string;
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

export function covers({ policy, resource }: Waiver, rule: string, urn: string): boolean {
  if (policy !== rule) return false;
  return matchesWildcard(resource, isUrnPattern(resource) ? urn : nameIn(urn));
}

function isUrnPattern(pattern: string): boolean {
  return pattern.startsWith("urn:") || pattern.includes("::");
}

/** `urn:pulumi:<stack>::<project>::<types>::<name>`; a name may hold `::` itself. */
function nameIn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
