import type { Figures } from "./measure";

export interface Row {
  label: string;
  figures: Figures;
  runs: number;
}

/** Rows of one subject; the time of every other row is shown as a part of that of each peer. */
export interface Section {
  title: string;
  rows: Row[];
  /** Labels of rows to compare with, and the head of the column. */
  peers: { label: string; head: string }[];
  notes: string[];
}

const format = (value: number | undefined, digits: number) => (value === undefined ? "-" : value.toFixed(digits));

export function renderSection({ title, rows, peers, notes }: Section): string {
  const compared = peers.flatMap(({ label, head }) => {
    const row = rows.find((candidate) => candidate.label === label);
    return row === undefined ? [] : [{ row, head }];
  });
  const heads = ["", "wall s", "cpu s", "peak MB", "runs", ...compared.map(({ head }) => head)];
  const lines = rows.map((row) => [
    row.label,
    format(row.figures.wall, 2),
    format(row.figures.cpu, 2),
    format(row.figures.memory, 0),
    String(row.runs),
    ...compared.map((peer) => (peer.row === row ? "1" : format(row.figures.wall / peer.row.figures.wall, 2))),
  ]);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const render = (cells: string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ");
  return [title, render(heads), ...lines.map(render), ...notes].map((line) => line.trimEnd()).join("\n");
}
