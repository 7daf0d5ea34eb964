// The reasoned disagreements: where the pack and checkov differ, and why the pack stands by what it says.

import type { Comparison, Verdict } from "./compare";
import all from "./disagreements.json";

export interface Disagreement {
  readonly rule: string;
  readonly check: string;
  readonly ours: Verdict;
  readonly checkov: Verdict;
  /** One sentence. */
  readonly reason: string;
  /** `<fixture>: <address>`, each of which must still happen where its fixtures are read. */
  readonly cases: readonly string[];
}

const entries: readonly (Omit<Disagreement, "ours" | "checkov"> & Record<"ours" | "checkov", string>)[] = all;

export const ledger: readonly Disagreement[] = entries.map((entry) => ({
  ...entry,
  ours: verdict(entry.ours),
  checkov: verdict(entry.checkov),
}));

function verdict(text: string): Verdict {
  if (text !== "pass" && text !== "fail") throw new Error(`disagreements.json: "${text}" is neither pass nor fail`);
  return text;
}

export function caseOf({ fixture, address }: Comparison): string {
  return `${fixture}: ${address}`;
}

export function isDisagreement({ ours, checkov }: Comparison): boolean {
  return ours !== checkov;
}

export function explains(entry: Disagreement, comparison: Comparison): boolean {
  const { pair, ours, checkov } = comparison;
  return (
    entry.rule === pair.rule &&
    pair.checks.includes(entry.check) &&
    entry.ours === ours &&
    entry.checkov === checkov &&
    entry.cases.includes(caseOf(comparison))
  );
}

/** Cases of the ledger that do not happen any more, of the fixtures that were read. */
export function staleCases(comparisons: readonly Comparison[], wasRead: (fixture: string) => boolean): string[] {
  return ledger.flatMap((entry) =>
    entry.cases
      .filter((one) => wasRead(one.slice(0, one.lastIndexOf(": "))))
      .filter((one) => !comparisons.some((comparison) => caseOf(comparison) === one && explains(entry, comparison)))
      .map((one) => `${entry.rule} and ${entry.check}: ${one}`),
  );
}
