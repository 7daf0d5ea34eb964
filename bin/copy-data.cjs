"use strict";
// Second half of `npm run build`: what the compiler leaves behind (tables, the policy pack's manifest, CommonJS starters).

const { cpSync } = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "..");

/** Generators and what they alone read, and the settings of this repository's own environments. */
const left = /generate[^/]*(\.cjs)?$|^policy\/(dev|prod)\.json$|^components\/[^/]+\/idle-cost\.json$/;
for (const folder of ["components", "policy", "preview"]) {
  cpSync(path.join(root, folder), path.join(root, "dist", folder), {
    recursive: true,
    filter: (file) => !file.endsWith(".ts") && !left.test(path.relative(root, file)),
  });
}
