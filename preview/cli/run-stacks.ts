import { availableParallelism } from "node:os";
import type { PreviewStackOptions, previewStack } from "../engine/preview-stack";
import type { PropertyMap, StackPlan } from "../plan/plan";
import type { PolicyPackSource } from "../project/policy-packs";
import type { Project } from "../project/project";
import type { StackConfig } from "../project/stack-config";
import { qualifyStackName } from "../project/stack-name";

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
 * Which stack refers to which only their programs know: so all run at once, and those that asked for outputs of another
 * stack of the run are run again when that one is done.
 */
export async function runStacks(
  project: Project,
  runs: readonly StackRun[],
  preview: PreviewStack,
  options: RunOptions,
): Promise<StackOutcome[]> {
  const outcomes: StackOutcome[] = [];
  const known: Record<string, PropertyMap> = {};
  let waiting = runs.map((_, index) => index);
  // A stack that is run again has learned of one more stack at least, so there are no more rounds than stacks.
  for (let round = 0; waiting.length > 0 && round < runs.length && !options.signal.aborted; round++) {
    const before = { ...known };
    await atATime(availableParallelism(), waiting, async (index) => {
      const run = runs[index];
      if (!run || options.signal.aborted) return;
      const outcome = await runOne(project, run, preview, options, before);
      outcomes[index] = outcome;
      if ("plan" in outcome && outcome.plan.result === "succeeded") {
        known[`${run.config.organization}/${project.name}/${run.config.stack}`] = outcome.plan.deployedOutputs;
      }
    });
    waiting = waiting.filter((index) => asksForAny(outcomes[index], known));
  }
  return outcomes.filter((outcome) => outcome !== undefined);
}

async function atATime(limit: number, items: readonly number[], work: (item: number) => Promise<void>): Promise<void> {
  const rest = [...items];
  const worker = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}

/** True where a program asked for the outputs of a stack that was not known then and is now. */
function asksForAny(outcome: StackOutcome | undefined, known: Readonly<Record<string, PropertyMap>>): boolean {
  if (outcome === undefined || !("plan" in outcome)) return false;
  const { organization, project, unresolvedStacks } = outcome.plan;
  return unresolvedStacks.some((name) => qualifyStackName(name, organization, project) in known);
}

async function runOne(
  project: Project,
  { config, policyPacks }: StackRun,
  preview: PreviewStack,
  { onStackDone, ...options }: RunOptions,
  stackOutputs: Record<string, PropertyMap>,
): Promise<StackOutcome> {
  const { stack } = config;
  try {
    const plan = await preview(project, config, { ...options, policyPacks, stackOutputs });
    const warnings = config.warnings.map((message) => ({ message, severity: "warning" as const }));
    return { stack, plan: { ...plan, diagnostics: [...warnings, ...plan.diagnostics] } };
  } catch (error) {
    return { stack, error };
  } finally {
    onStackDone?.(stack);
  }
}
