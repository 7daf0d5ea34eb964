import type { PropertyMap, PropertyValue, StackPlan } from "../plan/plan";
import { maskSecrets } from "./property-value";

/** A stack whose preview ended without a plan. */
export interface FailedStack {
  stack: string;
  message: string;
}

/** `--json`: the plan of one stack itself, or all of them in `stacks`. No plaintext of a secret is in it. */
export function renderJson(plans: readonly StackPlan[], failed: readonly FailedStack[] = []): string {
  const [only] = plans;
  const masked = plans.map(maskPlan);
  const value =
    only && plans.length === 1 && failed.length === 0
      ? masked[0]
      : { schemaVersion: 1, mode: "offline", stacks: masked, ...(failed.length > 0 && { failed }) };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The engine masks what it knows to be secret; this makes sure that no report depends on it. */
function maskPlan(plan: StackPlan): StackPlan {
  return {
    ...plan,
    outputs: maskMap(plan.outputs),
    deployedOutputs: maskMap(plan.deployedOutputs),
    steps: plan.steps.map((step) => ({
      ...step,
      newState: {
        ...step.newState,
        inputs: maskMap(step.newState.inputs),
        ...(step.newState.outputs && { outputs: maskMap(step.newState.outputs) }),
      },
    })),
  };
}

function maskMap(map: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]: [string, PropertyValue]) => [key, maskSecrets(value)]),
  );
}
