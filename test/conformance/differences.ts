// Where the offline preview knowingly says something else than the real engine, and why. Every entry must still be observed:
// a difference that is gone fails the test as much as a new one.

export interface ExplainedDifference {
  reason: string;
  /** Paths as `compare` reports them, in any order. */
  paths: string[];
}

export const explainedDifferences: Record<string, ExplainedDifference[]> = {};

export function explainedPaths(caseName: string): string[] {
  return (explainedDifferences[caseName] ?? []).flatMap(({ paths }) => paths).sort();
}
