import { isInt64, type Scalar } from "./yaml-scalar";
import type { Tree } from "./yaml-tree";

/** What stands for a value that is encrypted in the stack file: there is no key offline. */
export const UNREADABLE = "[secret]";

/** JSON as it goes into an object or list value. BigInts keep integers above 2^53 exact, as Go does. */
export type ConfigJson = null | boolean | number | bigint | string | ConfigJson[] | { [key: string]: ConfigJson };

/** One config value in the form the language host hands to the program. */
export interface ConfigValue {
  /** The string a program gets: objects and lists are JSON. */
  text: string;
  /** Set for objects and lists. */
  json?: ConfigJson;
  secret: boolean;
  /** Somewhere inside is an encrypted value, for which `[secret]` stands. */
  unreadable: boolean;
  line: number;
  /** The key has no value at all; Pulumi reads that as "" and warns. */
  missing?: boolean;
  /** Anything that makes the value unusable. */
  problem?: string;
}

/** Reads the value of a key of a stack file. */
export function configValueOf(tree: Tree): ConfigValue {
  const { line } = tree;
  if (ciphertextOf(tree) !== undefined) return { text: UNREADABLE, secret: true, unreadable: true, line };
  if (tree.kind === "scalar") {
    const problem = scalarProblem(tree.scalar);
    const missing = tree.scalar.kind === "null" ? { missing: true } : {};
    return {
      text: scalarText(tree.scalar),
      secret: false,
      unreadable: false,
      line,
      ...missing,
      ...(problem && { problem }),
    };
  }
  const found = { secret: false };
  const json = jsonOf(tree, found);
  const problem = treeProblem(tree);
  return {
    text: goJson(json),
    json,
    secret: found.secret,
    unreadable: found.secret,
    line,
    ...(problem && { problem }),
  };
}

/** The value of an untyped tree as JSON, for settings that are not config (runtime options, defaults). */
export function plainJsonOf(tree: Tree): ConfigJson {
  return jsonOf(tree, { secret: false });
}

/** Pulumi's mark of an encrypted value: an object with the single key `secure` and a string in it. */
function ciphertextOf(tree: Tree): string | undefined {
  if (tree.kind !== "map" || tree.entries.size !== 1) return undefined;
  const value = tree.entries.get("secure")?.value;
  return value?.kind === "scalar" && value.scalar.kind === "string" ? value.scalar.value : undefined;
}

function jsonOf(tree: Tree, found: { secret: boolean }): ConfigJson {
  if (ciphertextOf(tree) !== undefined) {
    found.secret = true;
    return UNREADABLE;
  }
  if (tree.kind === "list") return tree.items.map((item) => jsonOf(item, found));
  if (tree.kind === "map") {
    // A null prototype: `__proto__` is an ordinary key of a config object.
    const object: { [key: string]: ConfigJson } = Object.create(null);
    for (const [key, entry] of tree.entries) object[key] = jsonOf(entry.value, found);
    return object;
  }
  switch (tree.scalar.kind) {
    case "null":
      return null;
    case "int":
      return isInt64(tree.scalar.value) ? tree.scalar.value : Number(tree.scalar.value);
    case "timestamp":
      return tree.scalar.text;
    default:
      return tree.scalar.value;
  }
}

/** The string of a top-level scalar: numbers lose their spelling (`1.0` becomes `1`, `0x1f` becomes `31`), as in the real CLI. */
export function scalarText(scalar: Scalar): string {
  switch (scalar.kind) {
    case "null":
      return "";
    case "timestamp":
      return scalar.text;
    default:
      return String(scalar.value);
  }
}

function scalarProblem(scalar: Scalar): string | undefined {
  if (scalar.kind === "float" && !Number.isFinite(scalar.value)) return "infinity and NaN are not config values";
  return undefined;
}

function treeProblem(tree: Tree): string | undefined {
  if (tree.kind === "scalar") return scalarProblem(tree.scalar);
  const children = tree.kind === "list" ? tree.items : [...tree.entries.values()].map((entry) => entry.value);
  for (const child of children) {
    const problem = treeProblem(child);
    if (problem) return problem;
  }
  return undefined;
}

/** JSON as Go writes it: keys in byte order, and `<`, `>`, `&`, U+2028 and U+2029 escaped. A program sees this very string. */
export function goJson(value: ConfigJson): string {
  if (Array.isArray(value)) return `[${value.map(goJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const keys = Object.keys(value).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    return `{${keys.map((key) => `${goJson(key)}:${goJson(value[key] ?? null)}`).join(",")}}`;
  }
  if (typeof value === "string") {
    return JSON.stringify(value).replace(
      /[<>&\u2028\u2029]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  }
  return String(value);
}
