import type { ProgressEvent } from "../engine/preview-stack";
import type { OutputStream } from "./output";

/** Nothing is shown for a run that is over before this. */
const QUIET_MILLISECONDS = 1000;
const TTY_INTERVAL_MILLISECONDS = 200;
/** In a log each line stays, so few of them: after 1 s, then every 10 s. */
const LOG_INTERVAL_MILLISECONDS = 10_000;

/** What is running, for the progress line. Pure: the clock comes from outside. */
export class ProgressState {
  private readonly passes = new Map<string, ProgressEvent>();
  private finishedStacks = 0;

  constructor(
    private readonly stackCount: number,
    private readonly startedAt: number,
  ) {}

  update(event: ProgressEvent): void {
    this.passes.set(`${event.stack}\0${event.phase}`, event);
  }

  finishStack(stack: string): void {
    this.finishedStacks += 1;
    for (const key of [...this.passes.keys()]) if (key.startsWith(`${stack}\0`)) this.passes.delete(key);
  }

  /** For example `previewing dev (1200 resources), prod (310 resources) · 1 of 3 stacks done · 12 s, about 5 s left`. */
  line(now: number): string {
    const stacks = new Map<string, number>();
    for (const { stack, resources } of this.passes.values()) {
      stacks.set(stack, Math.max(stacks.get(stack) ?? 0, resources));
    }
    const names = [...stacks].map(([stack, count]) => (count > 0 ? `${stack} (${count} resources)` : stack)).join(", ");
    const done = this.stackCount > 1 ? ` · ${this.finishedStacks} of ${this.stackCount} stacks done` : "";
    const seconds = (now - this.startedAt) / 1000;
    const left = this.secondsLeft(seconds);
    const estimate = left === undefined ? "" : `, about ${Math.max(1, Math.round(left))} s left`;
    return `previewing ${names || "…"}${done} · ${Math.floor(seconds)} s${estimate}`;
  }

  /**
   * Known once there is something to compare with: the other pass of the stack is through, so its number of resources is the goal;
   * or other stacks are through, and the rest will take as long each.
   */
  private secondsLeft(elapsed: number): number | undefined {
    const estimates: number[] = [];
    for (const pass of this.passes.values()) {
      if (pass.state !== "running" || pass.resources === 0) continue;
      const other = this.passes.get(`${pass.stack}\0${pass.phase === "preview" ? "deployed" : "preview"}`);
      if (other?.state !== "done" || other.resources <= pass.resources) continue;
      estimates.push(((other.resources - pass.resources) * pass.seconds) / pass.resources);
    }
    const waiting = this.stackCount - this.finishedStacks;
    if (this.finishedStacks > 0 && waiting > 0) {
      estimates.push(Math.max(0, (elapsed * waiting) / this.finishedStacks));
    }
    return estimates.length > 0 ? Math.max(...estimates) : undefined;
  }
}

/** Prints a progress state on stderr: one line that is rewritten on a terminal, a line now and then elsewhere. */
export class ProgressPrinter {
  private timer: NodeJS.Timeout | undefined;
  private isShown = false;

  constructor(
    private readonly state: ProgressState,
    private readonly stream: OutputStream,
  ) {}

  start(): void {
    const interval = this.stream.isTTY ? TTY_INTERVAL_MILLISECONDS : LOG_INTERVAL_MILLISECONDS;
    this.timer = setTimeout(() => {
      this.print();
      this.timer = setInterval(() => this.print(), interval);
      this.timer.unref();
    }, QUIET_MILLISECONDS);
    this.timer.unref();
  }

  stop(): void {
    clearTimeout(this.timer);
    clearInterval(this.timer);
    if (this.isShown && this.stream.isTTY) this.stream.write("\r\u001b[K");
  }

  private print(): void {
    this.isShown = true;
    const line = this.state.line(Date.now());
    // A line longer than the terminal would wrap, and only its last row would be rewritten.
    const room = Math.max(20, (this.stream.columns ?? 80) - 1);
    this.stream.write(this.stream.isTTY ? `\r${line.slice(0, room)}\u001b[K` : `${line}\n`);
  }
}
