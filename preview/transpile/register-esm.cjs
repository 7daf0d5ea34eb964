"use strict";
// Lets Node.js `import` TypeScript: the loader's hooks, and the source maps of what they load.

const fs = require("node:fs");
const { register } = require("node:module");
const path = require("node:path");
const { fileURLToPath, pathToFileURL } = require("node:url");
const { mapModules } = require("./source-maps.cjs");
const { transpile } = require("./transpile.cjs");

register(pathToFileURL(path.join(__dirname, "esm-hooks.mjs")).href);
mapModules((url) => {
  const filename = fileURLToPath(url);
  return transpile(fs.readFileSync(filename, "utf8"), filename, "es6").map();
});
