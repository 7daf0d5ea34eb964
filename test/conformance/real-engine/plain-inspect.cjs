"use strict";
// Preloaded into the programs under test. The SDK prints a program's error with `util.inspect(error, { colors: true })`, and Node.js 20.20
// loops until its string is too long (about 40 s) over a stack frame such as `node_modules/@pulumi/resource.ts`, a scoped package
// with no folder after the scope, which is what the SDK's source maps name. Without colours the frames are not parsed.

const util = require("node:util");

const inspect = util.inspect;
util.inspect = Object.assign((value, options, ...rest) => {
  const plain = typeof options === "object" && options !== null ? { ...options, colors: false } : options;
  return inspect(value, plain, ...rest);
}, inspect);
