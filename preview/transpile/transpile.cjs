"use strict";
// TypeScript to JavaScript without type-checking, with a cache on disk: loading the compiler costs 20 ms and each file 0.3 to 2 ms,
// in the command line, in two child processes a stack and in the policy pack.

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

/** Loaded with the first file that is not in the cache. @type {typeof import("@swc/core") | undefined} */
let swc;

/** Part of every cache key: raise it when the options below change. */
const OPTIONS_VERSION = "1";

/** Entries kept when the cache is pruned; a repository of this size has a few hundred files. */
const MAX_ENTRIES = 4000;

// A debugger and Node's own mapping read the map from the end of the file, so both switch the cache off.
const flags = [...process.execArgv, ...(process.env.NODE_OPTIONS ?? "").split(/\s+/)];
const inlineMaps = flags.some((flag) => /^--(inspect|enable-source-maps)/.test(flag));
const cacheDir = inlineMaps || process.env.CAUSEWAY_TRANSPILE_CACHE === "0" ? undefined : findCacheDir();
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
    .update(`${OPTIONS_VERSION}\0${compilerVersion()}\0${format}\0${path.extname(filename)}\0${code}`)
    .digest("hex")
    .slice(0, 40);
  const entry = path.join(cacheDir, key);
  const cached = read(`${entry}.js`);
  if (cached !== undefined) return { code: cached, map: () => read(`${entry}.map`) };
  const output = compile(code, filename, format);
  // The map first: whoever finds the code finds its map too.
  write(`${entry}.map`, output.map ?? "");
  write(`${entry}.js`, output.code);
  if (!isPruned) prune();
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

/** Read from its package.json: loading the compiler to ask would cost what the cache saves. */
function compilerVersion() {
  compilerVersion.value ??= JSON.parse(fs.readFileSync(require.resolve("@swc/core/package.json"), "utf8")).version;
  return compilerVersion.value;
}

/** `node_modules/.cache/causeway` of the repository, or of the project this package is installed in. */
function findCacheDir() {
  const marker = `${path.sep}node_modules${path.sep}`;
  const at = __dirname.indexOf(marker);
  const modules =
    at < 0 ? path.join(__dirname, "..", "..", "node_modules") : __dirname.slice(0, at + marker.length - 1);
  if (!fs.existsSync(modules)) return undefined;
  const dir = path.join(modules, ".cache", "causeway", "transpile");
  try {
    fs.mkdirSync(dir, { recursive: true });
    return dir;
  } catch {
    return undefined;
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Rename is atomic: a process beside this one sees all of the file or nothing. A cache that cannot be written is no error. */
function write(file, text) {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(temporary, text);
    fs.renameSync(temporary, file);
  } catch {
    fs.rmSync(temporary, { force: true });
  }
}

/** Once a process that compiles something: drops the older half when files of long-gone versions have piled up. */
function prune() {
  isPruned = true;
  try {
    const names = fs.readdirSync(cacheDir);
    if (names.length <= 2 * MAX_ENTRIES) return;
    const aged = names.map((name) => ({ name, time: fs.statSync(path.join(cacheDir, name)).mtimeMs }));
    aged.sort((a, b) => a.time - b.time);
    for (const { name } of aged.slice(0, MAX_ENTRIES)) fs.rmSync(path.join(cacheDir, name), { force: true });
  } catch {
    // Another process prunes at the same time.
  }
}

module.exports = { transpile };
