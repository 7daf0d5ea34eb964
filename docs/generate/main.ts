// `npm run recipes`: previews the recipes and writes them into the READMEs of their components.

import { writeFileSync } from "node:fs";
import path from "node:path";
import { generateReadmes } from "./readmes";
import { root } from "./recipes";

async function main(): Promise<void> {
  const { readmes, problems } = await generateReadmes();
  if (problems.length > 0) {
    process.stderr.write(`${problems.map((problem) => `error: ${problem}`).join("\n")}\n`);
    process.exitCode = 1;
    return;
  }
  for (const { file, present, generated } of readmes) {
    if (generated === present) continue;
    writeFileSync(path.join(root, file), generated);
    process.stdout.write(`wrote ${file}\n`);
  }
}

void main();
