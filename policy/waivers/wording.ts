// What reports say of waivers. The analyzer protocol has no field for them, so the offline preview knows the first two lines here by
// their form: docs/offline-preview.md.

import type { Waiver } from "./waiver";

/** Comes before a finding that is waived. */
export function waivedLine(waiver: Waiver): string {
  return `waived until ${waiver.expires} by ${answerable(waiver)}: ${waiver.reason}`;
}

export function unusedLine({ id, policy, resource }: Waiver): string {
  return `unused waiver "${id}": in this run no resource that "${resource}" matches violates ${policy}; remove it`;
}

/** Comes after a finding that is no longer waived. */
export function expiredLine({ id, expires }: Waiver): string {
  return `The waiver "${id}" expired on ${expires}.`;
}

/** How an expired waiver is put right. */
export function renewal(waiver: Waiver): string {
  return `remove it, or agree on a later day with ${answerable(waiver)}`;
}

function answerable({ owner, ticket }: Waiver): string {
  return ticket === undefined ? owner : `${owner} (${ticket})`;
}
