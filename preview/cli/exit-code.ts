import type { StackPlan } from "../plan/plan";
import { countFindings } from "../report/findings";
import type { FailOn, PreviewFlags } from "./flags";

/** What the process says to its caller; the lowest that applies wins. */
export const EXIT = { fine: 0, failed: 1, policyViolated: 2, hasChanges: 3 } as const;

export function exitCodeFor(
  plans: readonly StackPlan[],
  hasError: boolean,
  { failOn, expectNoChanges }: Pick<PreviewFlags, "failOn" | "expectNoChanges">,
): number {
  if (hasError || plans.some(({ result }) => result === "failed")) return EXIT.failed;
  if (plans.some((plan) => violates(plan, failOn))) return EXIT.policyViolated;
  // Offline there is no earlier state: whatever the program registers is a change. An import takes over what exists and is one too.
  const changes = plans.some(({ changeSummary: { create = 0, import: imported = 0 } }) => create + imported > 0);
  return expectNoChanges && changes ? EXIT.hasChanges : EXIT.fine;
}

/** A violation of the level that `--fail-on` names, or of a stricter one. */
export function violates(plan: StackPlan, failOn: FailOn): boolean {
  const { mandatory, advisory } = countFindings(plan);
  switch (failOn) {
    case "never":
      return false;
    case "mandatory":
      return mandatory > 0;
    case "advisory":
      return mandatory + advisory > 0;
  }
}
