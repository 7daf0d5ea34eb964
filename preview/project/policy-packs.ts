import path from "node:path";
import { plainJsonOf } from "./config-value";
import { explainJsonError } from "./json-error";
import { findConfigProblems, findShapeProblems } from "./policy-pack-config";
import { isDirectory, isFile, readText } from "./project-file";
import { collect, type Problem, throwIfAny, UserError } from "./user-error";
import { parseTree } from "./yaml-tree";

/** A policy pack and the settings it runs with. */
export interface PolicyPackSource {
  dir: string;
  configFile?: string;
  config?: Record<string, unknown>;
}

/** Files of a pack folder that are never a stack's settings, whatever the stack is called. */
const NOT_SETTINGS = new Set(["package.json", "package-lock.json", "tsconfig.json", "config.schema.json"]);

/**
 * Checks the packs of `--policy-pack` and finds each one's settings for a stack: the file of `--policy-pack-config`
 * at the same position, else `<stack>.json` in the pack's folder. Throws everything that is wrong, over all packs.
 */
export function loadPolicyPacks(
  dirs: readonly string[],
  configFiles: readonly string[],
  stacks: readonly string[],
): Map<string, PolicyPackSource[]> {
  const problems: Problem[] = [];
  if (configFiles.length > 0 && configFiles.length !== dirs.length) {
    const message = `${count(configFiles.length, "--policy-pack-config")} for ${count(dirs.length, "--policy-pack")}`;
    problems.push({ message, hint: "give one config file for each pack, in the same order" });
  }
  const packs = dirs.map((dir) => path.resolve(dir));
  for (const dir of packs) collect(problems, () => checkPack(dir));
  throwIfAny(problems);
  const settings = new Map<string, Record<string, unknown>>();
  const sources = new Map<string, PolicyPackSource[]>();
  for (const stack of stacks) {
    sources.set(
      stack,
      packs.map((dir, index) => {
        const given = configFiles[index];
        const configFile = given === undefined ? stackSettings(dir, stack) : path.resolve(given);
        if (configFile === undefined) return { dir };
        const id = `${dir}\0${configFile}`;
        const config = settings.get(id) ?? collect(problems, () => readPolicyConfig(dir, configFile));
        if (config) settings.set(id, config);
        return { dir, configFile, ...(config && { config }) };
      }),
    );
  }
  throwIfAny(problems);
  return sources;
}

function stackSettings(dir: string, stack: string): string | undefined {
  const name = `${stack}.json`;
  const file = path.join(dir, name);
  return !NOT_SETTINGS.has(name) && isFile(file) ? file : undefined;
}

function checkPack(dir: string): void {
  if (!isDirectory(dir)) throw new UserError({ file: dir, message: "the policy pack folder does not exist" });
  const file = ["PulumiPolicy.yaml", "PulumiPolicy.yml", "PulumiPolicy.json"]
    .map((name) => path.join(dir, name))
    .find(isFile);
  if (!file) {
    throw new UserError({
      file: dir,
      message: "is not a policy pack: it has no PulumiPolicy.yaml",
      hint: "give --policy-pack the folder that holds one",
    });
  }
  const tree = parseTree(readText(file), file);
  const runtime = tree?.kind === "map" ? tree.entries.get("runtime")?.value : undefined;
  const name = runtime?.kind === "map" ? runtime.entries.get("name")?.value : runtime;
  const text = name && plainJsonOf(name);
  if (text === "nodejs") return;
  const message = text === undefined || text === null ? 'has no "runtime"' : `the runtime is ${JSON.stringify(text)}`;
  throw new UserError({ file, message, hint: "the offline preview runs `runtime: nodejs` packs" });
}

function readPolicyConfig(dir: string, file: string): Record<string, unknown> {
  if (!isFile(file)) throw new UserError({ file, message: "the policy pack config file does not exist" });
  const config = parseJsonObject(file);
  const schemaFile = path.join(dir, "config.schema.json");
  const problems = isFile(schemaFile)
    ? findConfigProblems(config, parseJsonObject(schemaFile), schemaFile)
    : findShapeProblems(config);
  throwIfAny(problems.map((message) => ({ file, message })));
  return config;
}

function parseJsonObject(file: string): Record<string, unknown> {
  const text = readText(file);
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch (error) {
    const { line, reason } = explainJsonError(text, error);
    throw new UserError({ file, ...(line && { line }), message: `is not valid JSON: ${reason}` });
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new UserError({ file, message: "must be a JSON object" });
}

function count(number: number, flag: string): string {
  return `${number} ${flag}`;
}
