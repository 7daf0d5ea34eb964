/** One thing that is wrong with what the user gave: the sentence, where it is, and what to do about it. */
export interface Problem {
  message: string;
  file?: string;
  /** Counted from 1. */
  line?: number;
  /** What to do, as an instruction. */
  hint?: string;
}

/** Bad input. Carries every problem found, so that one run shows them all; the command line prints each on one line, without a stack. */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[]) {
    const list = isList(problems) ? problems : [problems];
    super(list.map(formatProblem).join("\n"));
    this.problems = list;
  }
}

/** `file:line: message; hint`, the form editors and terminals turn into a link. */
export function formatProblem(problem: Problem): string {
  const place = problem.file === undefined ? "" : `${problem.file}${problem.line ? `:${problem.line}` : ""}: `;
  return `${place}${problem.message}${problem.hint ? `; ${problem.hint}` : ""}`;
}

/** Does the work, or notes what is wrong and goes on: so that one run shows all problems. */
export function collect<T>(problems: Problem[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** Throws everything collected so far, each problem once, or returns when there is nothing. */
export function throwIfAny(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new UserError([...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]);
}

function isList(problems: Problem | readonly Problem[]): problems is readonly Problem[] {
  return Array.isArray(problems);
}
