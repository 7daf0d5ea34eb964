"use strict";
// Files that spare the next run some work: `node_modules/.cache/causeway/<kind>` of the repository, or of the project this package is
// installed in. A cache that cannot be read or written is no error.

const fs = require("node:fs");
const path = require("node:path");

// A debugger and Node's own mapping read the map from the end of the file, so both switch the caches off.
const flags = [...process.execArgv, ...(process.env.NODE_OPTIONS ?? "").split(/\s+/)];
const inlineMaps = flags.some((flag) => /^--(inspect|enable-source-maps)/.test(flag));
const isOff = inlineMaps || process.env.CAUSEWAY_TRANSPILE_CACHE === "0";

/** `node_modules` of the repository, or of the project this package is installed in. */
const packages = findPackages();

function findPackages() {
  const marker = `${path.sep}node_modules${path.sep}`;
  const at = __dirname.indexOf(marker);
  return at < 0 ? path.join(__dirname, "..", "..", "node_modules") : __dirname.slice(0, at + marker.length - 1);
}

/** @param {string} kind @returns {string | undefined} the folder, made where it was missing */
function cacheFolder(kind) {
  if (isOff || !fs.existsSync(packages)) return undefined;
  const dir = path.join(packages, ".cache", "causeway", kind);
  try {
    fs.mkdirSync(dir, { recursive: true });
    return dir;
  } catch {
    return undefined;
  }
}

/** @param {string} file @returns {Buffer | undefined} */
function read(file) {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Rename is atomic: a process beside this one sees all of the file or nothing. @param {string} file @param {string | Buffer} data */
function write(file, data) {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(temporary, data);
    fs.renameSync(temporary, file);
  } catch {
    fs.rmSync(temporary, { force: true });
  }
}

/** Drops the older half when files of long-gone versions have piled up. @param {string} dir @param {number} limit files that may stay */
function prune(dir, limit) {
  try {
    const names = fs.readdirSync(dir);
    if (names.length <= limit) return;
    const aged = names.map((name) => ({ name, time: fs.statSync(path.join(dir, name)).mtimeMs }));
    aged.sort((a, b) => a.time - b.time);
    for (const { name } of aged.slice(0, limit / 2)) fs.rmSync(path.join(dir, name), { force: true });
  } catch {
    // Another process prunes at the same time.
  }
}

module.exports = { cacheFolder, inlineMaps, packages, prune, read, write };
