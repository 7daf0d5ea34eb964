import { type ConfigKey, parseConfigKey } from "./config-key";
import { CONFIG_TYPES, type ConfigType, type ConfigTypeName, jsonFits, typeText } from "./config-type";
import { type ConfigValue, goJson, plainJsonOf, scalarText } from "./config-value";
import type { Problem } from "./user-error";
import type { MapEntry, MapTree, Tree } from "./yaml-tree";

/** One key of the `config:` block of Pulumi.yaml. */
export interface ConfigDeclaration {
  key: ConfigKey;
  line: number;
  type?: ConfigType;
  secret: boolean;
  /** What a stack that does not set the key gets: `default` of a project key, `value` of a provider key. */
  fallback?: ConfigValue;
}

const ATTRIBUTES = new Set(["type", "description", "items", "default", "value", "secret"]);

/** Reads the `config:` block. Problems are added to the list; a declaration with a problem is left out. */
export function readDeclarations(
  block: MapTree,
  projectName: string,
  file: string,
  problems: Problem[],
): ConfigDeclaration[] {
  const declarations: ConfigDeclaration[] = [];
  for (const [name, entry] of block.entries) {
    const messages: string[] = [];
    const key = parseConfigKey(name, projectName);
    if (!key) messages.push(`config key "${name}" must be \`name\` or \`namespace:name\``);
    const declaration = key
      ? readDeclaration(key, name, entry, key.startsWith(`${projectName}:`), messages)
      : undefined;
    problems.push(...messages.map((message) => ({ file, line: entry.line, message })));
    if (declaration && messages.length === 0) declarations.push(declaration);
  }
  return declarations;
}

function readDeclaration(
  key: ConfigKey,
  name: string,
  entry: MapEntry,
  isProjectKey: boolean,
  messages: string[],
): ConfigDeclaration | undefined {
  if (entry.value.kind !== "map") return readShorthand(key, name, entry.value, entry.line, messages);
  const attributes = entry.value.entries;
  for (const attribute of attributes.keys()) {
    if (!ATTRIBUTES.has(attribute)) {
      messages.push(`config key "${name}": "${attribute}" is not one of ${[...ATTRIBUTES].join(", ")}`);
    }
  }
  const type = readType(attributes.get("type")?.value, attributes.get("items")?.value, name, messages);
  const secret = readSecret(attributes.get("secret")?.value, name, messages);
  const defaultTree = present(attributes.get("default")?.value);
  const valueTree = present(attributes.get("value")?.value);
  if (defaultTree && valueTree) messages.push(`config key "${name}" has both "default" and "value"; keep one`);
  if (!isProjectKey) {
    if (type) messages.push(`config key "${name}" belongs to another namespace and cannot have a "type"`);
    if (defaultTree) messages.push(`config key "${name}" belongs to another namespace; use "value", not "default"`);
    else if (!valueTree) messages.push(`config key "${name}" belongs to another namespace and needs a "value"`);
  } else if (type && defaultTree && !jsonFits(type, plainJsonOf(defaultTree))) {
    messages.push(`the default of config key "${name}" is not of type ${typeText(type)}`);
  }
  const fallback = defaultTree ?? valueTree;
  return { key, line: entry.line, ...(type && { type }), secret, ...(fallback && { fallback: fallbackOf(fallback) }) };
}

/** `instanceSize: t3.micro` declares a default without a type. */
function readShorthand(
  key: ConfigKey,
  name: string,
  tree: Tree,
  line: number,
  messages: string[],
): ConfigDeclaration | undefined {
  const isPlain = tree.kind === "list" || (tree.kind === "scalar" && /string|int|bool/.test(tree.scalar.kind));
  if (isPlain) return { key, line, secret: false, fallback: fallbackOf(tree) };
  messages.push(
    `config key "${name}" must be a string, an integer, a boolean, a list, or an object with "type" or "default"`,
  );
  return undefined;
}

/** Go keeps text, integers and booleans as they are and turns everything else, floats too, into JSON. */
function fallbackOf(tree: Tree): ConfigValue {
  const base = { secret: false, unreadable: false, line: tree.line };
  if (tree.kind === "scalar" && tree.scalar.kind !== "float" && tree.scalar.kind !== "timestamp") {
    return { ...base, text: scalarText(tree.scalar) };
  }
  const json = plainJsonOf(tree);
  return { ...base, text: goJson(json), json };
}

function readType(
  tree: Tree | undefined,
  items: Tree | undefined,
  name: string,
  messages: string[],
): ConfigType | undefined {
  if (!tree) return undefined;
  const typeName = tree.kind === "scalar" && tree.scalar.kind === "string" ? tree.scalar.value : "";
  if (!isTypeName(typeName)) {
    messages.push(`the type of config key "${name}" must be one of ${CONFIG_TYPES.join(", ")}`);
    return undefined;
  }
  if (typeName !== "array") return { name: typeName };
  if (items?.kind !== "map") {
    messages.push(`config key "${name}" is an array and must say of what: items: { type: string }`);
    return undefined;
  }
  const of = readType(items.entries.get("type")?.value, items.entries.get("items")?.value, name, messages);
  if (!items.entries.has("type")) messages.push(`the items of config key "${name}" need a "type"`);
  return of && { name: "array", items: of };
}

function readSecret(tree: Tree | undefined, name: string, messages: string[]): boolean {
  if (!tree) return false;
  if (tree.kind === "scalar" && tree.scalar.kind === "bool") return tree.scalar.value;
  messages.push(`"secret" of config key "${name}" must be true or false`);
  return false;
}

function present(tree: Tree | undefined): Tree | undefined {
  return tree?.kind === "scalar" && tree.scalar.kind === "null" ? undefined : tree;
}

function isTypeName(text: string): text is ConfigTypeName {
  return CONFIG_TYPES.some((name) => name === text);
}
