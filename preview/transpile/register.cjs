"use strict";
// Lets Node.js `require` TypeScript without type-checking it: `npm run check` does that once, for the whole repository.
// One hook serves the command line, the programs (through `nodeargs` in Pulumi.yaml) and the policy pack.

const fs = require("node:fs");
const Module = require("node:module");
const { rememberRequests, runModule } = require("./compiled-modules.cjs");
const { addSourceMap } = require("./source-maps.cjs");
const { transpile } = require("./transpile.cjs");

for (const extension of [".ts", ".tsx", ".cts"]) {
  const fallback = Module._extensions[extension] ?? Module._extensions[".js"];
  Module._extensions[extension] = (module, filename) => {
    // TypeScript inside node_modules is left alone, as ts-node and Node.js itself leave it.
    if (/[\\/]node_modules[\\/]/.test(filename)) return fallback(module, filename);
    let made;
    const output = () => {
      made ??= transpile(fs.readFileSync(filename, "utf8"), filename);
      return made;
    };
    addSourceMap(filename, () => output().map());
    const toCode = () => output().code;
    return runModule(module, filename, toCode, () => module._compile(toCode(), filename));
  };
}

// Node.js 22 and newer keep compiled JavaScript by themselves.
if (Module.enableCompileCache === undefined) {
  const loadScript = Module._extensions[".js"];
  Module._extensions[".js"] = (module, filename) => {
    const runByNode = () => loadScript(module, filename);
    return runModule(module, filename, () => codeOf(module, runByNode), runByNode);
  };
}
rememberRequests();

/** What Node.js would compile: it knows which files are in CommonJS, and refuses or runs the others. */
function codeOf(module, runByNode) {
  let code;
  module._compile = (text, _filename, format) => {
    if (format !== "module") code = text.replace(/^#!.*/, "");
  };
  try {
    runByNode();
  } finally {
    delete module._compile;
  }
  return code;
}
