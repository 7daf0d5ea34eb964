// Reads the CLI's four sources: the digest on stdout (complete states), the event log (providers, stack outputs, policy verdicts),
// the engine's trace on stderr (aliases) and the update plan (deleteBeforeReplace). A failed preview leaves no plan.

import type { EngineDiagnostic, EngineState, EngineStep, PolicyEvent, RealResult } from "./result";

interface Metadata {
  op: string;
  urn: string;
  type: string;
  provider?: string;
  new: (EngineState & { outputs?: Record<string, unknown> }) | null;
}

interface EngineEvent {
  diagnosticEvent?: EngineDiagnostic;
  resourcePreEvent?: { metadata: Metadata };
  resOutputsEvent?: { metadata: Metadata };
  policyEvent?: PolicyEvent;
}

interface UpdatePlan {
  resourcePlans?: Record<string, { goal?: { deleteBeforeReplace?: boolean } }>;
}

/** What the CLI left behind; an absent file is an empty text. */
export interface RawOutput {
  stdout: string;
  eventLog: string;
  trace: string;
  updatePlan: string;
}

type Parsed = Omit<RealResult, "exitCode" | "stdout" | "stderr" | "seconds">;

const STACK_TYPE = "pulumi:pulumi:Stack";
const ALIAS_TRACE = /Generated aliases for (.*): \[(.*)\]$/;

function present<T>(value: T | undefined | null): value is T {
  return value !== undefined && value !== null;
}

/** The steps of the digest; when the CLI failed before the engine started there is none. */
function digestSteps(stdout: string): EngineStep[] {
  const start = stdout.indexOf("{");
  if (start < 0) return [];
  const digest: { steps?: EngineStep[] | null } = JSON.parse(stdout.slice(start));
  return digest.steps ?? [];
}

function resolvedAliases(trace: string): Record<string, string[]> {
  const aliases: Record<string, string[]> = {};
  for (const line of trace.split("\n").filter((text) => text.includes("Generated aliases for"))) {
    const { msg }: { msg: string } = JSON.parse(line);
    const [, urn, list] = ALIAS_TRACE.exec(msg) ?? [];
    if (urn && list) aliases[urn] = list.split(" ");
  }
  return aliases;
}

function deletedBeforeReplace(updatePlan: string): string[] {
  const plan: UpdatePlan = updatePlan === "" ? {} : JSON.parse(updatePlan);
  const resources = Object.entries(plan.resourcePlans ?? {});
  return resources.filter(([, { goal }]) => goal?.deleteBeforeReplace === true).map(([urn]) => urn);
}

export function readOutput({ stdout, eventLog, trace, updatePlan }: RawOutput): Parsed {
  const lines = eventLog.split("\n").filter((line) => line !== "");
  const events = lines.map((line): EngineEvent => JSON.parse(line));
  const registered = events.map((event) => event.resourcePreEvent?.metadata).filter(present);
  const finished = events.map((event) => event.resOutputsEvent?.metadata).filter(present);
  const states = registered.map((metadata) => metadata.new).filter(present);
  const operations = registered.map(({ op, urn, provider, new: state }) => ({
    op,
    urn,
    provider,
    newState: state ?? undefined,
  }));
  const diagnostics = events.map((event) => event.diagnosticEvent).filter(present);
  const cliErrors = trace.split("\n").filter((line) => line.startsWith("error: "));
  return {
    steps: stdout === "" ? operations : digestSteps(stdout),
    operations,
    providers: states.filter((state) => state.type.startsWith("pulumi:providers:")),
    aliases: resolvedAliases(trace),
    deleteBeforeReplace: deletedBeforeReplace(updatePlan),
    outputs: finished.filter((metadata) => metadata.type === STACK_TYPE).at(-1)?.new?.outputs ?? {},
    diagnostics: eventLog === "" ? cliErrors.map((message) => ({ message, severity: "error" })) : diagnostics,
    policyEvents: events.map((event) => event.policyEvent).filter(present),
  };
}
