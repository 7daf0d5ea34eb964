// Where the real Pulumi CLI is: the folder in PULUMI_CLI_DIR, or the one on PATH. The npm package of that name is a downloader and does not count.

import { accessSync, constants } from "node:fs";
import path from "node:path";

function hasExecutable(dir: string, name: string): boolean {
  try {
    accessSync(path.join(dir, name), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The folder with `pulumi` and its Node.js language host, or undefined on a machine without them. */
export function findCliDir(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env.PULUMI_CLI_DIR ? [env.PULUMI_CLI_DIR] : [];
  const dirs = [...named, ...(env.PATH ?? "").split(path.delimiter).filter((dir) => dir !== "")];
  return dirs.find((dir) => hasExecutable(dir, "pulumi") && hasExecutable(dir, "pulumi-language-nodejs"));
}
