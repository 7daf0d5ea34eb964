// How findings reach the SDK's report function.

import type { ReportViolation } from "@pulumi/policy";

/** What the SDK's report function also takes, though its type does not say so: a violation with a level or a resource of its own. */
type ReportWithLevel = ReportViolation &
  ((violation: { message: string; urn?: string; enforcementLevel: "advisory" }) => void);

/** Unlike a violation, it is reported without the rule's reason before it. */
export function reportAdvisory(report: ReportViolation, message: string, urn?: string): void {
  (report as ReportWithLevel)({ message, urn, enforcementLevel: "advisory" });
}
