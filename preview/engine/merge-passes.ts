import type { Diagnostic, NotChecked, StackPlan, Step, StepOp } from "../plan/plan";
import { mergeReports } from "../policy/merge-reports";
import type { Project } from "../project/project";
import type { StackConfig } from "../project/stack-config";
import type { PassResult } from "./pass/job";

/** What no offline preview can look into, whatever the program. */
const neverChecked: readonly NotChecked[] = [
  { what: "provider Check and Diff", detail: "names, defaults and schema rules of the provider; what replaces what" },
  { what: "existing state", detail: "every resource is shown as created" },
  { what: "quotas and permissions" },
  { what: "real lookups", detail: "functions are answered from tables" },
];

/** One plan of the two passes: the preview pass says what is planned, both say what is wrong with it. */
export function mergePasses(
  project: Project,
  config: StackConfig,
  preview: PassResult,
  deployed: PassResult,
): StackPlan {
  const planned = new Set(preview.steps.map((step) => step.urn));
  const secretKeys = new Set(config.secretKeys);
  return {
    schemaVersion: 1,
    mode: "offline",
    organization: config.organization,
    project: project.name,
    stack: config.stack,
    result: preview.succeeded && deployed.succeeded ? "succeeded" : "failed",
    config: Object.fromEntries(
      Object.entries(config.values).map(([key, value]) => [key, secretKeys.has(key) ? "[secret]" : value]),
    ),
    steps: preview.steps,
    outputs: preview.outputs,
    deployedOutputs: deployed.outputs,
    diagnostics: mergeDiagnostics(preview, deployed),
    changeSummary: countByOp(preview.steps),
    policy: mergeReports(preview, deployed),
    unresolvedStacks: preview.unresolvedStacks,
    notExpanded: preview.steps
      .filter((step) => preview.notExpanded.includes(step.urn))
      .map(({ urn, newState: { type } }) => ({ urn, type })),
    createdInApply: preview.succeeded
      ? deployed.steps.filter((step) => !planned.has(step.urn)).map(({ urn, newState: { type } }) => ({ urn, type }))
      : [],
    notChecked: [...mergeNotes(preview.notChecked, deployed.notChecked), ...config.notChecked, ...neverChecked],
  };
}

function countByOp(steps: readonly Step[]): Partial<Record<StepOp, number>> {
  const counts: Partial<Record<StepOp, number>> = {};
  for (const { op } of steps) counts[op] = (counts[op] ?? 0) + 1;
  return counts;
}

/** What both passes say is said once; what only the second says is marked as such. */
function mergeDiagnostics(preview: PassResult, deployed: PassResult): Diagnostic[] {
  const key = ({ severity, urn, message }: Diagnostic) => JSON.stringify([severity, urn, message]);
  const said = new Set(preview.diagnostics.map(key));
  const onlyDeployed = deployed.diagnostics.filter(
    (diagnostic) => !said.has(key(diagnostic)) && !diagnostic.severity.startsWith("info"),
  );
  return [
    ...preview.diagnostics,
    ...onlyDeployed.map((diagnostic) => ({
      ...diagnostic,
      message: `with stand-ins for computed values: ${diagnostic.message}`,
    })),
  ];
}

function mergeNotes(...lists: NotChecked[][]): NotChecked[] {
  const notes = new Map<string, NotChecked>();
  for (const note of lists.flat()) {
    const known = notes.get(note.what);
    const items = [...new Set([...(known?.items ?? []), ...(note.items ?? [])])];
    notes.set(note.what, items.length > 0 ? { ...note, items } : note);
  }
  return [...notes.values()];
}
