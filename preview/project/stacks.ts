import { readdirSync } from "node:fs";
import path from "node:path";
import type { Project } from "./project";
import { isDirectory, isFile } from "./project-file";
import { type Problem, throwIfAny, UserError } from "./user-error";

/** What a stack is called, in full. The file backend knows one organization, called "organization". */
export interface StackName {
  organization: string;
  stack: string;
}

const DEFAULT_ORGANIZATION = "organization";
const STACK_NAME = /^[A-Za-z0-9_.-]{1,100}$/;

/** The stacks that have a file, in alphabetical order. Stack files carry the extension of the project file, as in Pulumi. */
export function listStacks(project: Project): string[] {
  if (!isDirectory(project.stackDir)) return [];
  const extension = path.extname(project.file);
  return readdirSync(project.stackDir)
    .filter((name) => name.startsWith("Pulumi.") && name.endsWith(extension))
    .map((name) => name.slice("Pulumi.".length, -extension.length))
    .filter((stack) => STACK_NAME.test(stack))
    .sort();
}

/** The file a stack's config is in, whether it exists or not. */
export function stackFile(project: Project, stack: string): string {
  return path.join(project.stackDir, `Pulumi.${stack}${path.extname(project.file)}`);
}

/**
 * The stacks of a run. Names may be `stack`, `organization/stack` or `organization/project/stack`. Without a name: every stack that has a file.
 * A stack without a file is fine while the project has no stack files at all; beside others it is taken for a typing mistake.
 */
export function chooseStacks(project: Project, names: readonly string[]): StackName[] {
  const known = listStacks(project);
  if (names.length === 0) {
    if (known.length === 0) {
      const message = `has no stack file (${path.basename(stackFile(project, "<stack>"))})`;
      throw new UserError({ file: project.stackDir, message, hint: "name a stack with --stack NAME" });
    }
    return known.map((stack) => ({ organization: DEFAULT_ORGANIZATION, stack }));
  }
  const problems: Problem[] = [];
  const chosen = new Map<string, StackName>();
  for (const name of names) {
    const parsed = parseStackName(name, project);
    if (typeof parsed === "string") problems.push({ file: project.file, message: parsed });
    else if (known.length > 0 && !isFile(stackFile(project, parsed.stack))) {
      const message = `there is no stack "${parsed.stack}"`;
      problems.push({ file: project.file, message, hint: `the stacks are ${known.join(", ")}` });
    } else chosen.set(parsed.stack, parsed);
  }
  throwIfAny(problems);
  return [...chosen.values()];
}

function parseStackName(name: string, project: Project): StackName | string {
  const parts = name.split("/");
  const stack = parts.at(-1) ?? "";
  const organization = parts.length > 1 ? (parts[0] ?? "") : DEFAULT_ORGANIZATION;
  const projectName = parts.length === 3 ? parts[1] : project.name;
  if (parts.length > 3 || !STACK_NAME.test(stack) || !STACK_NAME.test(organization)) {
    return `"${name}" is not a stack name; use letters, digits, "-", "_" and ".", or organization/project/stack`;
  }
  if (projectName !== project.name) {
    return `the stack "${name}" is of project "${projectName}"; this one is "${project.name}"`;
  }
  return { organization, stack };
}
