// What the operating system says of a process and of what it started, from /proc: Linux only, absent elsewhere.

import { existsSync, readdirSync, readFileSync } from "node:fs";

export const hasProc = existsSync("/proc/self/status");

/** Clock ticks a second in /proc/<pid>/stat: USER_HZ, 100 on every Linux that Node.js runs on. */
const ticksPerSecond = 100;

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // The process is gone.
  }
}

/** Each thread has the processes that it started itself, and a Go program starts them from any. */
function threads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** A process and everything it started that still runs. */
export function processTree(pid: number): number[] {
  const children = threads(pid).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(" ").filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(processTree)];
}

/** The most memory a process has had resident so far, in MB (1000 kB). */
export function peakMegabytes(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) / 1000;
}

/** Processor time in seconds of every process that ended below this one: it grows in steps of 10 ms. */
export function childSeconds(): number | undefined {
  // Fields 16 and 17, counted behind the name, which may hold anything but ends with the last parenthesis.
  const fields = read("/proc/self/stat").split(") ").at(-1)?.split(" ") ?? [];
  return hasProc ? (Number(fields[13]) + Number(fields[14])) / ticksPerSecond : undefined;
}
