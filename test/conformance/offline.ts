// The offline preview's side: the command as a user runs it, and its plan in the common form.

import { spawn } from "node:child_process";
import path from "node:path";
import type { FailOn } from "../../preview/cli/flags";
import type { StackPlan } from "../../preview/plan/plan";
import { answersVariable } from "../../preview/project/invoke-answers";
import {
  isDefaultProvider,
  type Observation,
  observeDiagnostics,
  observeState,
  observeValue,
  type Places,
  sorted,
} from "./observation";

export interface OfflineOptions {
  env?: Record<string, string>;
  /** Stacks of the same project to preview in the same run, so that a StackReference finds them. */
  deployFirst?: string[];
  policyPacks?: string[];
  /** Config of each pack, instead of the file in its folder that is named like the stack. */
  policyPackConfigs?: string[];
  /** As `--fail-on`; without it violations do not show in the exit code. */
  failOn?: FailOn;
  /** File of answers to provider functions. */
  answers?: string;
}

export interface OfflineRun {
  exitCode: number;
  /** Absent when the command refused the project before running its program. */
  plan?: StackPlan;
  stderr: string;
}

const command = path.resolve(__dirname, "../../bin/causeway.cjs");

export function runOffline(projectDir: string, stack: string, options: OfflineOptions = {}): Promise<OfflineRun> {
  const stacks = [...(options.deployFirst ?? []), stack].join(",");
  const packs = (options.policyPacks ?? []).flatMap((dir) => ["--policy-pack", dir]);
  const configs = (options.policyPackConfigs ?? []).flatMap((file) => ["--policy-pack-config", file]);
  const args = [
    command,
    "preview",
    "--cwd",
    projectDir,
    "--stack",
    stacks,
    "--json",
    "-",
    "--fail-on",
    options.failOn ?? "never",
    ...packs,
    ...configs,
  ];
  return new Promise((resolve, reject) => {
    const answers = options.answers === undefined ? {} : { [answersVariable]: options.answers };
    const env = { ...process.env, NO_COLOR: "1", ...answers, ...options.env };
    const child = spawn(process.execPath, args, { cwd: projectDir, env, stdio: ["ignore", "pipe", "pipe"] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      const plan = planOf(stack, Buffer.concat(stdout).toString());
      resolve({ exitCode: code ?? -1, plan, stderr: Buffer.concat(stderr).toString() });
    });
  });
}

/** One stack's JSON is its plan; that of several is a list of them. */
function planOf(stack: string, json: string): StackPlan | undefined {
  if (json.trim() === "") return undefined;
  const report: StackPlan | { stacks: StackPlan[] } = JSON.parse(json);
  return "stacks" in report ? report.stacks.find((plan) => plan.stack === stack) : report;
}

export function observeOffline({ plan, stderr }: OfflineRun, places: Places): Observation {
  if (!plan) {
    const lines = stderr.split("\n").filter((line) => line.trim() !== "");
    const diagnostics = observeDiagnostics(
      lines.map((message) => ({ severity: "error", message })),
      places,
    );
    return { result: "failed", resources: [], defaultProviders: {}, outputs: {}, diagnostics };
  }
  const defaults = plan.steps.filter(({ urn }) => isDefaultProvider(urn));
  const resources = plan.steps.filter(({ urn }) => !isDefaultProvider(urn));
  return {
    result: plan.result,
    resources: sorted(resources.map(({ op, newState }) => observeState(op, { ...newState }, places))),
    defaultProviders: Object.fromEntries(
      defaults.map(({ urn, newState }) => [urn, observeValue(newState.inputs, places)]),
    ),
    outputs: observeValue(plan.outputs, places),
    diagnostics: observeDiagnostics(plan.diagnostics, places),
  };
}
