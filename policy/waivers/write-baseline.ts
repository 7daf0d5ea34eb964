// Makes a baseline of what the offline preview reports: `causeway preview --json report.json`.

import { compare } from "../findings";
import { packName } from "../identity";
import { isJsonObject } from "../json";
import type { Baseline, BaselineFinding } from "./baseline";
import { placeOf } from "./place";

export type BaselineTerms = Omit<Baseline, "findings">;

/**
 * Every mandatory finding of this pack in the reports, of both passes, each once. Waived ones stay with their own waivers, and an expired
 * waiver is none to be waived. Throws where a report is none.
 */
export function baselineOf(reports: readonly unknown[], terms: BaselineTerms): Baseline {
  const findings = new Map<string, BaselineFinding>();
  for (const violation of reports.flatMap(violationsIn)) {
    const { packName: pack, policyName, enforcementLevel, resourceUrn, property } = violation;
    if (pack !== packName || policyName === "waivers" || enforcementLevel !== "mandatory") continue;
    const finding = { policy: String(policyName), resource: String(resourceUrn), property: placeOf(String(property)) };
    findings.set(JSON.stringify(finding), finding);
  }
  const inOrder = [...findings].sort(([a], [b]) => compare(a, b)).map(([, finding]) => finding);
  return { ...terms, findings: inOrder };
}

/** A report is the plan of one stack, or has those of several. */
function violationsIn(report: unknown): Record<string, unknown>[] {
  if (isJsonObject(report) && Array.isArray(report.stacks)) return report.stacks.flatMap(violationsIn);
  const policy = isJsonObject(report) ? report.policy : undefined;
  const violations = isJsonObject(policy) ? policy.violations : undefined;
  if (!Array.isArray(violations)) throw new Error("is no report of `causeway preview --json`");
  return violations.filter(isJsonObject);
}
