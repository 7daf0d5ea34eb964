// The SDK keeps every pending promise of a run with the stack it was made at, to report those that never settle. Taking
// the stacks is more than half of the time and memory of a large program, so only the number is kept here, unless asked.

import type { Sdk } from "./sdk";

export interface PendingPromises {
  count(): number;
  /** What each of them is for and where it was made; empty where only their number is known. */
  origins(): string[];
}

/** More than these say nothing more: what waits for one waits for all. */
const shownOrigins = 20;

/** The SDK's own tracking, read at the end. */
export function keepPromises(sdk: Sdk): PendingPromises {
  const pending = () => [...sdk.state.getStore().leakCandidates];
  return {
    count: () => pending().length,
    origins: () =>
      [...new Set(pending().map((promise) => describeOrigin(promise, sdk.directory)))].slice(0, shownOrigins),
  };
}

function describeOrigin(promise: unknown, sdkDirectory: string): string {
  const { _debugCtx: purpose, _debugStackTrace } = promise as { _debugCtx?: string; _debugStackTrace?: string };
  const stack = _debugStackTrace?.split("\n").slice(1) ?? [];
  const frame = stack.find((line) => !line.includes(sdkDirectory) && !/\(node:|at node:|node_modules/.test(line));
  return [purpose, frame?.trim()].filter(Boolean).join(" ");
}

export function countPromises(sdk: Sdk): PendingPromises {
  let pending = 0;
  const settled = <T>(value: T): T => {
    pending--;
    return value;
  };
  const counted = <T>(promise: Promise<T>): Promise<T> => {
    pending++;
    return promise.then(settled<T>, (error) => {
      pending--;
      // As the SDK does; but a frozen error stays the error that it is.
      if (typeof error === "object" && error !== null) Reflect.set(error, "promise", promise);
      throw error;
    });
  };
  Reflect.set(sdk.debuggable, "debuggablePromise", counted);
  return { count: () => pending, origins: () => [] };
}
