import path from "node:path";
import type { StackPlan } from "../plan/plan";
import { findEntry } from "../project/entry";
import { type InvokeAnswer, loadInvokeAnswers } from "../project/invoke-answers";
import { loadPolicyPacks } from "../project/policy-packs";
import { loadProject, type Project } from "../project/project";
import { loadStackConfig } from "../project/stack-config";
import { chooseStacks } from "../project/stacks";
import { collect, type Problem, throwIfAny } from "../project/user-error";
import { paintFor } from "../report/paint";
import { renderReport, type TerminalOptions } from "../report/terminal";
import { exitCodeFor, violates } from "./exit-code";
import type { PreviewFlags } from "./flags";
import { messageOf, type Output, openJsonFile, printError, shortPath } from "./output";
import { ProgressPrinter, ProgressState } from "./progress";
import { type PreviewStack, runStacks, type StackOutcome, type StackRun } from "./run-stacks";

export interface PreviewContext {
  output: Output;
  /** Aborted by Ctrl-C: children are ended and nothing is written. */
  signal: AbortSignal;
  /** Loaded late: what comes before it is what a typing mistake has to wait for. */
  loadEngine: () => PreviewStack;
}

/** `causeway preview`. Everything that can be wrong with the input is checked before a program starts. */
export async function runPreview(flags: PreviewFlags, context: PreviewContext): Promise<number> {
  const { output, signal } = context;
  const writeJson = flags.json === undefined ? undefined : openJson(flags.json, output);
  const inputs = loadInputs(flags, output.env);
  const outcomes = await runWithProgress(flags, inputs, context);
  if (signal.aborted) return 0;
  const plans = outcomes.flatMap((outcome) => ("plan" in outcome ? [outcome.plan] : []));
  const errors = outcomes.flatMap((outcome) => ("error" in outcome ? [outcome] : []));
  if (plans.length > 0 && flags.json !== "-") output.stdout.write(renderReport(plans, terminalOptions(flags, output)));
  printErrors(errors, flags, output);
  if (writeJson) await reportJson(plans, errors, writeJson, flags, output);
  return exitCodeFor(plans, errors.length > 0, flags);
}

interface Inputs {
  project: Project;
  runs: StackRun[];
  invokeAnswers: InvokeAnswer[];
}

/** Reads project, config, packs and answers, and throws what is wrong with any of them together. */
function loadInputs(flags: PreviewFlags, env: NodeJS.ProcessEnv): Inputs {
  const project = loadProject(flags.cwd);
  const problems: Problem[] = [];
  const names = collect(problems, () => chooseStacks(project, flags.stacks)) ?? [];
  collect(problems, () => findEntry(project));
  const configs = names.map((name) => collect(problems, () => loadStackConfig(project, name, flags.config)));
  const stacks = names.map(({ stack }) => stack);
  const packs = collect(problems, () => loadPolicyPacks(flags.policyPacks, flags.policyPackConfigs, stacks));
  const invokeAnswers = collect(problems, () => loadInvokeAnswers(env, flags.cwd)) ?? [];
  throwIfAny(problems);
  const runs = configs.flatMap((config) => (config ? [{ config, policyPacks: packs?.get(config.stack) ?? [] }] : []));
  return { project, runs, invokeAnswers };
}

async function runWithProgress(
  flags: PreviewFlags,
  { project, runs, invokeAnswers }: Inputs,
  { output, signal, loadEngine }: PreviewContext,
): Promise<StackOutcome[]> {
  const state = new ProgressState(runs.length, Date.now());
  const printer = new ProgressPrinter(state, output.stderr);
  if (!flags.quiet) printer.start();
  try {
    return await runStacks(project, runs, loadEngine(), {
      timeoutSeconds: flags.timeoutSeconds,
      verbose: flags.verbose,
      invokeAnswers,
      signal,
      onProgress: (event) => state.update(event),
      onStackDone: (stack) => state.finishStack(stack),
    });
  } finally {
    printer.stop();
  }
}

function terminalOptions(flags: PreviewFlags, { stdout, env }: Output): TerminalOptions {
  return {
    paint: paintFor(stdout, env),
    columns: stdout.isTTY ? (stdout.columns ?? 100) : Number.POSITIVE_INFINITY,
    quiet: flags.quiet,
    verbose: flags.verbose,
    isFailing: (plan) => plan.result === "failed" || violates(plan, flags.failOn),
  };
}

function openJson(file: string, output: Output): (text: string) => void {
  return file === "-" ? (text) => output.stdout.write(text) : openJsonFile(file);
}

async function reportJson(
  plans: readonly StackPlan[],
  errors: readonly { stack: string; error: unknown }[],
  write: (text: string) => void,
  { json, quiet }: PreviewFlags,
  output: Output,
): Promise<void> {
  if (plans.length === 0) return;
  const { renderJson } = require("../report/json") as typeof import("../report/json");
  write(
    renderJson(
      plans,
      errors.map(({ stack, error }) => ({ stack, message: messageOf(error) })),
    ),
  );
  if (json !== undefined && json !== "-" && !quiet) {
    output.stderr.write(`wrote ${shortPath(path.resolve(json), process.cwd())}\n`);
  }
}

function printErrors(errors: readonly { stack: string; error: unknown }[], flags: PreviewFlags, output: Output): void {
  for (const { stack, error } of errors) printError(error, flags.verbose, output, `stack "${stack}": `);
}
