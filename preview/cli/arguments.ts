import { parseArgs } from "node:util";
import { closest } from "../project/closest";
import { type Problem, throwIfAny } from "../project/user-error";
import { FAIL_ON, type FailOn, FLAGS, type PreviewFlags } from "./flags";

export type Command = { name: "preview"; flags: PreviewFlags } | { name: "help" } | { name: "version" };

const COMMANDS = ["preview", "help", "version"];
const DEFAULT_TIMEOUT_SECONDS = 300;
/** setTimeout counts in 32-bit milliseconds. */
const MAX_TIMEOUT_SECONDS = 2_147_483;

/** Reads the arguments of the process. Throws a `UserError` with everything that is wrong in them. */
export function parseArguments(args: readonly string[], cwd: string): Command {
  const problems: Problem[] = [];
  const given = new Given(args, problems);
  if (given.isOn("help") || given.command === "help") return { name: "help" };
  if (given.isOn("version") || given.command === "version") return { name: "version" };
  if (given.command !== undefined && !COMMANDS.includes(given.command)) {
    const near = closest(given.command, COMMANDS);
    const message = `there is no command "${given.command}"`;
    problems.push({ message, hint: near ? `did you mean "${near}"?` : "see `causeway --help`" });
  }
  const json = given.last("json");
  const flags: PreviewFlags = {
    stacks: given.every("stack").flatMap((value) => value.split(",").map((name) => name.trim())),
    all: given.isOn("all"),
    cwd: given.last("cwd") ?? cwd,
    policyPacks: given.every("policy-pack"),
    policyPackConfigs: given.every("policy-pack-config"),
    ...(json !== undefined && { json }),
    failOn: readFailOn(given.last("fail-on"), problems),
    expectNoChanges: given.isOn("expect-no-changes"),
    config: readConfig(given.every("config"), problems),
    timeoutSeconds: readTimeout(given.last("timeout"), problems),
    quiet: given.isOn("quiet"),
    verbose: given.isOn("verbose"),
  };
  if (flags.all && flags.stacks.length > 0)
    problems.push({ message: "--all and --stack contradict each other", hint: "keep one" });
  if (flags.stacks.includes("")) problems.push({ message: "--stack has an empty name" });
  throwIfAny(problems);
  return { name: "preview", flags };
}

/** The flags as given. `parseArgs` only splits them: its own errors name one problem at a time, in three sentences. */
class Given {
  readonly command: string | undefined;
  private readonly values = new Map<string, string[]>();
  private isUnsure = false;

  constructor(args: readonly string[], problems: Problem[]) {
    const options = Object.fromEntries(
      FLAGS.map(({ name, short, value }) => [
        name,
        { type: value ? ("string" as const) : ("boolean" as const), multiple: true, ...(short && { short }) },
      ]),
    );
    const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
    const positionals: string[] = [];
    for (const token of tokens) {
      if (token.kind === "positional") positionals.push(token.value);
      if (token.kind === "option") this.take(token.name, token.rawName, token.value, problems);
    }
    // What follows an unknown flag, or one whose value is missing, may be its value: one problem is enough.
    const words = this.isUnsure ? [] : positionals;
    this.command = words[0];
    for (const extra of words.slice(1)) {
      problems.push({ message: `unexpected argument "${extra}"`, hint: "a stack is named with --stack" });
    }
    for (const { name, repeatable } of FLAGS) {
      const distinct = new Set(this.values.get(name));
      if (!repeatable && distinct.size > 1) problems.push({ message: `--${name} is given ${distinct.size} times` });
    }
  }

  private take(name: string, rawName: string, value: string | undefined, problems: Problem[]): void {
    const flag = FLAGS.find((row) => row.name === name);
    if (!flag) {
      this.isUnsure = true;
      const near = closest(
        name,
        FLAGS.map((row) => row.name),
      );
      problems.push({
        message: `there is no flag ${rawName}`,
        hint: near ? `did you mean --${near}?` : "see `causeway --help`",
      });
    } else if (flag.value && (value === undefined || looksLikeFlag(value))) {
      this.isUnsure = true;
      problems.push({ message: `${rawName} needs a value`, hint: `write ${rawName} ${flag.value}` });
    } else if (!flag.value && value !== undefined) {
      problems.push({ message: `${rawName} takes no value; got "${value}"` });
    } else {
      this.values.set(name, [...(this.values.get(name) ?? []), value ?? "on"]);
    }
  }

  every(name: string): string[] {
    return this.values.get(name) ?? [];
  }

  last(name: string): string | undefined {
    return this.every(name).at(-1);
  }

  isOn(name: string): boolean {
    return this.values.has(name);
  }
}

/** `--json --quiet` forgot the file; `--json -` did not. */
function looksLikeFlag(value: string): boolean {
  return value.startsWith("--") && FLAGS.some(({ name }) => value === `--${name}` || value.startsWith(`--${name}=`));
}

function readFailOn(text: string | undefined, problems: Problem[]): FailOn {
  const level = FAIL_ON.find((name) => name === (text ?? "mandatory"));
  if (!level)
    problems.push({
      message: `--fail-on must be ${FAIL_ON.slice(0, -1).join(", ")} or ${FAIL_ON.at(-1)}; got "${text}"`,
    });
  return level ?? "mandatory";
}

function readTimeout(text: string | undefined, problems: Problem[]): number {
  if (text === undefined) return DEFAULT_TIMEOUT_SECONDS;
  const seconds = Number(text);
  if (text.trim() !== "" && seconds > 0 && seconds <= MAX_TIMEOUT_SECONDS) return seconds;
  problems.push({ message: `--timeout must be a number of seconds above 0; got "${text}"` });
  return DEFAULT_TIMEOUT_SECONDS;
}

function readConfig(pairs: readonly string[], problems: Problem[]): Map<string, string> {
  const config = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    if (at > 0) config.set(pair.slice(0, at), pair.slice(at + 1));
    else problems.push({ message: `--config must be KEY=VALUE; got "${pair}"` });
  }
  return config;
}
