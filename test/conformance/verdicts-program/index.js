// One resource for each example of test/policy/verdicts.ts, which the test hands over as JSON.
const { readFileSync } = require("node:fs");
const pulumi = require("@pulumi/pulumi");

for (const { type, name, props } of JSON.parse(readFileSync(process.env.VERDICTS_FILE, "utf8"))) {
  new pulumi.CustomResource(type, name, props);
}
