// Runs a project through the real Pulumi CLI, hermetically: own home, own file backend, own passphrase, simulated providers,
// nothing downloaded. The project folder is only read; its stack settings are copied first, since the CLI writes to them.

import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { findCliDir } from "./cli";
import { endProcessesOf } from "./leftovers";
import { readOutput } from "./output";
import type { RealResult } from "./result";
import { writeProviderShims } from "./shims";

export interface RealOptions {
  policyPacks?: { dir: string; config?: string }[];
  env?: Record<string, string>;
  /** Stacks of the same project to deploy before, so that a StackReference finds them. */
  deployFirst?: string[];
  /** Deploys the same stack before, with these environment variables in place of `env`: what is previewed then is a change. */
  deployedWith?: Record<string, string>;
  /** A JSON file with the answers to invokes, by token. */
  invokes?: string;
  /** A JSON file with what importing finds, by id. */
  reads?: string;
  /** A JSON file with what creating computes beside an id, by type. */
  outputs?: string;
}

/** Long enough for a cold start with a policy pack on a busy machine; a program that hangs is cut here. */
const TIMEOUT_MS = 120_000;
/** Encrypts the `secure:` values of the stacks under test. */
export const PASSPHRASE = "conformance";

interface Sandbox {
  root: string;
  home: string;
  env: NodeJS.ProcessEnv;
}

interface Finished {
  exitCode: number;
  stdout: string;
  stderr: string;
  seconds: number;
}

function createSandbox(cliDir: string, options: RealOptions): Sandbox {
  const root = mkdtempSync(path.join(tmpdir(), "causeway-engine-"));
  const bin = path.join(root, "bin");
  const home = path.join(root, "home");
  mkdirSync(bin);
  mkdirSync(path.join(root, "state/.pulumi"), { recursive: true });
  writeFileSync(path.join(root, "state/.pulumi/meta.yaml"), "version: 1\n");
  writeProviderShims(bin);
  const env = {
    PATH: [bin, cliDir, path.dirname(process.execPath), "/usr/bin", "/bin"].join(path.delimiter),
    HOME: root,
    PULUMI_HOME: home,
    PULUMI_BACKEND_URL: `file://${path.join(root, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DEBUG_COMMANDS: "true",
    PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
    NO_COLOR: "1",
    NODE_OPTIONS: `--require ${path.join(__dirname, "plain-inspect.cjs")}`,
    ...(options.invokes ? { SIMULATED_INVOKES: options.invokes } : {}),
    ...(options.reads ? { SIMULATED_READS: options.reads } : {}),
    ...(options.outputs ? { SIMULATED_OUTPUTS: options.outputs } : {}),
    ...options.env,
  };
  return { root, home, env };
}

/** What `pulumi stack init` would write, in a tenth of its time. */
function initStack(sandbox: Sandbox, projectDir: string, stack: string): string {
  const { name } = parse(readFileSync(path.join(projectDir, "Pulumi.yaml"), "utf8"));
  const state = path.join(sandbox.root, "state/.pulumi/stacks", name);
  mkdirSync(state, { recursive: true });
  const checkpoint = { version: 3, checkpoint: { stack: `organization/${name}/${stack}`, latest: null } };
  writeFileSync(path.join(state, `${stack}.json`), JSON.stringify(checkpoint));
  const settings = path.join(sandbox.root, `Pulumi.${stack}.yaml`);
  const source = path.join(projectDir, `Pulumi.${stack}.yaml`);
  if (existsSync(source)) cpSync(source, settings);
  return settings;
}

function execute(sandbox: Sandbox, args: string[], cwd: string): Promise<Finished> {
  const started = process.hrtime.bigint();
  return new Promise((resolve, reject) => {
    const child = spawn("pulumi", args, { cwd, env: sandbox.env, stdio: ["ignore", "pipe", "pipe"] });
    const end = () => endProcessesOf(sandbox.home);
    const timer = setTimeout(end, TIMEOUT_MS);
    process.once("exit", end);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      process.off("exit", end);
      end();
      resolve({
        exitCode: code ?? -1,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
        seconds: Number(process.hrtime.bigint() - started) / 1e9,
      });
    });
  });
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** `pulumi up` of what has to be there before. */
async function deploy(sandbox: Sandbox, projectDir: string, stack: string, settings: string): Promise<void> {
  const args = ["up", "--yes", "--skip-preview", "--non-interactive", "--stack", stack, "--config-file", settings];
  const done = await execute(sandbox, args, projectDir);
  if (done.exitCode !== 0) throw new Error(`deploying ${stack} failed:\n${done.stdout}${done.stderr}`);
}

async function run(
  verb: "preview" | "up",
  projectDir: string,
  stack: string,
  options: RealOptions,
): Promise<RealResult> {
  const cliDir = findCliDir();
  if (!cliDir) throw new Error("the Pulumi CLI is neither in PULUMI_CLI_DIR nor on PATH");
  const sandbox = createSandbox(cliDir, options);
  try {
    for (const earlier of options.deployFirst ?? []) {
      await deploy(sandbox, projectDir, earlier, initStack(sandbox, projectDir, earlier));
    }
    const log = path.join(sandbox.root, "events.jsonl");
    const settings = initStack(sandbox, projectDir, stack);
    if (options.deployedWith) {
      const before = { ...sandbox, env: { ...sandbox.env, ...options.deployedWith } };
      await deploy(before, projectDir, stack, settings);
    }
    const packs = (options.policyPacks ?? []).flatMap(({ dir, config }) => [
      ...["--policy-pack", dir],
      ...(config ? ["--policy-pack-config", config] : []),
    ]);
    const plan = path.join(sandbox.root, "plan.json");
    const mode = verb === "preview" ? ["preview", "--json", "--save-plan", plan] : ["up", "--yes", "--skip-preview"];
    const args = [
      ...mode,
      "--non-interactive",
      "--logtostderr",
      "-v=7",
      "--stack",
      stack,
      "--config-file",
      settings,
      "--event-log",
      log,
      ...packs,
    ];
    const done = await execute(sandbox, args, projectDir);
    const parsed = readOutput({
      stdout: verb === "preview" ? done.stdout : "",
      eventLog: textOf(log),
      trace: done.stderr,
      updatePlan: textOf(plan),
    });
    return { ...done, ...parsed };
  } finally {
    rmSync(sandbox.root, { recursive: true, force: true });
  }
}

/** `pulumi preview` of one stack that was never deployed, unless `deployedWith` says so. */
export function runRealPreview(projectDir: string, stack: string, options: RealOptions = {}): Promise<RealResult> {
  return run("preview", projectDir, stack, options);
}

/** `pulumi up` of one stack that was never deployed; there is no digest, so steps, outputs and diagnostics come from the events. */
export function runRealUp(projectDir: string, stack: string, options: RealOptions = {}): Promise<RealResult> {
  return run("up", projectDir, stack, options);
}
