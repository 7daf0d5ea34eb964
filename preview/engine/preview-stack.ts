// Previews one stack: both passes side by side, each in a process of its own, and their results as one plan.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Phase, PropertyMap, StackPlan } from "../plan/plan";
import type { Project } from "../project/project";
import type { StackConfig } from "../project/stack-config";
import { mergePasses } from "./merge-passes";
import type { InvokeAnswer, PassJob } from "./pass/job";
import { locateProgram } from "./pass/locate-program";
import { runPass } from "./pass/run-pass";

export interface PolicyPackSource {
  dir: string;
  configFile?: string;
  /** Level, or level and parameters, by policy name. */
  config?: Record<string, unknown>;
}

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
  const program = locateProgram(project);
  const directory = await mkdtemp(join(tmpdir(), "causeway-"));
  const pass = (phase: Phase) => {
    const job: PassJob = {
      phase,
      organization: config.organization,
      project: project.name,
      stack: config.stack,
      root: project.root,
      programDirectory: program.directory,
      entryPoint: program.entryPoint,
      config: config.values,
      secretKeys: config.secretKeys,
      policyPacks: options.policyPacks.map(({ dir, config: levels }) => ({ dir, config: levels ?? {} })),
      stackOutputs: options.stackOutputs ?? {},
      invokeAnswers: options.invokeAnswers ?? [],
      verbose: options.verbose,
      resultFile: join(directory, `${phase}.json`),
    };
    return runPass(job, join(directory, `${phase}-job.json`), project.runtime.options, options);
  };
  try {
    const [preview, deployed] = await Promise.all([pass("preview"), pass("deployed")]);
    return mergePasses(project, config, preview, deployed);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
