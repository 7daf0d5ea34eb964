"use strict";
// Writes the service control policy that says what region-residency says; see service-control-policy.ts.

const { readFileSync, writeFileSync } = require("node:fs");

require("../../preview/transpile/register.cjs");
const { readScpCommand, residencyScp, scpSizeLimit, usage } = require("./service-control-policy.ts");

const args = process.argv.slice(2);
const command = readScpCommand(args, (file) => JSON.parse(readFileSync(file, "utf8")));
if (args.includes("--help")) {
  process.stdout.write(`${usage}\n`);
} else if ("problems" in command) {
  process.stderr.write(`${command.problems.join("\n")}\n\n${usage}\n`);
  process.exitCode = 2;
} else {
  const policy = residencyScp(command);
  const size = JSON.stringify(policy).length;
  if (size > scpSizeLimit) {
    process.stderr.write(`the policy has ${size} characters without blanks, and AWS takes ${scpSizeLimit}\n`);
    process.exitCode = 1;
  } else if (command.out === undefined) {
    process.stdout.write(`${JSON.stringify(policy, null, 2)}\n`);
  } else {
    // AWS counts blanks too, in what is not pasted into its console.
    writeFileSync(command.out, `${JSON.stringify(policy)}\n`);
  }
}
