import path from "node:path";
import type { NotChecked } from "../plan/plan";
import type { ConfigDeclaration } from "./config-declarations";
import { type ConfigKey, parseConfigKey } from "./config-key";
import { placeholderFor, typeText, valueFits } from "./config-type";
import { type ConfigValue, configValueOf, UNREADABLE } from "./config-value";
import type { Project } from "./project";
import { isFile, readText } from "./project-file";
import { type StackName, stackFile } from "./stacks";
import { type Problem, throwIfAny } from "./user-error";
import { type MapTree, parseTree, type Tree } from "./yaml-tree";

/** What the program of one stack is given. */
export interface StackConfig {
  organization: string;
  stack: string;
  /** Absent when the stack has no file. */
  file?: string;
  /** `namespace:name` to the string the language host passes in PULUMI_CONFIG: objects and lists as JSON, numbers as Go prints them. */
  values: Record<string, string>;
  /** For PULUMI_CONFIG_SECRET_KEYS. */
  secretKeys: string[];
  /** Keys with encrypted values, which are placeholders offline. All of them are in `secretKeys` too. */
  unreadable: string[];
  /** The line of the stack file a key is set on. */
  lines: Record<string, number>;
  /** What of the config cannot be read offline: encrypted values and Pulumi ESC environments. */
  notChecked: NotChecked[];
  /** What the real CLI warns about. */
  warnings: string[];
}

/** Values given on the command line, `namespace:name` or `name`; they win over the file. */
export type ConfigOverrides = ReadonlyMap<string, string>;

/** Reads and checks the config of a stack. Throws a `UserError` with everything that is wrong in the file. */
export function loadStackConfig(
  project: Project,
  name: string | StackName,
  overrides: ConfigOverrides = new Map(),
): StackConfig {
  const { organization, stack } = typeof name === "string" ? { organization: "organization", stack: name } : name;
  const file = stackFile(project, stack);
  const exists = isFile(file);
  const tree = exists ? parseTree(readText(file), file) : undefined;
  const problems: Problem[] = [];
  const values = new Map<ConfigKey, ConfigValue>();
  const lines = new Map<ConfigKey, number>();
  const map = asMap(tree, file, problems);
  if (map) readValues(map, project.name, file, values, lines, problems);
  const warnings = missingValueWarnings(values);
  applyOverrides(overrides, project.name, values, problems);
  applyDeclarations(project, exists ? file : project.file, stack, values, lines, problems);
  throwIfAny(problems);
  const pick = (test: (value: ConfigValue) => boolean) => [...values].filter(([, v]) => test(v)).map(([key]) => key);
  const unreadable = pick((value) => value.unreadable);
  return {
    organization,
    stack,
    ...(exists && { file }),
    values: Object.fromEntries(
      [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, value.text]),
    ),
    secretKeys: pick((value) => value.secret),
    unreadable,
    lines: Object.fromEntries(lines),
    notChecked: unreadableParts(unreadable, environmentsOf(map)),
    warnings,
  };
}

function unreadableParts(unreadable: readonly ConfigKey[], environments: readonly string[]): NotChecked[] {
  const found: NotChecked[] = [];
  if (unreadable.length > 0) {
    found.push({ what: "encrypted config values", detail: "a placeholder stands for each", items: [...unreadable] });
  }
  if (environments.length > 0) {
    found.push({ what: "Pulumi ESC environments", detail: "their config is missing", items: [...environments] });
  }
  return found;
}

function asMap(tree: Tree | undefined, file: string, problems: Problem[]): MapTree | undefined {
  if (!tree || (tree.kind === "scalar" && tree.scalar.kind === "null")) return undefined;
  if (tree.kind === "map") return tree;
  problems.push({ file, line: tree.line, message: "must be an object with `config:`" });
  return undefined;
}

