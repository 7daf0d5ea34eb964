// The one door to the SDK's private modules (`runtime/*`, `proto/*`). The copy that counts is the program's own, found from
// the program's folder: this tool's copy may be another version.

import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** What the SDK's own type declarations leave out of `runtime/rpc`. */
interface InternalRpc {
  serializePropertiesReturnDeps(
    label: string,
    properties: object,
    options?: object,
  ): Promise<[object, Map<string, unknown>]>;
  containsUnknownValues(value: unknown): boolean;
}

/** The SDK's state of a run, as far as it is set or read here. */
interface Store {
  settings: { monitor: object | undefined; options: { rootDirectory?: string } };
  leakCandidates: Set<unknown>;
}

export interface Sdk {
  directory: string;
  version: string;
  debuggable: typeof import("@pulumi/pulumi/runtime/debuggable");
  errors: typeof import("@pulumi/pulumi/errors");
  log: typeof import("@pulumi/pulumi/log");
  /** The class behind the declared `Output`, whose constructor the SDK keeps to itself. */
  output: { Output: new (...parts: unknown[]) => object };
  resource: typeof import("@pulumi/pulumi/resource");
  rpc: typeof import("@pulumi/pulumi/runtime/rpc") & InternalRpc;
  /** What programs see as `pulumi.runtime`: copies of what the modules below it export when it loads. */
  runtime: typeof import("@pulumi/pulumi/runtime");
  settings: typeof import("@pulumi/pulumi/runtime/settings");
  stack: typeof import("@pulumi/pulumi/runtime/stack");
  /** Older SDKs have no `getResourceModules`. */
  state: { getStore(): Store; getResourceModules?(): Map<string, unknown> };
  callbackProto: typeof import("@pulumi/pulumi/proto/callback_pb");
  callbackClient: typeof import("@pulumi/pulumi/proto/callback_grpc_pb");
  engineProto: typeof import("@pulumi/pulumi/proto/engine_pb");
  resourceProto: typeof import("@pulumi/pulumi/proto/resource_pb");
  aliasProto: typeof import("@pulumi/pulumi/proto/alias_pb");
  emptyProto: typeof import("google-protobuf/google/protobuf/empty_pb");
  structProto: typeof import("google-protobuf/google/protobuf/struct_pb");
  grpc: typeof import("@grpc/grpc-js");
  /** `require` as the SDK's runner calls it, for absolute paths. */
  loadProgram: NodeJS.Require;
}

/**
 * Loads the SDK that a program in `programDirectory` uses.
 * @throws Error with code MODULE_NOT_FOUND where the program has none installed.
 */
export function loadSdk(programDirectory: string): Sdk {
  const manifest = createRequire(join(programDirectory, "index.js")).resolve("@pulumi/pulumi/package.json");
  const directory = dirname(manifest);
  const load = createRequire(manifest);
  return {
    directory,
    version: load("./package.json").version,
    debuggable: load("./runtime/debuggable"),
    errors: load("./errors"),
    log: load("./log"),
    output: load("./output"),
    resource: load("./resource"),
    rpc: load("./runtime/rpc"),
    runtime: load("./runtime"),
    settings: load("./runtime/settings"),
    stack: load("./runtime/stack"),
    state: load("./runtime/state"),
    callbackProto: load("./proto/callback_pb"),
    callbackClient: load("./proto/callback_grpc_pb"),
    engineProto: load("./proto/engine_pb"),
    resourceProto: load("./proto/resource_pb"),
    aliasProto: load("./proto/alias_pb"),
    emptyProto: load("google-protobuf/google/protobuf/empty_pb"),
    structProto: load("google-protobuf/google/protobuf/struct_pb"),
    grpc: load("@grpc/grpc-js"),
    // The module that would load the program: it is named where a module of the program is missing.
    loadProgram: createRequire(join(directory, "cmd", "run", "run.js")),
  };
}
