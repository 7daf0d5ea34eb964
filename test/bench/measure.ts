// Runs a whole command and takes its time, its processor time and its memory from outside.

import { type ChildProcess, spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { childSeconds, hasProc, peakMegabytes, processTree } from "./process-tree";

export interface Command {
  file: string;
  args: string[];
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Exit codes of a run that did its work; 0 where none are given. */
  accepts?: number[];
}

export interface Figures {
  /** Seconds from start to end. */
  wall: number;
  /** Processor seconds of all processes of the command together; a busy machine changes them little. */
  cpu: number | undefined;
  /** Peak memory of the largest single process, in MB. */
  memory: number | undefined;
}

/** How often the memory of the running processes is read, in ms. What a process takes in its last moments may be missed. */
const pollMs = 50;

/** Kept of what a command prints, for the message where it fails. */
const keptOutput = 4000;

/** The median of each figure over several runs, after one that only warms the caches. */
export async function measure(command: Command, runs: number, timeoutSeconds: number): Promise<Figures> {
  if (runs > 1) await runOnce(command, timeoutSeconds);
  const all: Figures[] = [];
  for (let run = 0; run < runs; run++) all.push(await runOnce(command, timeoutSeconds));
  return medians(all);
}

/**
 * Two commands in turn, so that both meet the same moods of the machine, and the median of what the second takes more. The
 * difference of two medians would drown in them where it is small.
 */
export async function measureBeside(
  base: Command,
  command: Command,
  runs: number,
  timeoutSeconds: number,
): Promise<{ base: Figures; figures: Figures; added: Figures }> {
  const pairs: { base: Figures; figures: Figures }[] = [];
  for (let run = 0; run <= runs; run++) {
    pairs.push({ base: await runOnce(base, timeoutSeconds), figures: await runOnce(command, timeoutSeconds) });
  }
  // The first pair only warms the caches.
  const kept = pairs.slice(1);
  return {
    base: medians(kept.map((pair) => pair.base)),
    figures: medians(kept.map((pair) => pair.figures)),
    added: medians(kept.map((pair) => subtract(pair.figures, pair.base))),
  };
}

export function subtract(figures: Figures, base: Figures): Figures {
  return {
    wall: figures.wall - base.wall,
    cpu: figures.cpu === undefined || base.cpu === undefined ? undefined : figures.cpu - base.cpu,
    memory: figures.memory === undefined || base.memory === undefined ? undefined : figures.memory - base.memory,
  };
}

function medians(all: readonly Figures[]): Figures {
  return {
    wall: median(all.map(({ wall }) => wall)),
    cpu: hasProc ? median(all.map(({ cpu }) => cpu ?? 0)) : undefined,
    memory: hasProc ? median(all.map(({ memory }) => memory ?? 0)) : undefined,
  };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

const running = new Set<ChildProcess>();

/** Ends what is being measured and all that it started. */
export function endAll(): void {
  for (const child of running) end(child);
}

function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  const pids = hasProc ? processTree(pid) : [pid];
  for (const each of pids) {
    try {
      process.kill(each, "SIGKILL");
    } catch {
      // It has ended meanwhile.
    }
  }
}

function runOnce(command: Command, timeoutSeconds: number): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const cpuBefore = childSeconds();
    const started = performance.now();
    const { file, args, cwd, env = process.env, accepts = [0] } = command;
    const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let memory = 0;
    let output = "";
    let isCut = false;
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-keptOutput);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const poll = setInterval(() => {
      if (child.pid === undefined) return;
      for (const pid of processTree(child.pid)) memory = Math.max(memory, peakMegabytes(pid));
    }, pollMs);
    const timer = setTimeout(() => {
      isCut = true;
      end(child);
    }, timeoutSeconds * 1000);
    const settle = () => {
      clearInterval(poll);
      clearTimeout(timer);
      running.delete(child);
    };
    child.once("error", (error) => {
      settle();
      reject(error);
    });
    child.once("close", (code) => {
      const wall = (performance.now() - started) / 1000;
      settle();
      const cpuAfter = childSeconds();
      if (isCut) reject(new Error(`cut after ${timeoutSeconds} s; --timeout gives it more`));
      else if (!accepts.includes(code ?? -1)) reject(new Error(`exit code ${code}: ${output.trim()}`));
      else {
        const cpu = cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore;
        resolve({ wall, cpu, memory: hasProc ? memory : undefined });
      }
    });
  });
}

/** True where other work keeps the processors from what is measured. */
export function isBusy(load: number): boolean {
  return load > availableParallelism();
}
