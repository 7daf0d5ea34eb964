// The parent's side of a pass: starts the child process, watches it, and makes sure that nothing of it is left.

import { type ChildProcess, spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Readable } from "node:stream";
import type { Diagnostic, DiagnosticSeverity } from "../../plan/plan";
import type { RuntimeOptions } from "../../project/project";
import type { PreviewStackOptions } from "../preview-stack";
import type { PassJob, PassProgress, PassResult } from "./job";

/** Lines of the program's own output that are kept; the rest is counted. */
const keptLines = 1000;

type Ending = { code: number | null; signal: NodeJS.Signals | null; cut?: "timeout" | "abort" };

export async function runPass(
  job: PassJob,
  jobFile: string,
  runtime: RuntimeOptions,
  options: PreviewStackOptions,
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

  const child = startChild(job, jobFile, runtime);
  const output = collectOutput(child);
  child.on("message", (message: PassProgress) => {
    resources = message.resources;
    tell("running");
  });
  const ending = await endOf(child, options);
  const result = await readResult(job, ending, options.timeoutSeconds);
  resources = result.steps.length;
  tell(result.succeeded ? "done" : "failed");
  return { ...result, diagnostics: [...output(), ...result.diagnostics] };
}

function startChild(job: PassJob, jobFile: string, runtime: RuntimeOptions): ChildProcess {
  const extension = extname(__filename);
  const hook = join(__dirname, "..", "..", "transpile", "register.cjs");
  const transpile = runtime.typescript === false && extension === ".js" ? [] : ["--require", hook];
  const nodeArguments = [...(runtime.nodeargs?.split(/\s+/).filter(Boolean) ?? []), ...transpile];
  return spawn(process.execPath, [...nodeArguments, join(__dirname, `child${extension}`), jobFile], {
    cwd: job.programDirectory,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true, // A process group of its own: what the program starts ends with it.
    env: { ...process.env, PULUMI_NODEJS_PROJECT: job.project, PULUMI_NODEJS_STACK: job.stack },
  });
}

function endOf(child: ChildProcess, { signal, timeoutSeconds }: PreviewStackOptions): Promise<Ending> {
  return new Promise((resolve, reject) => {
    let cut: Ending["cut"];
    const stop = (reason: NonNullable<Ending["cut"]>) => {
      cut ??= reason;
      killGroup(child);
    };
    const timer = setTimeout(() => stop("timeout"), timeoutSeconds * 1000);
    const abort = () => stop("abort");
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
      killGroup(child); // What the program started and left running.
    };
    child.once("error", (error) => {
      settle();
      reject(error);
    });
    child.once("close", (code, signalName) => {
      settle();
      resolve({ code, signal: signalName, cut });
    });
    // Streams stay open while a grandchild holds them; the end of the child itself is what counts.
    child.once("exit", () => setTimeout(() => killGroup(child), 100).unref());
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nothing of the group is left.
  }
}

async function readResult(job: PassJob, ending: Ending, timeoutSeconds: number): Promise<PassResult> {
  if (ending.cut !== undefined) {
    return failure(
      ending.cut === "abort"
        ? "the preview was interrupted"
        : `the program did not end within ${timeoutSeconds} s; give it more with --timeout, or find what keeps it running with --verbose`,
    );
  }
  try {
    return JSON.parse(await readFile(job.resultFile, "utf8"));
  } catch {
    const how = ending.signal === null ? `exit code ${ending.code}` : `signal ${ending.signal}`;
    return failure(`the program's process ended with ${how} before its plan was written`);
  }
}

function failure(message: string): PassResult {
  return {
    succeeded: false,
    steps: [],
    outputs: {},
    diagnostics: [{ severity: "error", message }],
    packs: [],
    violations: [],
    undecided: [],
    evaluated: 0,
    notChecked: [],
  };
}

/** What the program prints is shown by the engine line by line; so it is kept. */
function collectOutput(child: ChildProcess): () => Diagnostic[] {
  const lines: Diagnostic[] = [];
  let dropped = 0;
  const collect = (stream: Readable | null, severity: DiagnosticSeverity) => {
    let rest = "";
    const take = (message: string) => {
      if (message === "") return;
      if (lines.length < keptLines) lines.push({ severity, message });
      else dropped++;
    };
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      const parts = (rest + chunk).split("\n");
      rest = parts.pop() ?? "";
      parts.forEach(take);
    });
    stream?.on("end", () => take(rest));
  };
  collect(child.stdout, "info");
  collect(child.stderr, "info#err");
  return () => (dropped === 0 ? lines : [...lines, { severity: "info", message: `${dropped} more lines of output` }]);
}
