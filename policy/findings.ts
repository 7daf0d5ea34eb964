// From what a rule found to what is reported: order, wording, and what happens when the rule itself fails.

import type { Finding, Rule, StackFinding, Undecided, Violated } from "./rule";

type Located<F> = F & { readonly urn?: string };

export interface Collected {
  readonly violations: readonly Located<Violated>[];
  readonly undecided: readonly Located<Undecided>[];
  /** The message of an internal error, where there was one. What was found before it is kept. */
  readonly failure?: string;
}

export function collect(rule: Pick<Rule, "name">, run: () => Iterable<Finding | StackFinding>): Collected {
  const found = new Map<string, Located<Finding>>();
  let failure: string | undefined;
  try {
    for (const finding of run()) found.set(JSON.stringify(finding), finding);
  } catch (error) {
    failure = failureMessage(rule.name, error);
  }
  const findings = [...found.values()].sort(byPlace);
  return {
    violations: findings.flatMap((finding) => (finding.kind === "violated" ? finding : [])),
    undecided: findings.flatMap((finding) => (finding.kind === "undecided" ? finding : [])),
    failure,
  };
}

/** The engine sends maps in a different order each time; reports must not change with it. `origins[2]` comes before `origins[10]`. */
function byPlace(a: Located<Finding>, b: Located<Finding>): number {
  return compare(a.urn ?? "", b.urn ?? "") || compare(padded(a.path), padded(b.path));
}

/** Not by the rules of a language, which differ from machine to machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function padded(path: string): string {
  return path.replace(/\d+/g, (digits) => digits.padStart(6, "0"));
}

/** `<path>: <what>; fix: <fix>`. The SDK puts the rule's reason on a line before it. */
export function messageOf(violation: Violated): string {
  return `${violation.path}: ${violation.what}; fix: ${violation.fix}`;
}

/** The error's own text is left out: JSON.parse and others quote the value they failed on. */
function failureMessage(rule: string, error: unknown): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const where = error instanceof Error ? /[\w.-]+\.[cm]?[jt]s:\d+:\d+/.exec(error.stack ?? "")?.[0] : undefined;
  return `internal error in rule ${rule}: ${kind}${where === undefined ? "" : ` at ${where}`}; the rule has not judged everything here`;
}
