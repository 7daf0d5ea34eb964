// The SDK loads npm's dependency resolver and the TypeScript compiler at start, 540 of the 750 ms that
// `require("@pulumi/pulumi")` 3.248 takes, and needs them only to turn a function into Lambda code. They load here
// when something of them is used.

import Module from "node:module";

const heavy: ReadonlySet<string> = new Set(["@npmcli/arborist", "typescript"]);

/** A file of the SDK: of the program's copy, or of the copy that a policy pack brings along. */
const sdkFile = /[\\/]node_modules[\\/]@pulumi[\\/]pulumi[\\/](?!node_modules[\\/])/;

type Load = (request: string, parent: { filename?: string | null } | undefined, isMain: boolean) => object;

/** To be called before any copy of the SDK is loaded. */
export function deferHeavyModules(): void {
  const load: Load = Reflect.get(Module, "_load");
  const deferred: Load = (request, parent, isMain) => {
    const isDeferred = heavy.has(request) && sdkFile.test(parent?.filename ?? "") && isInstalled(request, parent);
    return isDeferred
      ? whenUsed(() => load.call(Module, request, parent, isMain))
      : load.call(Module, request, parent, isMain);
  };
  Reflect.set(Module, "_load", deferred);
}

/** The SDK brings a TypeScript of its own for programs that have none, and learns of that when it loads. */
function isInstalled(request: string, parent: { filename?: string | null } | undefined): boolean {
  try {
    Module.createRequire(parent?.filename ?? __filename).resolve(request);
    return true;
  } catch {
    return false;
  }
}

/** A module's exports that load at the first touch. `__esModule` is answered without loading, for compiled `import *`. */
function whenUsed(load: () => object): object {
  let exports: object | undefined;
  const loaded = () => {
    exports ??= load();
    return exports;
  };
  return new Proxy(Object.create(null), {
    get: (_, key) => (key === "__esModule" ? true : Reflect.get(loaded(), key)),
    has: (_, key) => Reflect.has(loaded(), key),
    ownKeys: () => Reflect.ownKeys(loaded()),
    getOwnPropertyDescriptor: (_, key) => {
      const descriptor = Reflect.getOwnPropertyDescriptor(loaded(), key);
      return descriptor && { ...descriptor, configurable: true };
    },
  });
}
