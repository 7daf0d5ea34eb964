import type { StackPlan, UndecidedCheck } from "../plan/plan";

export interface UndecidedChecks {
  /** Nobody knows: the value is unknown in the deployed pass too, or that pass did not get so far. */
  open: UndecidedCheck[];
  /** `pulumi preview` cannot decide them; the deployed pass did. */
  settled: UndecidedCheck[];
}

/** Checks that met an unknown value, by whether the deployed pass decided them. */
export function sortUndecided({ policy, result }: StackPlan): UndecidedChecks {
  const key = ({ packName, policyName, resourceUrn }: UndecidedCheck) =>
    JSON.stringify([packName, policyName, resourceUrn]);
  const deployed = policy.undecided.filter(({ phase }) => phase === "deployed");
  const stillOpen = new Set(deployed.map(key));
  const onlyPreview = policy.undecided.filter((check) => check.phase === "preview" && !stillOpen.has(key(check)));
  return result === "failed"
    ? { open: [...deployed, ...onlyPreview], settled: [] }
    : { open: deployed, settled: onlyPreview };
}
