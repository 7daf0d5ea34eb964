import { createRequire } from "node:module";
import path from "node:path";
import { explainJsonError } from "./json-error";
import type { Project } from "./project";
import { isDirectory, isFile, readText } from "./project-file";
import { UserError } from "./user-error";

/** Where the program starts, found as `@pulumi/pulumi/cmd/run` finds it. */
export interface ProgramEntry {
  /** The working directory of the program: the folder `main` names or lies in, else the project's. */
  pwd: string;
  /** The file that is loaded first. */
  file: string;
  /** `main` of Pulumi.yaml names the file itself, and not a folder. */
  isNamed: boolean;
  /** The program is an ES module package (`"type": "module"`), so it is imported and not required. */
  isModule: boolean;
}

/** In the order Node.js tries them once TypeScript is registered. */
const EXTENSIONS = [".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".tsx"];

/** Finds the program of a project and checks that its SDK is installed. */
export function findEntry(project: Project): ProgramEntry {
  checkMain(project);
  const target = path.resolve(project.root, project.main ?? "");
  const pwd = isDirectory(target) ? target : path.dirname(target);
  const manifest = closestManifest(pwd);
  const fromManifest = isDirectory(target) ? manifestEntry(manifest) : undefined;
  const file = (fromManifest && resolveFile(fromManifest)) ?? resolveFile(target);
  if (!file) throw missingEntry(project, fromManifest ?? target);
  if (!isInstalled(file)) {
    throw new UserError({
      file: manifest?.file ?? project.root,
      message: "@pulumi/pulumi is not installed",
      hint: `run \`npm ci\` in ${manifest ? path.dirname(manifest.file) : project.root}`,
    });
  }
  return { pwd, file, isNamed: isFile(target), isModule: manifest?.content.type === "module" };
}

/** The engine packs up and runs the project's folder, so `main` must lie in it. */
function checkMain({ main, root, file }: Project): void {
  if (main === undefined) return;
  const isInside = !path.isAbsolute(main) && !path.relative(root, path.resolve(root, main)).startsWith("..");
  if (isInside) return;
  const message = `"main" must be a path inside the project; got ${JSON.stringify(main)}`;
  throw new UserError({ file, message, hint: "name a file or folder below Pulumi.yaml" });
}

function missingEntry(project: Project, wanted: string): UserError {
  const isDefault = project.main === undefined;
  return new UserError({
    file: project.file,
    message: isDefault
      ? `there is no program at ${wanted}`
      : `"main" is ${JSON.stringify(project.main)}, but there is no program at ${wanted}`,
    hint: isDefault ? "add an index.ts or set `main:`" : "correct `main:` or add the file",
  });
}

interface Manifest {
  file: string;
  content: { type?: unknown; main?: unknown; exports?: unknown };
}

function closestManifest(from: string): Manifest | undefined {
  for (let dir = from; ; dir = path.dirname(dir)) {
    const file = path.join(dir, "package.json");
    if (isFile(file)) return { file, content: parseManifest(file) };
    if (dir === path.dirname(dir)) return undefined;
  }
}

function parseManifest(file: string): Manifest["content"] {
  try {
    const content: unknown = JSON.parse(readText(file));
    return typeof content === "object" && content !== null ? content : {};
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { line, reason } = explainJsonError(readText(file), error);
    throw new UserError({ file, ...(line && { line }), message: `is not valid JSON: ${reason}` });
  }
}

/** `exports` wins over `main`, and an entry that does not exist is passed over, as the real host does with a warning. */
function manifestEntry(manifest: Manifest | undefined): string | undefined {
  if (!manifest) return undefined;
  const { exports, main } = manifest.content;
  const entry = exports === undefined || exports === null ? main : exportedEntry(exports);
  if (typeof entry !== "string") return undefined;
  const file = path.join(path.dirname(manifest.file), entry);
  return resolveFile(file) ? file : undefined;
}

function exportedEntry(exports: unknown): unknown {
  if (typeof exports !== "object" || exports === null) return exports;
  const root: unknown = "." in exports ? exports["."] : undefined;
  if (typeof root !== "object" || root === null) return root;
  const conditions = new Map<string, unknown>(Object.entries(root));
  return conditions.get("default") ?? conditions.get("require") ?? conditions.get("import");
}

function resolveFile(target: string): string | undefined {
  if (isFile(target)) return target;
  const bases = isDirectory(target) ? [path.join(target, "index")] : [target];
  return bases.flatMap((base) => EXTENSIONS.map((extension) => base + extension)).find(isFile);
}

function isInstalled(file: string): boolean {
  try {
    createRequire(file).resolve("@pulumi/pulumi");
    return true;
  } catch {
    return false;
  }
}
