// The SDK gives a new resource an Output for each of its properties at once, some twenty promises apiece: a Distribution
// alone holds over a thousand, and a program looks at three. Here a property's Output is made when it is first looked at.
// Eight thousand resources take a third of the time and memory that way (docs/decisions/0002-in-process-monitor.md).

import type { Sdk } from "./sdk";

interface Settlement {
  value: unknown;
  isKnown: boolean;
  isSecret: boolean;
  dependencies: unknown[];
}

type Resolver = (value: unknown, isKnown: boolean, isSecret: boolean, dependencies?: unknown[], error?: Error) => void;

/** What the registration of a resource said of one of its properties: pending, settled or failed. */
class Property {
  #settlement: Settlement | undefined;
  #error: Error | undefined;
  #waiting: { resolve(settlement: Settlement): void; reject(error: Error): void } | undefined;

  get isSettled(): boolean {
    return this.#settlement !== undefined || this.#error !== undefined;
  }

  settle(settlement: Settlement): void {
    this.#settlement = settlement;
    this.#waiting?.resolve(settlement);
  }

  fail(error: Error): void {
    this.#error = error;
    this.#waiting?.reject(error);
  }

  settled(): Promise<Settlement> {
    if (this.#settlement !== undefined) return Promise.resolve(this.#settlement);
    if (this.#error !== undefined) return Promise.reject(this.#error);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }
}

/** Replaces the SDK's `transferProperties`, which every resource's constructor calls through the module's exports. */
export function makeOutputsLazy(sdk: Sdk): void {
  const transfer = (onto: object, label: string, properties: object): Record<string, Resolver> => {
    const resolvers: Record<string, Resolver> = {};
    for (const key of Object.keys(properties)) {
      if (key === "id" || key === "urn") continue; // The SDK makes these two itself.
      if (Object.hasOwn(onto, key)) throw new Error(`Property '${key}' is already initialized on target '${label}`);
      const property = new Property();
      resolvers[key] = (value, isKnown, isSecret, dependencies = [], error) => {
        if (property.isSettled) return; // As a promise keeps the first value it is given.
        if (error === undefined) property.settle({ value, isKnown, isSecret, dependencies });
        else if (!sdk.errors.isGrpcError(error)) property.fail(error);
      };
      defineLazily(onto, key, () => outputOf(sdk, onto, property));
    }
    return resolvers;
  };
  Reflect.set(sdk.rpc, "transferProperties", transfer);
}

function defineLazily(onto: object, key: string, make: () => unknown): void {
  const own = { configurable: true, enumerable: true };
  Object.defineProperty(onto, key, {
    ...own,
    get() {
      const value = make();
      Object.defineProperty(onto, key, { ...own, writable: true, value });
      return value;
    },
    set(value: unknown) {
      Object.defineProperty(onto, key, { ...own, writable: true, value });
    },
  });
}

function outputOf(sdk: Sdk, onto: object, property: Property): unknown {
  const settled = property.settled();
  return new sdk.output.Output(
    onto,
    settled.then(({ value }) => value),
    settled.then(({ isKnown }) => isKnown),
    settled.then(({ isSecret }) => isSecret),
    settled.then(({ dependencies }) => dependencies),
  );
}
