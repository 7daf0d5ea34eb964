// The child process: runs one program once and writes down what it registered.

import { readFileSync, writeFileSync } from "node:fs";
import Module from "node:module";
import { type LoadedPack, loadPack } from "../../policy/load-pack";
import { deferHeavyModules } from "../sdk/heavy-modules";
import { loadSdk } from "../sdk/sdk";
import { secretFilter } from "./hide-secrets";
import { failedPass, type PassJob, type PassResult } from "./job";
import { connectToParent } from "./parent-process";
import { Pass } from "./pass";
import { killEverything, passVariable } from "./processes";

/** Exit code of the SDK's runner for a failure that the user has been told of. */
const failedAndReported = 32;

const progressInterval = 250; // milliseconds

// Taken before the program runs, which may replace them.
const { stringify } = JSON;
const exit: () => never = process.exit.bind(process);

function main(): void {
  const job: PassJob = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
  const passId = process.env[passVariable] ?? "";
  const parent = connectToParent({
    onEnd: () => {
      killEverything(process.pid, passId);
      exit();
    },
    onAsk: () => parent.tell({ resources: pass?.resourceCount ?? 0, holding: pass?.holding() }),
  });
  process.chdir(job.programDirectory);
  process.env.PULUMI_CONFIG = JSON.stringify(job.config);
  process.env.PULUMI_CONFIG_SECRET_KEYS = JSON.stringify(job.secretKeys);

  keepCompiledCode();
  deferHeavyModules();
  let pass: Pass | undefined;
  /** The pack that is being loaded: its program runs in this process too, and may end it. */
  let packDirectory = "";
  let written = false;
  const end = (result: PassResult) => {
    if (written) return;
    written = true;
    writeFileSync(job.resultFile, stringify(withoutSecretConfig(result, job)), { mode: 0o600 });
    process.exitCode = result.succeeded ? 0 : failedAndReported;
  };
  process.on("exit", (code) =>
    end(pass?.finish(code) ?? failedPass(`policy pack ${packDirectory}: its program ended with exit code ${code}`)),
  );
  try {
    const packs: LoadedPack[] = [];
    for (const pack of job.policyPacks) {
      packDirectory = pack.dir;
      packs.push(loadPack(pack));
    }
    pass = new Pass(job, loadSdk(job.programDirectory), packs);
  } catch (error) {
    end(failedPass(describe(error, job.verbose)));
    exit();
  }
  const running = pass;
  running.run();
  setInterval(() => parent.tell({ resources: running.resourceCount }), progressInterval).unref();
}

/** Node.js 22 and newer keep compiled modules between runs: a fifth of a small preview. Older ones have no such function. */
function keepCompiledCode(): void {
  const enable: unknown = Reflect.get(Module, "enableCompileCache");
  if (typeof enable === "function") enable.call(Module);
}

function describe(error: unknown, verbose: boolean): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : error;
  return verbose && cause.stack !== undefined ? `${error.message}\n${cause.stack}` : error.message;
}

/** Programs and policies in JavaScript give messages of any type; the plan's are texts. */
function withoutSecretConfig(result: PassResult, job: PassJob): PassResult {
  const { hide } = secretFilter(job);
  const tidy = <T extends { message: string }>(said: T): T => ({ ...said, message: hide(String(said.message)) });
  return { ...result, diagnostics: result.diagnostics.map(tidy), violations: result.violations.map(tidy) };
}

main();
