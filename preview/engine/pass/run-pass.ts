// The parent's side of a pass: starts the child process, watches it, and makes sure that nothing of it is left.

import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { PreviewStackOptions } from "../preview-stack";
import { secretFilter } from "./hide-secrets";
import { askWhatHolds, failedPass, type PassJob, type PassProgress, type PassResult } from "./job";
import { killEverything, killGroup, killWithThisProcess, passVariable } from "./processes";
import { collectOutput } from "./program-output";

/** The longest that a timer of Node.js waits, 24.8 days; beyond that it would not wait at all. */
const longestTimer = 2 ** 31 - 1;

/** Milliseconds after the child's end in which what it started may end by itself, and its output is read to the end. */
const grace = 100;
const graceForOutput = 1000;

/** Milliseconds for the answer of a program whose time is up; one that is busy gives none. */
const graceForAnswer = 1000;

interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
  cut?: "timeout" | "abort";
  /** The process could not be started. */
  error?: Error;
}

type PassOptions = Pick<PreviewStackOptions, "timeoutSeconds" | "signal" | "verbose" | "onProgress">;

/** Runs a pass to its end. A program that fails, however it does, gives a result that says so. */
export async function runPass(
  job: PassJob,
  jobFile: string,
  nodeArguments: readonly string[],
  options: PassOptions,
): Promise<PassResult> {
  await writeFile(jobFile, JSON.stringify(job), { mode: 0o600 });
  const started = performance.now();
  let resources = 0;
  const tell = (state: "starting" | "running" | "done" | "failed") =>
    options.onProgress?.({
      stack: job.stack,
      phase: job.phase,
      state,
      resources,
      seconds: (performance.now() - started) / 1000,
    });
  tell("starting");

  const id = randomUUID();
  const child = startChild(job, jobFile, nodeArguments, id);
  const output = collectOutput(child, secretFilter(job));
  let holding: string[] = [];
  child.on("message", (message: PassProgress) => {
    resources = message.resources;
    holding = message.holding ?? holding;
    tell("running");
  });
  const ending = await endOf(child, id, options);
  const result = await readResult(job, ending, options.timeoutSeconds, holding);
  resources = result.steps.length;
  tell(result.succeeded ? "done" : "failed");
  return { ...result, diagnostics: [...output(), ...result.diagnostics] };
}

function startChild(job: PassJob, jobFile: string, nodeArguments: readonly string[], id: string): ChildProcess {
  return spawn(process.execPath, [...nodeArguments, join(__dirname, `child${extname(__filename)}`), jobFile], {
    cwd: job.programDirectory,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true, // A process group of its own: what the program starts ends with it.
    windowsHide: true,
    env: {
      ...process.env,
      PULUMI_NODEJS_PROJECT: job.project,
      PULUMI_NODEJS_STACK: job.stack,
      [passVariable]: id,
    },
  });
}

function endOf(child: ChildProcess, id: string, { signal, timeoutSeconds, verbose }: PassOptions): Promise<Ending> {
  const { pid } = child;
  const release = killWithThisProcess(child, id);
  return new Promise((resolve) => {
    let cut: Ending["cut"];
    const stop = (reason: NonNullable<Ending["cut"]>) => {
      cut ??= reason;
      if (pid !== undefined) killEverything(pid, id);
    };
    let timer = setTimeout(
      () => {
        if (verbose) child.send(askWhatHolds, () => {});
        timer = setTimeout(() => stop("timeout"), verbose ? graceForAnswer : 0);
      },
      Math.min(timeoutSeconds * 1000, longestTimer),
    );
    const abort = () => stop("abort");
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();

    const settle = (ending: Ending) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
      release();
      // After a crash nobody vouches for what the program started; after an end, only for what left the group.
      if (pid !== undefined && ending.signal !== null) killEverything(pid, id);
      else if (pid !== undefined) killGroup(pid);
      resolve(ending);
    };
    child.once("error", (error) => {
      if (pid === undefined) settle({ code: null, signal: null, error });
    });
    child.once("close", (code, signalName) => settle({ code, signal: signalName, cut }));
    child.once("exit", () => {
      // Whatever still holds the output streams would keep them open for as long as it lives.
      setTimeout(() => pid !== undefined && killGroup(pid), grace).unref();
      setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, graceForOutput).unref();
    });
  });
}

async function readResult(
  job: PassJob,
  ending: Ending,
  timeoutSeconds: number,
  holding: readonly string[],
): Promise<PassResult> {
  if (ending.error !== undefined) return failedPass(`the program's process cannot start: ${ending.error.message}`);
  if (ending.cut === "abort") return failedPass("the preview was interrupted");
  if (ending.cut === "timeout") {
    const message = `the program did not end within ${timeoutSeconds} s; give it more with --timeout`;
    if (!job.verbose) return failedPass(`${message}, or find what keeps it running with --verbose`);
    const reasons = holding.length === 0 ? ["it is too busy to tell"] : holding;
    return failedPass(`${message}; what keeps it running:\n${reasons.map((reason) => `  ${reason}`).join("\n")}`);
  }
  try {
    const result: PassResult = JSON.parse(await readFile(job.resultFile, "utf8"));
    if (!Array.isArray(result.steps) || !Array.isArray(result.diagnostics)) throw new Error("no result");
    return result;
  } catch {
    const how = ending.signal === null ? `exit code ${ending.code}` : `signal ${ending.signal}`;
    return failedPass(`the program's process ended with ${how} before its plan was written`);
  }
}
