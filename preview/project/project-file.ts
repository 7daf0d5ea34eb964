import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { UserError } from "./user-error";

/** The file names Pulumi knows, in the order it tries them. A JSON file is read as YAML, which it is. */
const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** Finds the project file of a folder: in it or in the closest folder above, as the Pulumi CLI does. */
export function findProjectFile(cwd: string): string {
  if (!isDirectory(cwd))
    throw new UserError({ file: cwd, message: "is not a folder", hint: "give --cwd an existing one" });
  for (let dir = cwd; ; dir = path.dirname(dir)) {
    const [file, other] = PROJECT_FILES.map((name) => path.join(dir, name)).filter((candidate) => isFile(candidate));
    if (file && other) {
      const message = `two programs in one folder: ${path.basename(file)} and ${path.basename(other)}`;
      throw new UserError({ file: dir, message, hint: "keep one of them" });
    }
    if (file) return file;
    if (dir === path.dirname(dir)) break;
  }
  throw new UserError({
    file: cwd,
    message: "no Pulumi.yaml here or in a folder above",
    hint: "run causeway in a Pulumi project or give --cwd DIR",
  });
}

/** Reads a text file; what goes wrong becomes one clear line. */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UserError({ file, message: `cannot be read (${errorCode(error)})` });
  }
}

/** The code of a system error (`ENOENT`), or its message. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.message : String(error);
}

export function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}

export function isDirectory(dir: string): boolean {
  return existsSync(dir) && statSync(dir).isDirectory();
}
