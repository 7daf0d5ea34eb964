import path from "node:path";
import { type ConfigDeclaration, readDeclarations } from "./config-declarations";
import { type ConfigJson, plainJsonOf } from "./config-value";
import { findProjectFile, readText } from "./project-file";
import { type Problem, throwIfAny, UserError } from "./user-error";
import { type MapTree, parseTree, type Tree } from "./yaml-tree";

/** `runtime.options` of Pulumi.yaml, the ones the Node.js language host reads. */
export interface RuntimeOptions {
  /** Whether the language host would load TypeScript by itself. @default true */
  typescript?: boolean;
  /** Flags for the `node` process of the program, as one string. */
  nodeargs?: string;
  packagemanager?: string;
}

/** A Pulumi project: what its Pulumi.yaml says, checked. */
export interface Project {
  name: string;
  /** The folder of Pulumi.yaml. */
  root: string;
  file: string;
  /** The program, relative to the root; without it the root itself is the program. */
  main?: string;
  runtime: { name: "nodejs"; options: RuntimeOptions };
  config: ConfigDeclaration[];
  /** Where the stack files are. */
  stackDir: string;
}

const PROJECT_NAME = /^[A-Za-z0-9_.-]{1,100}$/;

/** Finds and reads the project of a folder. Throws a `UserError` with everything that is wrong in the file. */
export function loadProject(cwd: string): Project {
  const file = findProjectFile(path.resolve(cwd));
  const tree = parseTree(readText(file), file);
  if (tree?.kind !== "map") {
    throw new UserError({
      file,
      message: tree ? "must be an object" : "is empty",
      hint: "it needs `name:` and `runtime: nodejs`",
    });
  }
  const problems: Problem[] = [];
  const root = path.dirname(file);
  const reader = new FieldReader(tree, file, problems);
  const name = readName(reader);
  const runtime = readRuntime(reader);
  const main = reader.string("main");
  const declared = tree.entries.get("config")?.value;
  // `config: some/dir` is the old spelling of `stackConfigDir: some/dir`.
  const oldConfigDir =
    declared?.kind === "scalar" && declared.scalar.kind === "string" ? declared.scalar.value : undefined;
  if (declared?.kind === "list") reader.problem("config", '"config" must be an object of config keys');
  const config = declared?.kind === "map" ? readDeclarations(declared, name, file, problems) : [];
  const stackConfigDir = reader.string("stackConfigDir");
  if (oldConfigDir !== undefined && stackConfigDir !== undefined) {
    reader.problem("config", '"config" and "stackConfigDir" both name a folder; keep "stackConfigDir"');
  }
  throwIfAny(problems);
  const stackDir = path.join(root, stackConfigDir ?? oldConfigDir ?? "");
  return { name, root, file, ...(main !== undefined && { main }), runtime, config, stackDir };
}

function readName(reader: FieldReader): string {
  const name = reader.string("name");
  if (name === undefined) {
    if (!reader.has("name")) reader.problem(undefined, 'has no "name"', "add `name: my-project`");
    return "";
  }
  if (!PROJECT_NAME.test(name)) {
    reader.problem("name", `"name" may only hold letters, digits, "-", "_" and "." (at most 100); got "${name}"`);
  }
  return name;
}

function readRuntime(reader: FieldReader): Project["runtime"] {
  const tree = reader.tree("runtime");
  if (!tree) {
    reader.problem(undefined, 'has no "runtime"', "add `runtime: nodejs`");
    return { name: "nodejs", options: {} };
  }
  const isObject = tree.kind === "map";
  const fields = isObject ? new FieldReader(tree, reader.file, reader.problems, "runtime.") : reader;
  const name = fields.string(isObject ? "name" : "runtime");
  if (isObject && name === undefined && !fields.has("name")) reader.problem("runtime", '"runtime" has no "name"');
  if (name !== undefined && name !== "nodejs") {
    reader.problem(
      "runtime",
      `the runtime is "${name}"; the offline preview runs Node.js programs only`,
      "use `runtime: nodejs`",
    );
  }
  const options = isObject ? fields.tree("options") : undefined;
  return { name: "nodejs", options: options ? readOptions(options, fields) : {} };
}

function readOptions(tree: Tree, parent: FieldReader): RuntimeOptions {
  if (tree.kind !== "map") {
    parent.problem("options", '"runtime.options" must be an object');
    return {};
  }
  const fields = new FieldReader(tree, parent.file, parent.problems, "runtime.options.");
  const typescript = fields.boolean("typescript");
  const nodeargs = fields.string("nodeargs");
  const packagemanager = fields.string("packagemanager");
  return {
    ...(typescript !== undefined && { typescript }),
    ...(nodeargs !== undefined && { nodeargs }),
    ...(packagemanager !== undefined && { packagemanager }),
  };
}

/** Reads fields of one object and notes those of the wrong type. */
class FieldReader {
  constructor(
    private readonly map: MapTree,
    readonly file: string,
    readonly problems: Problem[],
    private readonly prefix = "",
  ) {}

  /** Absent and null are the same. */
  tree(field: string): Tree | undefined {
    const tree = this.map.entries.get(field)?.value;
    return tree?.kind === "scalar" && tree.scalar.kind === "null" ? undefined : tree;
  }

  has(field: string): boolean {
    return this.tree(field) !== undefined;
  }

  string(field: string): string | undefined {
    const value = this.plain(field);
    if (value === undefined || typeof value === "string") return value;
    this.problem(field, `"${this.prefix}${field}" must be text; put it in quotes`);
    return undefined;
  }

  boolean(field: string): boolean | undefined {
    const value = this.plain(field);
    if (value === undefined || typeof value === "boolean") return value;
    this.problem(field, `"${this.prefix}${field}" must be true or false`);
    return undefined;
  }

  problem(field: string | undefined, message: string, hint?: string): void {
    const line = field === undefined ? undefined : this.map.entries.get(field)?.line;
    this.problems.push({ file: this.file, ...(line && { line }), message, ...(hint && { hint }) });
  }

  private plain(field: string): ConfigJson | undefined {
    const tree = this.tree(field);
    return tree && plainJsonOf(tree);
  }
}
