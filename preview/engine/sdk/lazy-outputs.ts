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

/** Any value can be thrown, so it is kept apart from what a property settled to. */
class Failure {
  constructor(readonly reason: unknown) {}
}

/** What most properties settle to: nothing was said of them. */
const absent: readonly [unknown: Settlement, known: Settlement] = [
  { value: undefined, isKnown: false, isSecret: false, dependencies: [] },
  { value: undefined, isKnown: true, isSecret: false, dependencies: [] },
];

/** What the registration of one resource said of its properties, and the Outputs that were asked for. */
class Properties {
  readonly #settled = new Map<string, Settlement | Failure>();
  readonly #waiting = new Map<string, { resolve(settlement: Settlement): void; reject(reason: unknown): void }>();
  readonly #outputs = new Map<string, unknown>();

  settle(key: string, outcome: Settlement | Failure): void {
    if (this.#settled.has(key)) return; // As a promise keeps the first value it is given.
    this.#settled.set(key, outcome);
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) return;
    this.#waiting.delete(key);
    if (outcome instanceof Failure) waiting.reject(outcome.reason);
    else waiting.resolve(outcome);
  }

  output(key: string, make: (settled: Promise<Settlement>) => unknown): unknown {
    let output = this.#outputs.get(key);
    if (output === undefined) {
      output = make(this.#whenSettled(key));
      this.#outputs.set(key, output);
    }
    return output;
  }

  #whenSettled(key: string): Promise<Settlement> {
    const outcome = this.#settled.get(key);
    if (outcome instanceof Failure) return Promise.reject(outcome.reason);
    if (outcome !== undefined) return Promise.resolve(outcome);
    return new Promise((resolve, reject) => {
      this.#waiting.set(key, { resolve, reject });
    });
  }
}

/** Replaces the SDK's `transferProperties`, which every resource's constructor calls through the module's exports. */
export function makeOutputsLazy(sdk: Sdk): void {
  const { isGrpcError } = sdk.errors;
  const define = lazyProperties(sdk);
  const transfer = (onto: object, label: string, values: object): Record<string, Resolver> => {
    const resolvers: Record<string, Resolver> = {};
    const properties = new Properties();
    for (const key of Object.keys(values)) {
      if (key === "id" || key === "urn") continue; // The SDK makes these two itself.
      if (Object.hasOwn(onto, key)) throw new Error(`Property '${key}' is already initialized on target '${label}`);
      resolvers[key] = (value, isKnown, isSecret, dependencies, error) => {
        if (error !== undefined) {
          if (!isGrpcError(error)) properties.settle(key, new Failure(error));
        } else if (value === undefined && !isSecret && dependencies === undefined) {
          properties.settle(key, absent[isKnown ? 1 : 0]);
        } else {
          properties.settle(key, { value, isKnown, isSecret, dependencies: dependencies ?? [] });
        }
      };
      define(onto, key, properties);
    }
    return resolvers;
  };
  Reflect.set(sdk.rpc, "transferProperties", transfer);
}

/**
 * Gives objects properties that make their Output when looked at. One pair of accessors serves all properties of a name: with
 * a pair for each, V8 would keep every resource as a hash table of its own.
 */
function lazyProperties({ output: { Output } }: Sdk) {
  const owners = new WeakMap<object, Properties>();
  const descriptors = new Map<string, PropertyDescriptor>();

  const describe = (key: string): PropertyDescriptor => ({
    configurable: true,
    enumerable: true,
    get(this: object) {
      const owner = ownerOf(this, owners);
      return owners.get(owner)?.output(key, (settled) => outputOf(Output, owner, settled));
    },
    set(this: object, value: unknown) {
      Object.defineProperty(this, key, { configurable: true, enumerable: true, writable: true, value });
    },
  });

  return (onto: object, key: string, properties: Properties): void => {
    let descriptor = descriptors.get(key);
    if (descriptor === undefined) {
      descriptor = describe(key);
      descriptors.set(key, descriptor);
    }
    Object.defineProperty(onto, key, descriptor);
    owners.set(onto, properties);
  };
}

/** The resource itself where a property is read through something that inherits from it. */
function ownerOf(receiver: object, owners: WeakMap<object, unknown>): object {
  let owner = receiver;
  while (!owners.has(owner)) {
    const above: object | null = Object.getPrototypeOf(owner);
    if (above === null) return receiver;
    owner = above;
  }
  return owner;
}

function outputOf(Output: Sdk["output"]["Output"], resource: object, settled: Promise<Settlement>): unknown {
  return new Output(
    resource,
    settled.then(({ value }) => value),
    settled.then(({ isKnown }) => isKnown),
    settled.then(({ isSecret }) => isSecret),
    settled.then(({ dependencies }) => dependencies),
  );
}
