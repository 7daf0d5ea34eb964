"use strict";
// What Pulumi's language host starts (it reads `main` of package.json, not of PulumiPolicy.yaml).
// The host has registered ts-node with type-checking by now, which takes seconds; this puts the plain transpiler in its place.

const Module = require("node:module");

// Node.js 22 and newer keep compiled modules between runs. Older ones have no such function.
Module.enableCompileCache?.();

const transpiler = require.resolve("../preview/transpile/register.cjs");

// Where the offline preview runs the pack, the transpiler is already there and ts-node is not.
if (require.cache[transpiler] === undefined) {
  delete Module._extensions[".ts"];
  delete Module._extensions[".tsx"];
  require(transpiler);
}

// What @pulumi/pulumi loads at start to serialise functions into Lambda packages, and to drive the CLI, which a policy never does.
// It is half a second of every preview: leave it out while the SDK loads.
const neverUsed = new Set(["@npmcli/arborist", "normalize-package-data", "fdir", "./automation"]);
const load = Module._load;
Module._load = function loadWithout(request, ...rest) {
  return neverUsed.has(request) ? {} : load.call(this, request, ...rest);
};
try {
  require("@pulumi/policy");
} finally {
  Module._load = load;
}

const start = () => require("./index"); // index.ts in a checkout, index.js in a published package

const session = hostsSession();
if (session === undefined) start();
else {
  // The host calls what its program exports.
  module.exports = async () => {
    (await session).post("Debugger.disable");
    start();
  };
}

/**
 * The host has a debugger listen to every script that is compiled, to make Lambda packages of functions. A policy makes none, and
 * without it loads faster and throws faster.
 */
function hostsSession() {
  if (!/[\\/]run-policy-pack[\\/]/.test(require.main?.filename ?? "")) return undefined;
  try {
    const hooks = require.resolve("@pulumi/pulumi/runtime/closure/v8Hooks");
    return require.cache[hooks]?.exports.getSessionAsync();
  } catch {
    return undefined; // A host that has no such thing.
  }
}
