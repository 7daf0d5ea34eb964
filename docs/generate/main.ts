// `npm run recipes`: previews the recipes and writes them into the pages of their components.

import { writeFileSync } from "node:fs";
import path from "node:path";
import { generatePages } from "./pages";
import { root } from "./recipes";

async function main(): Promise<void> {
  const { pages, problems } = await generatePages();
  if (problems.length > 0) {
    process.stderr.write(`${problems.map((problem) => `error: ${problem}`).join("\n")}\n`);
    process.exitCode = 1;
    return;
  }
  for (const { file, present, generated } of pages) {
    if (generated === present) continue;
    writeFileSync(path.join(root, file), generated);
    process.stdout.write(`wrote ${file}\n`);
  }
}

void main();
