// How findings reach the SDK's report function.

import type { ReportViolation } from "@pulumi/policy";
import { messageOf } from "./findings";
import type { Rule, Violated } from "./rule";
import type { AppliedWaiver } from "./waivers/ledger";
import { expiredLine, waivedLine } from "./waivers/wording";

/** What the SDK's report function also takes, though its type does not say so: a violation with a level or a resource of its own. */
type ReportWithLevel = ReportViolation &
  ((violation: { message: string; urn?: string; enforcementLevel: "advisory" }) => void);

/** Unlike a violation, it is reported without the rule's reason before it. */
export function reportAdvisory(report: ReportViolation, message: string, urn?: string): void {
  (report as ReportWithLevel)({ message, urn, enforcementLevel: "advisory" });
}

/** At the rule's level, or as an advisory where a waiver holds. */
export function reportViolation(
  report: ReportViolation,
  rule: Rule,
  violation: Violated & { readonly urn?: string },
  applied: AppliedWaiver | undefined,
): void {
  const message = messageOf(violation);
  if (applied === undefined) report(message, violation.urn);
  else if (applied.isExpired) report(`${message}\n${expiredLine(applied.waiver)}`, violation.urn);
  else reportAdvisory(report, `${waivedLine(applied.waiver)}\n${rule.reason}\n${message}`, violation.urn);
}
