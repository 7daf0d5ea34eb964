// Runs a Pulumi program the way the Node.js language host's runner does: the same entry point, the same stack resource
// around it, the same wording when it fails. The runner itself cannot be loaded for this: it starts at `require`.

import { existsSync, lstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import type { Sdk } from "../sdk/sdk";
import { describeLoadError } from "./load-error";

export interface ProgramManifest {
  directory: string;
  main?: string;
  exports?: string | Record<string, string | Record<string, string>>;
  type?: string;
}

/** The nearest package.json at or above the program, which names its entry point and module system. */
function findManifest(program: string): ProgramManifest {
  const start = existsSync(program) && lstatSync(program).isDirectory() ? program : dirname(program);
  for (let directory = start; ; directory = dirname(directory)) {
    const file = join(directory, "package.json");
    if (existsSync(file)) return { ...JSON.parse(readFileSync(file, "utf8")), directory };
    if (dirname(directory) === directory) return { directory: start };
  }
}

/** The entry point that package.json names, where the project names none. */
function entryOf(manifest: ProgramManifest): string | undefined {
  const { exports } = manifest;
  if (typeof exports === "string") return exports;
  const main = typeof exports === "object" && exports !== null ? exports["."] : undefined;
  if (typeof main === "string") return main;
  if (typeof main === "object" && main !== null) return main.default ?? main.require ?? main.import;
  return exports === undefined ? manifest.main : undefined;
}

export interface Located {
  /** The file or, with a slash at its end, the folder that is run. */
  program: string;
  manifest: ProgramManifest;
}

export function locateEntry(entryPoint: string, sdk: Sdk): Located {
  let program = isAbsolute(entryPoint) ? entryPoint : join(process.cwd(), entryPoint);
  const manifest = findManifest(program);
  const entry = entryPoint === "." ? entryOf(manifest) : undefined;
  if (entry !== undefined) {
    const named = join(manifest.directory, entry);
    if (existsSync(named)) program = named;
    else sdk.log.warn(`Could not find entry point '${entry}' specified in package.json; using '${program}' instead`);
  }
  const isFolder = manifest.type !== "module" && existsSync(program) && lstatSync(program).isDirectory();
  return { program: isFolder && !program.endsWith("/") ? `${program}/` : program, manifest };
}

const moduleIndexes = ["index.js", "index.mjs", "index.ts", "index.mts"];

// `import()` that survives the compilation to CommonJS.
const dynamicImport: (url: string) => Promise<object> = new Function("url", "return import(url)") as never;

/** A project that brings its own loader through `nodeargs` is left to it. */
const hasOwnLoader = process.execArgv.some((flag) => /^--(import|loader|experimental-loader)\b/.test(flag));

async function loadModule({ program, manifest }: Located, sdk: Sdk): Promise<unknown> {
  if (manifest.type !== "module") return sdk.loadProgram(program);
  let main = realpathSync(resolve(program));
  if (lstatSync(main).isDirectory()) {
    const index = moduleIndexes.find((name) => existsSync(join(main, name)));
    if (index === undefined) throw new Error(`No entrypoint found in ${main}`);
    main = join(main, index);
  }
  if (/\.m?tsx?$/.test(main) && !hasOwnLoader) require("../../transpile/register-esm.cjs");
  const exports = await dynamicImport(pathToFileURL(main).href);
  if (!("default" in exports)) return exports;
  if (Object.keys(exports).length !== 1) {
    throw new Error("expected entrypoint module to have either a default export or named exports but not both");
  }
  return exports.default;
}

/** Runs the program inside a stack resource. Resolves when its exports have been registered as the stack's outputs. */
export function runProgram(located: Located, sdk: Sdk): Promise<unknown> {
  return sdk.stack.runInPulumiStack(async () => {
    const exports = await loadModule(located, sdk);
    return await (typeof exports === "function" ? exports() : exports);
  });
}

/**
 * What the language host says of an error that nobody caught, but for programs that do not load: those get one line, unless
 * everything is asked for. A program can throw anything, so nothing of it is trusted.
 */
export function describeFailure(
  error: unknown,
  program: string,
  sdk: Sdk,
  verbose: boolean,
): { message: string; urn?: Promise<string> } {
  try {
    const short = !verbose && error instanceof Error ? describeLoadError(error) : undefined;
    if (short !== undefined) return { message: short };
    if (sdk.errors.RunError.isInstance(error)) return { message: error.message };
    if (sdk.errors.ResourceError.isInstance(error)) {
      const resource = error.resource as { urn?: { promise(): Promise<string> } } | undefined;
      return { message: error.hideStack === true ? error.message : describe(error), urn: resource?.urn?.promise() };
    }
    return { message: `Running program '${program}' failed with an unhandled exception:\n${describe(error)}` };
  } catch {
    return { message: `Running program '${program}' failed with an unhandled exception that cannot be shown` };
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === "string" ? error : inspect(error);
  if (error.name === "SyntaxError") return error.stack?.split(/\n\s+at /)[0] ?? error.message;
  return inspect(error);
}