function readValues(
  map: MapTree,
  projectName: string,
  file: string,
  values: Map<ConfigKey, ConfigValue>,
  lines: Map<ConfigKey, number>,
  problems: Problem[],
): void {
  const config = map.entries.get("config");
  if (!config || (config.value.kind === "scalar" && config.value.scalar.kind === "null")) return;
  if (config.value.kind !== "map") {
    problems.push({ file, line: config.line, message: '"config" must be an object of `namespace:name: value`' });
    return;
  }
  for (const [text, entry] of config.value.entries) {
    const at = { file, line: entry.line };
    const key = entry.keyIsString ? parseConfigKey(text, projectName) : undefined;
    const earlier = key && lines.get(key);
    const value = configValueOf(entry.value);
    if (!key) problems.push({ ...at, message: `"${text}" is not a config key`, hint: "use `namespace:name`" });
    else if (earlier)
      problems.push({ ...at, message: `"${key}" is already set on line ${earlier}`, hint: "keep one of the two" });
    else if (value.problem) problems.push({ ...at, message: `the value of "${key}" cannot be used: ${value.problem}` });
    if (!key) continue;
    values.set(key, value);
    lines.set(key, entry.line);
  }
}

function missingValueWarnings(values: ReadonlyMap<ConfigKey, ConfigValue>): string[] {
  const keys = [...values].filter(([, value]) => value.missing).map(([key]) => key);
  if (keys.length === 0) return [];
  return [`no value for config ${keys.join(", ")}: Pulumi reads that as the empty string; write "" to say so`];
}

function applyOverrides(
  overrides: ConfigOverrides,
  projectName: string,
  values: Map<ConfigKey, ConfigValue>,
  problems: Problem[],
): void {
  for (const [text, value] of overrides) {
    const key = parseConfigKey(text, projectName);
    if (key) values.set(key, { text: value, secret: false, unreadable: false, line: 0 });
    else problems.push({ message: `--config: "${text}" is not a config key`, hint: "use `namespace:name=value`" });
  }
}

/** Fills in what Pulumi.yaml says for keys the stack does not set, and checks the types it declares. */
function applyDeclarations(
  project: Project,
  file: string,
  stack: string,
  values: Map<ConfigKey, ConfigValue>,
  lines: ReadonlyMap<ConfigKey, number>,
  problems: Problem[],
): void {
  for (const declaration of project.config) {
    const value = values.get(declaration.key);
    if (value) checkType(declaration, value, { file, line: lines.get(declaration.key) }, problems);
    else if (declaration.fallback) values.set(declaration.key, declaration.fallback);
    else {
      const message = `stack "${stack}" does not set "${declaration.key}"`;
      const hint = `set it there, or give it a default (${path.basename(project.file)}, line ${declaration.line})`;
      problems.push({ file, message, hint });
    }
  }
}

function checkType(
  declaration: ConfigDeclaration,
  value: ConfigValue,
  at: { file: string; line: number | undefined },
  problems: Problem[],
): void {
  const { key, type } = declaration;
  const place = { file: at.file, ...(at.line && { line: at.line }) };
  if (value.unreadable && value.json === undefined) value.text = placeholderFor(type, UNREADABLE);
  if (!type) return;
  if (declaration.secret && !value.secret) {
    const hint = `run \`pulumi config set --secret ${key}\``;
    problems.push({ ...place, message: `"${key}" is declared secret and must be encrypted`, hint });
  } else if (!value.unreadable && !valueFits(type, value)) {
    const got =
      value.json === undefined ? JSON.stringify(value.text) : Array.isArray(value.json) ? "a list" : "an object";
    problems.push({ ...place, message: `"${key}" must be of type ${typeText(type)}; got ${got}` });
  }
}

/** `environment:` is a list of names or an inline definition with `imports`. */
function environmentsOf(map: MapTree | undefined): string[] {
  const tree = map?.entries.get("environment")?.value;
  const list = tree?.kind === "map" ? tree.entries.get("imports")?.value : tree;
  const names = list?.kind === "list" ? list.items.map(environmentName) : [];
  const hasInlineValues = tree?.kind === "map" && tree.entries.has("values");
  return hasInlineValues ? [...names, "inline definition"] : names;
}

function environmentName(tree: Tree): string {
  if (tree.kind === "scalar") return tree.scalar.kind === "string" ? tree.scalar.value : "unnamed";
  return tree.kind === "map" ? ([...tree.entries.keys()][0] ?? "unnamed") : "unnamed";
}
