// Started by failing-programs.ts: `run-failing.ts <module> [preview]`. Prints what became of each program of the module as JSON.

import * as pulumi from "@pulumi/pulumi";
import { awsAnswer } from "./aws-answers";
import { awsOutputs } from "./aws-outputs";
import type { FailedProgram } from "./failing-programs";

const [, , file = "", mode] = process.argv;
const preview = mode === "preview";

/** What is registered, and called, after the first error still counts. The mocks answer at once. */
const AFTERMATH_MS = 100;

async function run(program: () => unknown): Promise<FailedProgram> {
  const created: string[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: (args) => {
        created.push(`${args.type} ${args.name}`);
        return preview
          ? { id: undefined, state: args.inputs }
          : { id: `${args.name}-id`, state: { ...args.inputs, ...awsOutputs(args) } };
      },
      call: awsAnswer,
    },
    "causeway",
    "test",
    preview,
  );
  const errors = new Set<string>();
  const failed = new Promise<void>((resolve) => {
    process.removeAllListeners("unhandledRejection").on("unhandledRejection", (error) => {
      errors.add(error instanceof Error ? error.message : String(error));
      setTimeout(resolve, AFTERMATH_MS);
    });
  });
  try {
    program();
  } catch (error) {
    errors.add(error instanceof Error ? error.message : String(error));
  }
  await Promise.race([failed, pulumi.runtime.disconnect()]);
  // What waits for a resource that failed waits for ever: neither the next program nor the end of the process is to wait for it.
  pulumi.runtime.resetOptions("causeway", "test", -1, "", "", preview, "");
  return { created: created.sort(), errors: [...errors].sort() };
}

async function main(): Promise<void> {
  const programs: Record<string, () => unknown> = await import(file);
  const results: Record<string, FailedProgram> = {};
  for (const [name, program] of Object.entries(programs).filter(([, each]) => typeof each === "function")) {
    results[name] = await run(program);
  }
  process.stdout.write(JSON.stringify(results));
}

main();
