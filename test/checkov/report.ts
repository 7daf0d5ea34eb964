// The tables and lines that are printed.

import type { Comparison } from "./compare";
import { groupBy } from "./group-by";
import { caseOf, isDisagreement } from "./ledger";

const headings = ["service", "compared", "agreed", "reasoned", "unreasoned"];

/** A line for each service, the first word of its rules' names, and one for all of them. */
export function agreementTable(
  comparisons: readonly Comparison[],
  isReasoned: (comparison: Comparison) => boolean,
): string {
  const services = groupBy(comparisons, ({ pair }) => pair.rule.split("-")[0] ?? "");
  const row = (service: string, inside: readonly Comparison[]) => {
    const disagreements = inside.filter(isDisagreement);
    const reasoned = disagreements.filter(isReasoned).length;
    const counts = [inside.length, inside.length - disagreements.length, reasoned, disagreements.length - reasoned];
    return [service, ...counts.map(String)];
  };
  const rows = [...services].sort(([a], [b]) => a.localeCompare(b)).map(([service, inside]) => row(service, inside));
  const table = [headings, ...rows, row("all", comparisons)];
  const widths = headings.map((_, i) => Math.max(...table.map((cells) => cells[i]?.length ?? 0)));
  return table
    .map((cells) =>
      cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  "),
    )
    .join("\n");
}

export function describeDisagreement(comparison: Comparison): string {
  const { pair, ours, checkov, findings } = comparison;
  return [
    `${pair.rule} says ${ours}, ${pair.checks.join(", ")} ${checkov}`,
    `  ${caseOf(comparison)}`,
    ...findings.map((finding) => `  ${finding.split("\n").at(-1)}`),
  ].join("\n");
}
