import { existsSync, lstatSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import type { Project } from "../../project/project";
import { UserError } from "../../project/user-error";

export interface Program {
  /** The folder the program runs in: that of `main`, so that relative paths inside of the program are right. */
  directory: string;
  /** The file to run, or `.` for whatever the folder's package.json or index names. */
  entryPoint: string;
}

const indexes = ["index.js", "index.ts", "index.mjs", "index.cjs", "index.mts", "index.cts", "index.tsx"];

/**
 * Where the program of a project is, by the rules of the Pulumi CLI.
 * @throws UserError where it is missing, or cannot load the Pulumi SDK.
 */
export function locateProgram(project: Project): Program {
  const program = programOf(project);
  requireSdk(program.directory, project);
  return program;
}

function programOf({ root, main, file }: Project): Program {
  if (main === undefined || main === "") return folder(root, file);
  const path = join(root, main);
  if (isAbsolute(main) || relative(root, path).startsWith("..")) {
    throw new UserError({
      file,
      message: `"main" must be a path inside of the project; got "${main}"`,
      hint: "name a file or folder below the one that holds it",
    });
  }
  if (!existsSync(path)) {
    throw new UserError({
      file,
      message: `"main" names "${main}", which does not exist`,
      hint: "correct the path, or remove `main` to run the project's index file",
    });
  }
  return statSync(path).isDirectory() ? folder(path, file) : { directory: dirname(path), entryPoint: basename(path) };
}

function folder(directory: string, file: string): Program {
  const named = existsSync(join(directory, "package.json"));
  if (!named && !indexes.some((name) => existsSync(join(directory, name)))) {
    throw new UserError({
      file,
      message: `the program's folder ${directory} has no entry file`,
      hint: 'add an index.ts or index.js, or name the file with "main"',
    });
  }
  return { directory, entryPoint: "." };
}

function requireSdk(directory: string, { file }: Project): void {
  try {
    createRequire(join(directory, "index.js")).resolve("@pulumi/pulumi/package.json");
  } catch {
    const installed = lstatSync(join(dirname(file), "node_modules"), { throwIfNoEntry: false }) !== undefined;
    throw new UserError({
      file,
      message: "the program's dependency @pulumi/pulumi is not installed",
      hint: installed
        ? "run `npm install @pulumi/pulumi` in its folder"
        : "run `npm ci` (or `npm install`) in its folder",
    });
  }
}
