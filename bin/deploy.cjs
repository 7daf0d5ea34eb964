#!/usr/bin/env node
"use strict";
// `npm run deploy -- <stack>`; see preview/cli/deploy.ts.

require("../preview/transpile/register.cjs");
const path = require("node:path");
const { deploy } = require("../preview/cli/deploy.ts");

deploy(process.argv.slice(2), path.join(__dirname, "..")).then((code) => {
  process.exitCode = code;
});
