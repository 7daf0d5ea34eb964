import { accessSync, constants, existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { errorCode, isDirectory } from "../project/project-file";
import { formatProblem, type Problem, UserError } from "../project/user-error";
import { type Paint, paintFor } from "../report/paint";
import { safeText } from "../report/safe-text";

/** Where a run writes: the result to stdout, everything else to stderr. Tests put buffers here. */
export interface Output {
  stdout: OutputStream;
  stderr: OutputStream;
  env: NodeJS.ProcessEnv;
}

export interface OutputStream {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

export function errorPaint({ stderr, env }: Output): Paint {
  return paintFor(stderr, env);
}

/** One line for each problem, with paths as the user would type them. */
export function printProblems(problems: readonly Problem[], output: Output, cwd: string): void {
  const label = errorPaint(output)("red", "error:");
  for (const problem of problems) {
    const file = problem.file === undefined ? undefined : shortPath(problem.file, cwd);
    const text = safeText(formatProblem({ ...problem, ...(file && { file }) })).replaceAll("\n", " ");
    output.stderr.write(`${label} ${text}\n`);
  }
}

/** One line for bad input; for a fault of this tool, how to learn more. The stack only with --verbose. */
export function printError(error: unknown, isVerbose: boolean, output: Output, prefix = ""): void {
  if (error instanceof UserError) printProblems(error.problems, output, process.cwd());
  else {
    const hint = isVerbose
      ? undefined
      : "this is a fault of causeway; run again with --verbose and report what it prints";
    printProblems([{ message: `${prefix}${messageOf(error)}`, ...(hint && { hint }) }], output, process.cwd());
  }
  if (isVerbose && error instanceof Error && error.stack) output.stderr.write(`${error.stack}\n`);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Relative to the current folder when the file lies in it. */
export function shortPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  return relative === "" || relative.startsWith("..") || path.isAbsolute(relative) ? file : relative;
}

/**
 * Checks that `--json FILE` can be written, before any work is done and without touching an existing file.
 * @returns writes the text in one step: a reader sees the old file or the whole new one.
 */
export function openJsonFile(file: string): (text: string) => void {
  const target = path.resolve(file);
  const fail = (message: string, hint?: string): never => {
    throw new UserError({ file: target, message: `--json: ${message}`, ...(hint && { hint }) });
  };
  const existing = existsSync(target) ? statSync(target) : undefined;
  if (existing?.isDirectory()) return fail("is a folder", "name a file in it");
  const dir = path.dirname(target);
  if (!isDirectory(dir)) return fail(`the folder ${dir} does not exist`, "create it first");
  // A pipe or a device is written to, not replaced.
  const isSpecial = existing !== undefined && !existing.isFile();
  try {
    if (existing) accessSync(target, constants.W_OK);
    if (!isSpecial) accessSync(dir, constants.W_OK);
  } catch (error) {
    return fail(`cannot be written (${errorCode(error)})`);
  }
  return (text) => {
    if (isSpecial) return writeFileSync(target, text);
    // A link keeps pointing where it pointed.
    const real = existing ? realpathSync(target) : target;
    const temporary = `${real}.${process.pid}.tmp`;
    try {
      writeFileSync(temporary, text);
      renameSync(temporary, real);
    } catch (error) {
      rmSync(temporary, { force: true });
      fail(`cannot be written (${errorCode(error)})`);
    }
  };
}
