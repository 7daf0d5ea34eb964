#!/usr/bin/env node
"use strict";
// Starts the command line: compiled from a published package, from its TypeScript sources in a checkout.

const { existsSync } = require("node:fs");
const { enableCompileCache } = require("node:module");
const path = require("node:path");

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 12)) {
  process.stderr.write(`error: causeway needs Node.js 20.12 or newer; this is ${process.version}\n`);
  process.exit(1);
}

// `causeway … | head` closes the pipe early, which is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
}

enableCompileCache?.(); // Node.js 22 and newer.

const root = path.join(__dirname, "..");
const isPublished = !existsSync(path.join(root, "tsconfig.json"));
if (!isPublished) require("../preview/transpile/register.cjs");
const { main } = require(path.join(root, isPublished ? "dist/preview/cli/main.js" : "preview/cli/main.ts"));

// What a program under review left open must not keep this process; what is still to be written must.
const flushed = (stream) =>
  new Promise((resolve) => {
    if (stream.writableLength === 0 || stream.destroyed) resolve();
    else stream.write("", () => resolve());
  });

main(process.argv.slice(2)).then(async (code) => {
  process.exitCode = code;
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  process.exit();
});
