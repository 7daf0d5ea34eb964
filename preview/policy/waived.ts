// Waivers are the business of packs. The analyzer protocol has no field for them, so a pack says in the message of an advisory
// what it waived and which waivers nothing needed: the one form that reaches a report in the same way from the Pulumi engine and
// from here. docs/offline-preview.md describes it for authors of packs.

import type { PolicyViolation, WaivedViolation } from "../plan/plan";

/** `waived until <day> by <owner> (<ticket>): <reason>`, the ticket if there is one, and below it the finding. */
const waivedForm = /^waived until (\d{4}-\d\d-\d\d) by ([^():\n]+?)(?: \(([^()\s]+)\))?: ([^\n]+)(?:\n|$)/;

/** The finding as it would have been, and what is said of its waiver; undefined where it is not waived. */
export function readWaived(violation: PolicyViolation): WaivedViolation | undefined {
  const { message, enforcementLevel } = violation;
  const [line, expires, owner, ticket, reason] = waivedForm.exec(message) ?? [];
  if (enforcementLevel !== "advisory" || line === undefined) return undefined;
  if (expires === undefined || owner === undefined || reason === undefined) return undefined;
  return {
    ...violation,
    message: message.slice(line.length) || message,
    reason,
    owner,
    expires,
    ...(ticket && { ticket }),
  };
}

export function isUnusedWaiver({ message, enforcementLevel }: PolicyViolation): boolean {
  return enforcementLevel === "advisory" && message.startsWith('unused waiver "');
}
