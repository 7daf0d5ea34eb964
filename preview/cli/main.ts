import { parseArguments } from "./arguments";
import { type Output, printError } from "./output";
import type { PreviewStack } from "./run-stacks";

/** What a shell expects of a process that a signal ended: 128 plus the signal's number. */
const SIGNAL_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Runs the command line and gives the exit code. */
export async function main(args: readonly string[], output: Output = processOutput()): Promise<number> {
  const controller = new AbortController();
  let signalCode: number | undefined;
  const handlers = Object.entries(SIGNAL_CODES).map(([signal, code]) => {
    const handler = () => {
      // The second time somebody is impatient: whatever still hangs is left to the operating system.
      if (signalCode !== undefined) process.exit(code);
      signalCode = code;
      output.stderr.write("\nstopping\n");
      controller.abort();
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  try {
    const command = parseArguments(args, process.cwd());
    if (command.name === "preview") {
      const { runPreview } = require("./preview-command") as typeof import("./preview-command");
      const code = await runPreview(command.flags, { output, signal: controller.signal, loadEngine });
      return signalCode ?? code;
    }
    const { helpText, versionText } = require("./help") as typeof import("./help");
    output.stdout.write(command.name === "help" ? helpText() : versionText());
    return 0;
  } catch (error) {
    if (signalCode === undefined) printError(error, args.includes("--verbose") || args.includes("-v"), output);
    return signalCode ?? 1;
  } finally {
    for (const { signal, handler } of handlers) process.off(signal, handler);
  }
}

function loadEngine(): PreviewStack {
  return (require("../engine/preview-stack") as typeof import("../engine/preview-stack")).previewStack;
}

function processOutput(): Output {
  return { stdout: process.stdout, stderr: process.stderr, env: process.env };
}
