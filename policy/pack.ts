// The policies of the pack: one for each rule, and those by which a config sets more than one rule.

import { profilePolicy } from "./profiles/profile-policy";
import type { Rule } from "./rule";
import { rules } from "./rules";
import { type Policy, toPolicy } from "./sdk-policy";
import { WaiverLedger } from "./waivers/ledger";
import { waiversPolicy } from "./waivers/waivers-policy";

export { packName, packVersion } from "./identity";
export { rules } from "./rules";

/** A policy for each rule, the one that chooses among them, and the one that keeps their waivers. `today` is a day such as `2027-01-31`. */
export function toPolicies(chosen: readonly Rule[], today: () => string): Policy[] {
  const waivers = new WaiverLedger();
  return [
    ...chosen.map((rule) => toPolicy(rule, waivers)),
    profilePolicy,
    // The last: it tells which waivers no policy before has used.
    waiversPolicy(chosen, waivers, today),
  ];
}

/** In UTC, as the last days of waivers are. */
const today = () => new Date().toISOString().slice(0, 10);

export const policies: readonly Policy[] = toPolicies(rules, today);
