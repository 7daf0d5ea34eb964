// The SDK keeps every pending promise of a run with the stack it was made at, to report those that never settle. Taking
// the stacks is more than half of the time and memory of a large program, so only the number is kept here.

import type { Sdk } from "./sdk";

export interface PromiseCount {
  pending(): number;
}

export function countPromises(sdk: Sdk): PromiseCount {
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
  return { pending: () => pending };
}
