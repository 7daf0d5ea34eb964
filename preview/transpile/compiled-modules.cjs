"use strict";
// A process of this tool loads some hundred small modules, its own and the SDK's, and most of its start is to find, read, transpile and
// compile them. What came of that is kept for the next start, with V8's code of the functions that ran, for as long as the files and
// folders behind it are as they were. Node.js 22 and newer keep compiled JavaScript by themselves: there it is about TypeScript alone.

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const vm = require("node:vm");
const { cacheFolder, packages, prune } = require("./cache.cjs");
const { ModuleFile, writeModuleFile } = require("./module-file.cjs");
const { transpilerVersion } = require("./transpile.cjs");

/** Part of every file's name: raise it when what is kept changes. */
const FORMAT_VERSION = "1";

/** Ways to start that are kept: the command line, its passes, the policy pack, each program under Pulumi's own engine. */
const MAX_FILES = 64;

/** After so long without a new module, a process that may be killed any time, such as a policy pack's, keeps what it has compiled. */
const QUIET_MS = 500;

/** Writing a file costs as much as compiling this share of the modules in it. */
const WORTH_KEEPING = 0.05;

/** Two changes within a tick of a file system's clock look like one, so what changed just now is not kept. The longest tick is FAT's. */
const CLOCK_TICK_MS = 2000;

const folder = cacheFolder("modules");

/** The packages beside this one, and this one where it is not among them. Programs elsewhere are not kept. */
const roots = [path.join(__dirname, "..", ".."), packages].map((root) => root + path.sep);

/** What earlier runs have kept. It opens with the first module. @type {ModuleFile | undefined} */
let kept;

/** Compiled in this run. @type {Map<string, { stamp: string, code: string, script: vm.Script }>} */
const compiled = new Map();

/** How many of those the file does not have yet. */
let added = 0;

/** @type {Map<string, string | undefined>} */
const folderStamps = new Map();

/** @type {NodeJS.Timeout | undefined} */
let timer;

/** @param {string | null | undefined} filename */
function isCovered(filename) {
  return folder !== undefined && roots.some((root) => filename?.startsWith(root));
}

/**
 * Runs a module: one that is covered from what is kept of it, and any other as Node.js does.
 * @param {NodeModule} module @param {string} filename
 * @param {() => string | undefined} toCode makes its code, of a module in CommonJS @param {() => void} runByNode
 */
function runModule(module, filename, toCode, runByNode) {
  if (!isCovered(filename)) return runByNode();
  kept ??= open();
  // Before the source is read: a change in between has another stamp.
  const stamp = stampOf(filename);
  const known = stamp === kept.places.get(filename)?.stamp ? kept.get(filename) : undefined;
  const code = known?.code ?? toCode();
  const script = known || isPlain(code) ? compile(code, filename, known?.data) : undefined;
  if (script === undefined) return runByNode();
  if (stamp !== undefined && (known === undefined || script.cachedDataRejected)) {
    compiled.set(filename, { stamp, code, script });
    added++;
    keepSoon();
  }
  const run = script.runInThisContext();
  run.call(module.exports, module.exports, requireOf(module), module, filename, path.dirname(filename));
}

/** `import()` works in modules alone that Node.js compiles itself. @param {string | undefined} code */
function isPlain(code) {
  return code !== undefined && !/\bimport\s*\(/.test(code);
}

/** @param {string} code @param {string} filename @param {Buffer | undefined} cachedData @returns {vm.Script | undefined} */
function compile(code, filename, cachedData) {
  try {
    // Positions are those without the wrapper.
    return new vm.Script(Module.wrap(code), { filename, cachedData, columnOffset: -Module.wrapper[0].length });
  } catch {
    // Node.js says what is wrong, or that it is an ECMAScript module.
    return undefined;
  }
}

/** What Node.js hands to the modules that it compiles itself, and makes for those alone. @param {NodeModule} module */
function requireOf(module) {
  const require = (id) => module.require(id);
  require.resolve = (request, options) => Module._resolveFilename(request, module, false, options);
  require.resolve.paths = (request) => Module._resolveLookupPaths(request, module);
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

/** Relative requests of covered modules lead where they led in an earlier run. */
function rememberRequests() {
  const resolve = Module._resolveFilename;
  Module._resolveFilename = function resolveRemembered(request, parent, isMain, options) {
    const find = () => resolve.call(this, request, parent, isMain, options);
    if (kept === undefined || options !== undefined || !/^\.\.?\//.test(request) || !isCovered(parent?.filename)) {
      return find();
    }
    const from = path.dirname(parent.filename);
    const key = `${from}\0${request}`;
    const searched = path.dirname(path.join(from, request));
    const known = kept.requests.get(key);
    if (known !== undefined && known.stamp === stampOfFolders(searched, path.dirname(known.found))) return known.found;
    const found = find();
    const stamp = stampOfFolders(searched, path.dirname(found));
    if (stamp !== undefined) {
      kept.requests.set(key, { stamp, found });
      keepSoon();
    }
    return found;
  };
}

/** @param {...string} folders @returns {string | undefined} changes with what they list */
function stampOfFolders(...folders) {
  const stamps = folders.map((one) => {
    if (!folderStamps.has(one)) folderStamps.set(one, stampOf(one));
    return folderStamps.get(one);
  });
  return stamps.includes(undefined) ? undefined : stamps.join();
}

/**
 * Of a file or folder as it is now. Nobody can set back the time of its last change, as npm sets back that of its contents.
 * @param {string} file @returns {string | undefined} nothing while it may still change unseen
 */
function stampOf(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat === undefined || Date.now() - Math.max(stat.ctimeMs, stat.mtimeMs) < CLOCK_TICK_MS) return undefined;
  return `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`;
}

function open() {
  // What is started tells ways to start apart; all that is not of here is one.
  const script = isCovered(process.argv[1]) ? process.argv[1] : "";
  const key = [FORMAT_VERSION, transpilerVersion(), process.version, process.arch, ...process.execArgv, script];
  const name = createHash("sha256").update(key.join("\0")).digest("hex").slice(0, 40);
  return new ModuleFile(path.join(folder, name));
}

function keepSoon() {
  if (timer === undefined) process.once("exit", keep);
  timer ??= setTimeout(keep, QUIET_MS).unref();
  timer.refresh();
}

function keep() {
  if (added === 0 || added < kept.places.size * WORTH_KEEPING) return;
  added = 0;
  const modules = new Map();
  for (const [filename, { stamp }] of kept.places) {
    if (!compiled.has(filename) && stampOf(filename) === stamp) modules.set(filename, kept.get(filename));
  }
  for (const [filename, { stamp, code, script }] of compiled) {
    modules.set(filename, { stamp, code, data: script.createCachedData() });
  }
  writeModuleFile(kept.file, modules, kept.requests);
  prune(folder, MAX_FILES);
}

module.exports = { rememberRequests, runModule };
