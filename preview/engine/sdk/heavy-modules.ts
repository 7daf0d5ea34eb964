// Of the 500 ms that a program's `require("@pulumi/aws")` takes (and 540 more with @pulumi/pulumi 3.248), nearly all goes to
// modules that it never looks at: npm's dependency resolver and the TypeScript compiler, which turn functions into Lambda code,
// the Automation API, and 250 services of AWS. They load here when something of them is used.

import { existsSync } from "node:fs";
import Module from "node:module";
import { dirname, join } from "node:path";
import type { Sdk } from "./sdk";

/** What the SDK loads at start, as it asks for it. */
const seldomUsed: ReadonlySet<string> = new Set([
  "@npmcli/arborist",
  "typescript",
  "normalize-package-data",
  "fdir",
  "./automation",
]);

/** A file of the SDK: of the program's copy, or of the copy that a policy pack brings along. */
const sdkFile = /[\\/]node_modules[\\/]@pulumi[\\/]pulumi[\\/](?!node_modules[\\/])/;

/** Its folders are the services, each of which can be imported by itself, too. */
const awsIndex = /[\\/]node_modules[\\/]@pulumi[\\/]aws[\\/]index\.js$/;

type Load = (request: string, parent: { filename?: string | null } | undefined, isMain: boolean) => object;

interface Deferred {
  /** Stand for the module's own, and load it at the first touch. */
  exports: object;
  load(): object;
}

/** By the name of a service, of each copy of the provider's SDK. */
const services = new Map<string, (Deferred & { file: string })[]>();

/** To be called before any copy of the SDK is loaded. */
export function deferHeavyModules(): void {
  const load: Load = Reflect.get(Module, "_load");
  const deferred: Load = (request, parent, isMain) => {
    const from = parent?.filename ?? "";
    const now = () => load.call(Module, request, parent, isMain);
    // The SDK brings a TypeScript of its own for programs that have none, and learns of that when it loads.
    if (seldomUsed.has(request) && sdkFile.test(from) && resolve(request, from)) return whenUsed(now).exports;
    if (request.startsWith("./") && awsIndex.test(from)) return deferService(request.slice(2), dirname(from), now);
    if (request.startsWith("@pulumi/aws/")) findService(request, from)?.load();
    return now();
  };
  Reflect.set(Module, "_load", deferred);
}

function resolve(request: string, from: string): string | undefined {
  try {
    return Module.createRequire(from || __filename).resolve(request);
  } catch {
    return undefined;
  }
}

function deferService(name: string, sdk: string, load: () => object): object {
  const file = join(sdk, name, "index.js");
  if (require.cache[file] !== undefined || !existsSync(file)) return load();
  const service = whenUsed(() => {
    const exports = load();
    // Whoever imports the service by itself from now on gets the same object, and finds it among the loaded modules.
    const loaded = require.cache[file];
    if (loaded?.loaded) loaded.exports = service.exports;
    return exports;
  });
  services.set(name, [...(services.get(name) ?? []), { ...service, file }]);
  return service.exports;
}

/** The service that somebody imports by itself, such as `@pulumi/aws/s3`. */
function findService(request: string, from: string): Deferred | undefined {
  const [, , name = ""] = request.split("/");
  const copies = services.get(name);
  if (copies === undefined) return undefined;
  const file = resolve(request, from);
  return copies.find((copy) => copy.file === file);
}

/**
 * Each service tells the SDK, when it loads, how resources are made from references to them, which an engine may answer with
 * at any time. A service that nobody has looked at loads when that is asked for.
 */
export function loadServicesOfReferences(sdk: Sdk): void {
  const registered = sdk.state.getResourceModules?.();
  if (registered === undefined) return;
  const get = registered.get.bind(registered);
  registered.get = (key) => {
    // `aws:s3/bucket`: the service is its folder.
    const service = /^aws:([^/]+)\//.exec(key)?.[1];
    if (service !== undefined && !registered.has(key)) for (const { load } of services.get(service) ?? []) load();
    return get(key);
  };
}

/** A module's exports that load at the first touch. `__esModule` is answered without loading, for compiled `import *`. */
function whenUsed(loadModule: () => object): Deferred {
  let loaded: object | undefined;
  const load = () => {
    loaded ??= loadModule();
    return loaded;
  };
  const exports = new Proxy(Object.create(null), {
    get(_, key) {
      if (key === "__esModule") return true;
      // What a compiled `import name from` reads of a module in CommonJS.
      return key === "default" && !Reflect.has(load(), key) ? load() : Reflect.get(load(), key);
    },
    has: (_, key) => Reflect.has(load(), key),
    ownKeys: () => Reflect.ownKeys(load()),
    getOwnPropertyDescriptor: (_, key) => {
      const descriptor = Reflect.getOwnPropertyDescriptor(load(), key);
      return descriptor && { ...descriptor, configurable: true };
    },
  });
  return { exports, load };
}
