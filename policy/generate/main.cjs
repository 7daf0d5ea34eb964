"use strict";
// Writes every generated file of the policy pack: `node policy/generate/main.cjs`. A test fails when one is out of date.

const { writeFileSync } = require("node:fs");
const path = require("node:path");

require("../../preview/transpile/register.cjs");
const { generateTypeTables } = require("./type-tables.ts");

const pack = path.join(__dirname, "..");
const sdk = path.dirname(require.resolve("@pulumi/aws/package.json"));

for (const [file, content] of Object.entries(generateTypeTables(sdk))) {
  writeFileSync(path.join(pack, "aws", file), content);
}

// Loaded after the tables are written, because the rules read them.
const { configSchema } = require("../config-schema.ts");
const { rulesMarkdown } = require("./rules-markdown.ts");
const { rules } = require("../pack.ts");
writeFileSync(path.join(pack, "config.schema.json"), `${JSON.stringify(configSchema(rules), null, 2)}\n`);
writeFileSync(path.join(pack, "RULES.md"), rulesMarkdown(rules));
