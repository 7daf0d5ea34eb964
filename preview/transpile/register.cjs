"use strict";
// Lets Node.js `require` TypeScript without type-checking it: `npm run check` does that once, for the whole repository.
// One hook serves the command line, the programs (through `nodeargs` in Pulumi.yaml) and the policy pack.

const fs = require("node:fs");
const Module = require("node:module");
const { addSourceMap } = require("./source-maps.cjs");
const { transpile } = require("./transpile.cjs");

for (const extension of [".ts", ".tsx", ".cts"]) {
  const fallback = Module._extensions[extension] ?? Module._extensions[".js"];
  Module._extensions[extension] = (module, filename) => {
    // TypeScript inside node_modules is left alone, as ts-node and Node.js itself leave it.
    if (/[\\/]node_modules[\\/]/.test(filename)) return fallback(module, filename);
    const { code, map } = transpile(fs.readFileSync(filename, "utf8"), filename);
    addSourceMap(filename, map);
    return module._compile(code, filename);
  };
}
