"use strict";
// Writes a baseline from reports of the offline preview; see waivers/baseline-command.ts.

require("../preview/transpile/register.cjs");
const { writeBaseline } = require("./waivers/baseline-command");

try {
  const today = new Date().toISOString().slice(0, 10);
  writeBaseline(process.argv.slice(2), today, (text) => process.stdout.write(text));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
