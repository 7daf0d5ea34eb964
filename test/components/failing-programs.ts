// Programs whose outputs turn out to be wrong: the failure is a promise that nobody awaits, which Jest takes for a failure of the
// test. So they run in a process of their own, with the same mocks.

import { spawnSync } from "node:child_process";
import path from "node:path";

export interface FailedProgram {
  /** `type name` of what was registered all the same. */
  readonly created: readonly string[];
  /** Messages, each once. */
  readonly errors: readonly string[];
}

const repository = path.resolve(__dirname, "../..");

/** Runs each function that a module exports, as a program of its own. With `preview` computed outputs are unknown. */
export function runFailing(module: string, preview = false): Readonly<Record<string, FailedProgram>> {
  const hook = path.join(repository, "preview/transpile/register.cjs");
  const runner = path.join(__dirname, "run-failing.ts");
  const args = ["--require", hook, runner, module, ...(preview ? ["preview"] : [])];
  const run = spawnSync(process.execPath, args, { cwd: repository, encoding: "utf8", timeout: 60_000 });
  if (run.status !== 0) {
    throw new Error(`running ${module} failed: ${run.stderr}`);
  }
  return JSON.parse(run.stdout);
}
