// Records what the real engine does with each program: `node -r ./preview/transpile/register.cjs test/conformance/record.ts [case…]`.
// Needs the Pulumi CLI on PATH or in PULUMI_CLI_DIR.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { type Case, loadCases } from "./cases";
import { type Observation, observeReal } from "./observation";
import { runRealPreview } from "./real-engine/run";

const AT_ONCE = 3;

export async function observeWithEngine(subject: Case): Promise<Observation> {
  const { deployFirst, invokes, reads, env } = subject;
  return observeReal(
    await runRealPreview(subject.dir, subject.stack, { deployFirst, invokes, reads, env }),
    subject.places,
  );
}

async function record(): Promise<void> {
  const wanted = process.argv.slice(2);
  const queue = loadCases().filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const started = Date.now();
      const observation = await observeWithEngine(next);
      writeFileSync(next.expectedFile, `${JSON.stringify(observation, null, 2)}\n`);
      process.stderr.write(
        `${next.name}: ${observation.result}, ${observation.resources.length} resources, ${(Date.now() - started) / 1000} s\n`,
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  // As committed, so that a recording that says the same has no diff.
  const biome = path.resolve(__dirname, "../../node_modules/.bin/biome");
  spawnSync(biome, ["format", "--write", path.join(__dirname, "programs")], { stdio: "inherit" });
}

if (require.main === module) {
  record().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
