import { availableParallelism } from "node:os";
import type { PreviewStackOptions, previewStack } from "../engine/preview-stack";
import type { PropertyMap, StackPlan } from "../plan/plan";
import type { PolicyPackSource } from "../project/policy-packs";
import type { Project } from "../project/project";
import type { StackConfig } from "../project/stack-config";

/** One stack to preview. */
export interface StackRun {
  config: StackConfig;
  policyPacks: PolicyPackSource[];
}

/** A program that fails gives a plan that says so; `error` is for what kept the preview itself from ending. */
export type StackOutcome = { stack: string; plan: StackPlan } | { stack: string; error: unknown };

export type PreviewStack = typeof previewStack;

export interface RunOptions extends Omit<PreviewStackOptions, "policyPacks" | "stackOutputs"> {
  onStackDone?: (stack: string) => void;
}

/**
 * Previews the stacks of a run, as many at a time as there are processors, and gives the outcomes in the order asked for.
 * This is the one place that decides when a stack starts and what it knows of the others.
 */
export async function runStacks(
  project: Project,
  runs: readonly StackRun[],
  preview: PreviewStack,
  options: RunOptions,
): Promise<StackOutcome[]> {
  const outcomes: StackOutcome[] = [];
  const known: Record<string, PropertyMap> = {};
  let next = 0;
  const work = async () => {
    for (let index = next++; index < runs.length; index = next++) {
      const run = runs[index];
      if (!run || options.signal.aborted) return;
      const outcome = await runOne(project, run, preview, options, { ...known });
      if ("plan" in outcome && outcome.plan.result === "succeeded") {
        known[`${run.config.organization}/${project.name}/${run.config.stack}`] = outcome.plan.deployedOutputs;
      }
      outcomes[index] = outcome;
      options.onStackDone?.(outcome.stack);
    }
  };
  await Promise.all(Array.from({ length: Math.min(runs.length, availableParallelism()) }, work));
  return outcomes.filter((outcome) => outcome !== undefined);
}

async function runOne(
  project: Project,
  { config, policyPacks }: StackRun,
  preview: PreviewStack,
  { onStackDone: _onStackDone, ...options }: RunOptions,
  stackOutputs: Record<string, PropertyMap>,
): Promise<StackOutcome> {
  const { stack } = config;
  try {
    const plan = await preview(project, config, { ...options, policyPacks, stackOutputs });
    const warnings = config.warnings.map((message) => ({ message, severity: "warning" as const }));
    return { stack, plan: { ...plan, diagnostics: [...warnings, ...plan.diagnostics] } };
  } catch (error) {
    return { stack, error };
  }
}
