// What a program prints is kept line by line, as the engine shows it, and never printed by this process.

import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import type { Diagnostic, DiagnosticSeverity } from "../../plan/plan";
import type { SecretFilter } from "./hide-secrets";

/** Lines that are kept of each stream, so that a chatty one does not hide the other; the rest is counted. */
const keptLines = 1000;

/** Characters of a line that are kept: a program may print a gigabyte without a line break. */
const keptCharacters = 16_384;

export function collectOutput(child: ChildProcess, secrets: SecretFilter): () => Diagnostic[] {
  const lines: Diagnostic[] = [];
  let dropped = 0;
  const collect = (stream: Readable | null, severity: DiagnosticSeverity) => {
    let kept = 0;
    const take = (line: string) => {
      if (line === "") return;
      if (kept++ < keptLines) lines.push({ severity, message: shorten(line, secrets) });
      else dropped++;
    };
    readLines(stream, keptCharacters + secrets.longest + 1, take);
  };
  collect(child.stdout, "info");
  collect(child.stderr, "info#err");
  return () => (dropped === 0 ? lines : [...lines, { severity: "info", message: `${dropped} more lines of output` }]);
}

/** Secrets are hidden before the line is cut, and what the cut may have left of one goes too. */
function shorten(line: string, secrets: SecretFilter): string {
  const safe = secrets.hide(line);
  if (line.length <= keptCharacters) return safe;
  return `${safe.slice(0, Math.min(keptCharacters, safe.length - secrets.longest))}…`;
}

/** Calls `take` with each line, of which no more than `limit` characters are held. */
function readLines(stream: Readable | null, limit: number, take: (line: string) => void): void {
  let held = "";
  const hold = (text: string) => {
    if (held.length < limit) held += text.slice(0, limit - held.length);
  };
  stream?.setEncoding("utf8").on("data", (chunk: string) => {
    const parts = chunk.split("\n");
    const last = parts.pop() ?? "";
    for (const part of parts) {
      hold(part);
      take(held);
      held = "";
    }
    hold(last);
  });
  stream?.on("end", () => take(held));
}
