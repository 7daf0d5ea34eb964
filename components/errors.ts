import * as pulumi from "@pulumi/pulumi";
import { nameKind } from "./argument-kinds";

/** One thing wrong with a component's arguments. */
export interface Problem {
  /** The argument, as the caller wrote it: `domain.name`, `routes[1].pathPattern`. */
  readonly path: string;
  /** What is expected, continuing the words "must …". */
  readonly must: string;
  /** What was given. Left out for secrets and where there is nothing to show. */
  readonly got?: unknown;
  /** What to write instead, continuing the word "use …". */
  readonly use?: string;
}

/** Everything wrong with a component's arguments, thrown once and before anything is registered. */
export class ComponentInputError extends pulumi.InputPropertiesError {
  /** What `pulumi.RunError.isInstance` looks for: a program that ends with it shows the message alone, without a stack trace. */
  readonly __pulumiRunError = true;

  constructor(component: string, name: string, problems: readonly Problem[]) {
    const count = `${problems.length} invalid argument${problems.length === 1 ? "" : "s"}`;
    super({
      message: [`${component} "${name}": ${count}`, ...problems.map((problem) => `  ${describe(problem)}`)].join("\n"),
      errors: problems.map((problem) => ({ propertyPath: problem.path, reason: reason(problem) })),
    });
    this.name = "ComponentInputError";
  }
}

/** `domain.name: must be …; got "…"; use …` */
function describe(problem: Problem): string {
  return `${problem.path}: ${reason(problem)}`;
}

function reason(problem: Problem): string {
  const parts = [`must ${problem.must}`];
  if (problem.got !== undefined) {
    parts.push(`got ${show(problem.got)}`);
  }
  if (problem.use !== undefined) {
    parts.push(`use ${problem.use}`);
  }
  return parts.join("; ");
}

/** Texts, numbers and lists of them. Of anything else only the kind: it may hold secrets, or itself. */
function show(value: unknown): string {
  if (typeof value === "number") {
    return String(value);
  }
  return isPlain(value) || (Array.isArray(value) && value.every(isPlain)) ? JSON.stringify(value) : nameKind(value);
}

function isPlain(value: unknown): boolean {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
