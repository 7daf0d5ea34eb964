"use strict";
// TypeScript to JavaScript without type-checking, with a cache on disk: loading the compiler costs 20 ms and each file 0.3 to 2 ms,
// in the command line, in two child processes a stack and in the policy pack.

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { cacheFolder, inlineMaps, prune, read, write } = require("./cache.cjs");

/** Loaded with the first file that is not in the cache. @type {typeof import("@swc/core") | undefined} */
let swc;

/** Part of every cache key: raise it when the options below change. */
const OPTIONS_VERSION = "1";

/** Files of the cache, two for each module; a repository of this size has a few hundred modules. */
const MAX_FILES = 8000;

const cacheDir = cacheFolder("transpile");
let isPruned = false;

/**
 * @param {string} code
 * @param {string} filename
 * @param {"commonjs" | "es6"} [format]
 * @returns {{ code: string, map: () => string | undefined }} `map` reads the source map, which only an error needs.
 */
function transpile(code, filename, format = "commonjs") {
  if (cacheDir === undefined) {
    const output = compile(code, filename, format);
    return { code: inlineMaps ? withInlineMap(output) : output.code, map: () => output.map };
  }
  const key = createHash("sha256")
    .update(`${transpilerVersion()}\0${format}\0${path.extname(filename)}\0${code}`)
    .digest("hex")
    .slice(0, 40);
  const entry = path.join(cacheDir, key);
  const cached = read(`${entry}.js`)?.toString();
  if (cached !== undefined) return { code: cached, map: () => read(`${entry}.map`)?.toString() };
  const output = compile(code, filename, format);
  // The map first: whoever finds the code finds its map too.
  write(`${entry}.map`, output.map ?? "");
  write(`${entry}.js`, output.code);
  if (!isPruned) prune(cacheDir, MAX_FILES);
  isPruned = true;
  return { code: output.code, map: () => output.map };
}

function compile(code, filename, format) {
  swc ??= require("@swc/core");
  try {
    return swc.transformSync(code, optionsFor(filename, format));
  } catch (error) {
    throw toSyntaxError(error, filename);
  }
}

function optionsFor(filename, format) {
  return {
    filename,
    swcrc: false,
    configFile: false,
    sourceMaps: true,
    inlineSourcesContent: false,
    module: { type: format },
    jsc: {
      parser: { syntax: "typescript", tsx: filename.endsWith(".tsx"), decorators: true, dynamicImport: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: "es2022",
      keepClassNames: true,
    },
  };
}

/** The compiler's error is a drawing with a native stack; what helps is `file:line: what`, as a SyntaxError, whose stack nobody prints. */
function toSyntaxError(error, filename) {
  const found = [...String(error.message).matchAll(/[x×] (.+)\r?\n\s*[,╭][-─]+\[.+:(\d+):\d+\]/g)];
  if (found.length === 0) return error;
  return new SyntaxError(found.map(([, message, line]) => `${filename}:${line}: ${message}`).join("\n"));
}

function withInlineMap({ code, map }) {
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(map ?? "").toString("base64")}\n`;
}

/** What the same source becomes depends on it. Read from a package.json: loading the compiler to ask would cost what the cache saves. */
function transpilerVersion() {
  transpilerVersion.value ??= `${OPTIONS_VERSION}\0${JSON.parse(fs.readFileSync(require.resolve("@swc/core/package.json"), "utf8")).version}`;
  return transpilerVersion.value;
}

module.exports = { transpile, transpilerVersion };
