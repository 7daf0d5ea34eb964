"use strict";
// Lets Node.js `require` TypeScript without type-checking it: `npm run check` does that once, for the whole repository.
// One hook serves the command line, the programs (through `nodeargs` in Pulumi.yaml) and the policy pack.

const { addHook } = require("pirates");

/** @type {typeof import("@swc/core") | undefined} loaded with the first TypeScript file: a JavaScript program never pays for it */
let swc;

function transpile(code, filename) {
  swc ??= require("@swc/core");
  return swc.transformSync(code, {
    filename,
    swcrc: false,
    configFile: false,
    sourceMaps: "inline",
    module: { type: "commonjs" },
    jsc: {
      parser: { syntax: "typescript", tsx: filename.endsWith(".tsx"), decorators: true, dynamicImport: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: "es2022",
      keepClassNames: true,
    },
  }).code;
}

// TypeScript inside node_modules is left alone, as ts-node and Node.js itself leave it.
addHook(transpile, { exts: [".ts", ".tsx", ".cts"], ignoreNodeModules: true });
