"use strict";
// Error stacks of transpiled files show TypeScript lines. The Pulumi SDK formats a whole stack for each resource to learn its source
// position, so a map is decoded once a file, when a stack first meets it, and a position is looked up once.

const { SourceMap } = require("node:module");

/** @type {Map<string, () => string | undefined>} file to the text of its map */
const unread = new Map();
/** @type {Map<string, SourceMap | undefined>} */
const decoded = new Map();
/** @type {Map<string, string>} transpiled position to original position, as `line:column` */
const positions = new Map();

const isMappedByNode = `${process.execArgv} ${process.env.NODE_OPTIONS ?? ""}`.includes("--enable-source-maps");

/** Whatever formatted stacks before, such as a test runner's own mapping. */
let next;
let isInstalled = false;

/** @type {((url: string) => string | undefined) | undefined} */
let readModuleMap;

/** @param {string} filename @param {() => string | undefined} readMap */
function addSourceMap(filename, readMap) {
  // `--enable-source-maps`: Node.js maps by itself, from the map inside the file.
  if (isMappedByNode) return;
  install();
  unread.set(filename, readMap);
  decoded.delete(filename);
}

/**
 * For TypeScript modules: they load in another thread, which cannot announce each, so their maps are read by URL.
 * @param {(url: string) => string | undefined} readMap
 */
function mapModules(readMap) {
  if (isMappedByNode) return;
  install();
  readModuleMap = readMap;
}

/** @param {string | null | undefined} filename */
function isMapped(filename) {
  if (!filename) return false;
  if (unread.has(filename)) return true;
  if (readModuleMap === undefined || !/^file:.*\.m?tsx?$/.test(filename)) return false;
  unread.set(filename, () => readModuleMap(filename));
  return true;
}

function install() {
  if (isInstalled) return;
  isInstalled = true;
  next = Error.prepareStackTrace;
  Error.prepareStackTrace = (error, frames) => {
    if (next && !frames.some((frame) => isMapped(frame.getFileName()))) return next(error, frames);
    let text = describe(error);
    for (const frame of frames) text += `\n    at ${formatFrame(frame)}`;
    return text;
  };
}

function formatFrame(frame) {
  const text = frame.toString();
  const filename = frame.getFileName();
  if (!isMapped(filename)) return text;
  const place = `${filename}:${frame.getLineNumber()}:${frame.getColumnNumber()}`;
  const original = positions.get(place) ?? lookUp(filename, frame.getLineNumber(), frame.getColumnNumber(), place);
  return text.replace(place, `${filename}:${original}`);
}

function lookUp(filename, line, column, place) {
  if (!decoded.has(filename)) decoded.set(filename, decode(filename));
  const entry = decoded.get(filename)?.findEntry(line - 1, column - 1);
  const isKnown = entry !== undefined && entry.originalLine !== undefined;
  const original = isKnown ? `${entry.originalLine + 1}:${entry.originalColumn + 1}` : `${line}:${column}`;
  positions.set(place, original);
  return original;
}

function decode(filename) {
  try {
    const text = unread.get(filename)?.();
    return text ? new SourceMap(JSON.parse(text)) : undefined;
  } catch {
    return undefined;
  }
}

function describe(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "<error>";
  }
}

module.exports = { addSourceMap, mapModules };
