// Previews one stack: both passes side by side, each in a process of its own, and their results as one plan.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join, resolve } from "node:path";
import type { Phase, PropertyMap, StackPlan } from "../plan/plan";
import { findEntry } from "../project/entry";
import type { InvokeAnswer } from "../project/invoke-answers";
import type { PolicyPackSource } from "../project/policy-packs";
import type { Project } from "../project/project";
import type { StackConfig } from "../project/stack-config";
import { mergePasses } from "./merge-passes";
import type { PassJob } from "./pass/job";
import { splitArguments } from "./pass/node-arguments";
import { runPass } from "./pass/run-pass";
import { v8Flags } from "./pass/v8-flags";

export interface ProgressEvent {
  stack: string;
  phase: Phase;
  state: "starting" | "running" | "done" | "failed";
  resources: number;
  seconds: number;
}

export interface PreviewStackOptions {
  policyPacks: PolicyPackSource[];
  /** A program that runs longer is stopped, and the stack fails. */
  timeoutSeconds: number;
  verbose: boolean;
  /** Ends both passes and everything they started. */
  signal: AbortSignal;
  onProgress?: (event: ProgressEvent) => void;
  /** What is known of other stacks, by `organization/project/stack`. */
  stackOutputs?: Record<string, PropertyMap>;
  /** What is known of provider functions that no table answers, such as lookups of an account's own resources. */
  invokeAnswers?: InvokeAnswer[];
}

/**
 * What a stack would deploy. A program that fails gives a plan with `result: "failed"`.
 * @throws UserError where there is no program to run.
 */
export async function previewStack(
  project: Project,
  config: StackConfig,
  options: PreviewStackOptions,
): Promise<StackPlan> {
  const entry = findEntry(project);
  const nodeArguments = nodeArgumentsOf(project);
  const directory = await mkdtemp(join(tmpdir(), "causeway-")); // For this user only, as its files are.
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal]);
  const pass = (phase: Phase) => {
    const job: PassJob = {
      phase,
      organization: config.organization,
      project: project.name,
      stack: config.stack,
      root: project.root,
      programDirectory: entry.pwd,
      entryPoint: entry.isNamed ? basename(entry.file) : ".",
      config: config.values,
      secretKeys: config.secretKeys,
      unreadableKeys: config.unreadable,
      policyPacks: options.policyPacks.map(({ dir, config: levels }) => ({ dir: resolve(dir), config: levels ?? {} })),
      stackOutputs: options.stackOutputs ?? {},
      invokeAnswers: options.invokeAnswers ?? [],
      verbose: options.verbose,
      resultFile: join(directory, `${phase}.json`),
    };
    return runPass(job, join(directory, `${phase}-job.json`), nodeArguments, { ...options, signal });
  };
  const passes = [pass("preview"), pass("deployed")] as const;
  try {
    const [preview, deployed] = await Promise.all(passes);
    return mergePasses(project, config, preview, deployed);
  } finally {
    ended.abort(); // Where one could not even start, the other ends too.
    await Promise.allSettled(passes);
    await rm(directory, { recursive: true, force: true });
  }
}

/** The project's own flags for `node`, which win over this tool's, and the hook that loads TypeScript: the program's, and this tool's from its sources. */
function nodeArgumentsOf({ file, runtime: { options } }: Project): string[] {
  const own = [...v8Flags, ...splitArguments(options.nodeargs ?? "", file)];
  if (options.typescript === false && extname(__filename) === ".js") return own;
  return [...own, "--require", join(__dirname, "..", "transpile", "register.cjs")];
}
