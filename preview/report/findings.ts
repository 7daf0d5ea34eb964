import type { EnforcementLevel, Phase, PolicyViolation, StackPlan } from "../plan/plan";

/** The same violation of the same resource, whichever passes saw it. */
export interface Finding {
  violation: PolicyViolation;
  phases: Phase[];
}

/** All findings of one policy. */
export interface FindingGroup {
  policyName: string;
  packName: string;
  level: EnforcementLevel;
  findings: Finding[];
}

/** What stops a deployment first. A violation left by a `remediate` policy blocks like a mandatory one. */
const RANK: Record<EnforcementLevel, number> = { mandatory: 0, remediate: 1, advisory: 2, disabled: 3 };

/** Violations without the repetition of the two passes, grouped by policy, the blocking ones first. */
export function groupFindings(violations: readonly PolicyViolation[]): FindingGroup[] {
  const findings = new Map<string, Finding>();
  for (const violation of violations) {
    const { phase: _phase, ...rest } = violation;
    const { policyName, packName, enforcementLevel, resourceUrn, message, property } = rest;
    const key = JSON.stringify([policyName, packName, enforcementLevel, resourceUrn, message, property]);
    const known = findings.get(key);
    if (!known) findings.set(key, { violation, phases: [violation.phase] });
    else if (!known.phases.includes(violation.phase)) known.phases.push(violation.phase);
  }
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings.values()) {
    const { policyName, packName, enforcementLevel: level } = finding.violation;
    const key = JSON.stringify([policyName, packName, level]);
    const group = groups.get(key) ?? { policyName, packName, level, findings: [] };
    group.findings.push(finding);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => RANK[a.level] - RANK[b.level] || compare(a.policyName, b.policyName) || compare(a.packName, b.packName),
  );
}

export interface FindingCounts {
  mandatory: number;
  advisory: number;
}

export function countFindings(plan: StackPlan): FindingCounts {
  const counts = { mandatory: 0, advisory: 0 };
  for (const { level, findings } of groupFindings(plan.policy.violations)) {
    if (isBlocking(level)) counts.mandatory += findings.length;
    else if (level === "advisory") counts.advisory += findings.length;
  }
  return counts;
}

export function isBlocking(level: EnforcementLevel): boolean {
  return level === "mandatory" || level === "remediate";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
