import type { PassResult } from "../engine/pass/job";
import type { PolicyReport, PolicyViolation } from "../plan/plan";
import { isUnusedWaiver, readWaived } from "./waived";

type PassReport = Pick<PassResult, "packs" | "violations" | "undecided" | "evaluated">;

/** What the policies say of both passes. What is waived is no violation. */
export function mergeReports(preview: PassReport, deployed: PassReport): PolicyReport {
  const reported = [...preview.violations.filter(isBorneOut(deployed)), ...deployed.violations].sort(byWeight);
  return {
    packs: preview.packs.length > 0 ? preview.packs : deployed.packs,
    violations: reported.filter((violation) => readWaived(violation) === undefined),
    undecided: [...preview.undecided, ...deployed.undecided],
    waived: reported.flatMap((violation) => readWaived(violation) ?? []),
    evaluated: preview.evaluated + deployed.evaluated,
  };
}

/** A waiver may be unused in the preview pass only because what needs it comes with the values or resources of the other one. */
function isBorneOut(deployed: PassReport): (violation: PolicyViolation) => boolean {
  const key = ({ packName, message }: PolicyViolation) => JSON.stringify([packName, message]);
  const unused = new Set(deployed.violations.filter(isUnusedWaiver).map(key));
  return (violation) => !isUnusedWaiver(violation) || unused.has(key(violation));
}

const weights = { mandatory: 0, remediate: 1, advisory: 2, disabled: 3 };

function byWeight(a: PolicyViolation, b: PolicyViolation): number {
  return (
    weights[a.enforcementLevel] - weights[b.enforcementLevel] ||
    compare(a.policyName, b.policyName) ||
    compare(a.resourceUrn, b.resourceUrn) ||
    compare(a.message, b.message) ||
    compare(b.phase, a.phase)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
