"use strict";
// What Pulumi's language host starts (it reads `main` of package.json, not of PulumiPolicy.yaml).
// The host has registered ts-node with type-checking by now, which takes seconds; this puts the plain transpiler in its place.

const Module = require("node:module");

const transpiler = require.resolve("../preview/transpile/register.cjs");

// Where the offline preview runs the pack, the transpiler is already there and ts-node is not.
if (require.cache[transpiler] === undefined) {
  delete Module._extensions[".ts"];
  delete Module._extensions[".tsx"];
  require(transpiler);
}

// @pulumi/pulumi loads npm's dependency resolver to serialise functions into Lambda packages, which a policy never does.
// It is a third of a second of every preview: leave it out while the SDK loads.
const load = Module._load;
Module._load = function loadWithoutArborist(request, ...rest) {
  return request === "@npmcli/arborist" ? {} : load.call(this, request, ...rest);
};
try {
  require("@pulumi/policy");
} finally {
  Module._load = load;
}

require("./index"); // index.ts in a checkout, index.js in a published package
