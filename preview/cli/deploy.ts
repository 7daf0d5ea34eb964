// `npm run deploy -- <stack>`: the one way to deploy. The offline preview first, then `pulumi up` with the policy pack and the
// stack's settings of it. A self-managed backend does not enforce policies by itself, so this command does not run without.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";
import { UserError } from "../project/user-error";
import { main } from "./main";
import { printError } from "./output";

/** The pack of this repository, from the folder of Pulumi.yaml. */
const pack = "policy";

/** Flags of `pulumi up` that would get past the policies, and why. */
const refused: Record<string, string> = {
  "--skip-preview": "policies that look at the whole stack are enforced in the preview only",
  "-f": "it is short for --skip-preview",
  "--policy-pack": "the pack of this repository is always used",
  "--policy-pack-config": "the settings are those of the stack",
  "--stack": "name the stack first: npm run deploy -- <stack>",
  "-s": "name the stack first: npm run deploy -- <stack>",
};

/** Runs the command and gives the exit code: that of the preview where it stops the deployment, else that of `pulumi up`. */
export async function deploy(args: readonly string[], root: string): Promise<number> {
  try {
    const { stack, upFlags, settings } = plan(args, root);
    const preview = await main(["preview", "--cwd", root, "--stack", stack, "--policy-pack", path.join(root, pack)]);
    if (preview !== 0) return preview;
    return await pulumiUp(
      ["--stack", stack, "--policy-pack", pack, "--policy-pack-config", settings, ...upFlags],
      root,
    );
  } catch (error) {
    printError(error, false, { stdout: process.stdout, stderr: process.stderr, env: process.env });
    return 1;
  }
}

function plan(args: readonly string[], root: string): { stack: string; upFlags: string[]; settings: string } {
  const [stack, ...upFlags] = args;
  if (stack === undefined || stack.startsWith("-")) {
    throw new UserError({ message: "no stack is named", hint: "use `npm run deploy -- <stack> [flags of pulumi up]`" });
  }
  const problems = upFlags.flatMap((flag) => {
    const reason = refused[flag.split("=")[0] ?? flag];
    return reason === undefined ? [] : [{ message: `${flag} is refused: ${reason}` }];
  });
  const settings = path.join(pack, `${stack}.json`);
  for (const [file, hint] of [
    [path.join(pack, "PulumiPolicy.yaml"), "nothing is deployed without the policy pack"],
    [settings, `write the policy settings of stack "${stack}"; ${path.join(pack, "dev.json")} is an example`],
  ] as const) {
    if (!existsSync(path.join(root, file))) problems.push({ message: `${file} does not exist; ${hint}` });
  }
  if (problems.length > 0) throw new UserError(problems);
  return { stack, upFlags, settings };
}

function pulumiUp(flags: string[], root: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn("pulumi", ["up", ...flags], { cwd: root, stdio: "inherit" });
    // The terminal sends Ctrl-C to both; `pulumi` decides how to stop, and this process waits for it.
    const wait = () => {};
    process.on("SIGINT", wait);
    child.on("error", (error) => {
      process.off("SIGINT", wait);
      const absent = "code" in error && error.code === "ENOENT";
      reject(
        absent
          ? new UserError({ message: "the Pulumi CLI is not on PATH", hint: "install it, then run this again" })
          : error,
      );
    });
    child.on("exit", (code, signal) => {
      process.off("SIGINT", wait);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
