"use strict";
// The file that keeps modules between runs: an index, and behind it the code of each module and what V8 made of it. Only the index is
// read at once; a run needs few of the modules that all runs before it have loaded.

const fs = require("node:fs");
const v8 = require("node:v8");
const { write } = require("./cache.cjs");

/**
 * @typedef {{ stamp: string, code: string, data: Buffer }} Entry `data` is V8's
 * @typedef {{ stamp: string, found: string }} Found where a request led
 * @typedef {{ stamp: string, at: number, code: number, data: number }} Place `code` and `data` are lengths in bytes
 */

/** Bytes of the two numbers at the start: how long the index is, and the whole file. */
const HEAD = 16;

class ModuleFile {
  /** Nothing, where the file is missing or was cut short by a crash. @param {string} file */
  constructor(file) {
    this.file = file;
    /** @type {Map<string, Place>} by the module's file */
    this.places = new Map();
    /** @type {Map<string, Found>} */
    this.requests = new Map();
    try {
      this.descriptor = fs.openSync(file, "r");
      const head = this.read(HEAD, 0);
      if (head.readDoubleLE(8) !== fs.fstatSync(this.descriptor).size) return;
      this.body = HEAD + head.readDoubleLE(0);
      ({ places: this.places, requests: this.requests } = v8.deserialize(this.read(this.body - HEAD, HEAD)));
    } catch {
      // The first run, or a file of something else.
    }
  }

  /** @param {string} module @returns {Entry | undefined} */
  get(module) {
    const place = this.places.get(module);
    if (place === undefined) return undefined;
    const bytes = this.read(place.code + place.data, this.body + place.at);
    return { stamp: place.stamp, code: bytes.toString("utf8", 0, place.code), data: bytes.subarray(place.code) };
  }

  /** @param {number} length @param {number} position */
  read(length, position) {
    const bytes = Buffer.allocUnsafeSlow(length);
    const count = fs.readSync(this.descriptor, bytes, 0, length, position);
    if (count !== length) throw new Error(`${this.file}: ${count} of ${length} bytes at ${position}`);
    return bytes;
  }
}

/** @param {string} file @param {Map<string, Entry>} modules @param {Map<string, Found>} requests */
function writeModuleFile(file, modules, requests) {
  const parts = [];
  const places = new Map();
  let at = 0;
  for (const [module, { stamp, code, data }] of modules) {
    const text = Buffer.from(code);
    places.set(module, { stamp, at, code: text.length, data: data.length });
    parts.push(text, data);
    at += text.length + data.length;
  }
  const index = v8.serialize({ places, requests });
  const head = Buffer.alloc(HEAD);
  head.writeDoubleLE(index.length, 0);
  head.writeDoubleLE(HEAD + index.length + at, 8);
  write(file, Buffer.concat([head, index, ...parts]));
}

module.exports = { ModuleFile, writeModuleFile };
