// Runs checkov through its Python package, because only there one learns what it read, not only what it said.

import { spawnSync } from "node:child_process";
import * as path from "node:path";

/** A resource or data block, with variables filled in where checkov could. */
export interface Block {
  /** In the folder that was asked about. */
  readonly file: string;
  readonly kind: "resource" | "data";
  readonly type: string;
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** What a check says of a resource. Where it cannot tell, checkov says nothing. */
export interface CheckRecord {
  readonly file: string;
  readonly address: string;
  readonly check: string;
  readonly passes: boolean;
}

export interface Answer {
  readonly version: string;
  readonly blocks: readonly Block[];
  readonly records: readonly CheckRecord[];
  /** Files that checkov could not parse. */
  readonly unread: readonly string[];
}

const python = process.env.CHECKOV_PYTHON ?? "python3";

/** Undefined where this Python has no checkov. */
export function checkovVersion(): string | undefined {
  return run<Pick<Answer, "version">>([])?.version;
}

export function askCheckov(folder: string, checks: readonly string[]): Answer {
  const answer = run<Answer>([folder, ...checks]);
  if (answer === undefined) throw new Error(`checkov failed on ${folder}`);
  return answer;
}

function run<T>(args: readonly string[]): T | undefined {
  const { status, stdout } = spawnSync(python, [path.join(__dirname, "ask_checkov.py"), ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    stdio: ["ignore", "pipe", args.length === 0 ? "ignore" : "inherit"],
  });
  return status === 0 ? (JSON.parse(stdout) as T) : undefined;
}
