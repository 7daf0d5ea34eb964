import type { Alias, Document, Node, Pair, Scalar as YamlScalar } from "yaml";
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from "yaml";
import { type Problem, throwIfAny, UserError } from "./user-error";
import { resolvePlain, resolveTagged, type Scalar } from "./yaml-scalar";

/** A YAML document as Pulumi sees it: aliases and merge keys expanded, scalars typed, every node with its line. */
export type Tree = ScalarTree | ListTree | MapTree;

export interface ScalarTree {
  kind: "scalar";
  scalar: Scalar;
  line: number;
}

export interface ListTree {
  kind: "list";
  items: Tree[];
  line: number;
}

export interface MapTree {
  kind: "map";
  entries: Map<string, MapEntry>;
  line: number;
}

export interface MapEntry {
  /** The key was a string in YAML, not a number, boolean or null. */
  keyIsString: boolean;
  line: number;
  value: Tree;
}

/** A project or stack file is a page or two; past this it is a mistake or an attack, and would cost seconds. */
const MAX_BYTES = 4 * 1024 * 1024;
/** Nodes after expanding aliases: stops "billion laughs" documents, which are a few hundred bytes long. */
const MAX_NODES = 100_000;
const MAX_DEPTH = 100;

/** Parses the first document of a file's text; undefined for an empty one. Throws every syntax error at once. */
export function parseTree(text: string, file: string): Tree | undefined {
  if (Buffer.byteLength(text) > MAX_BYTES)
    throw new UserError({ file, message: `is larger than ${MAX_BYTES / 1024 / 1024} MiB` });
  const lines = new LineCounter();
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  // "failsafe" leaves every scalar a string: typing them is go-yaml's business, in yaml-scalar.ts.
  const document = firstDocument(source, lines);
  if (!document) return undefined;
  // Later errors are mostly echoes of the first: one a line is what helps.
  const problems = new Map<number, Problem>();
  for (const error of document.errors) {
    const { line } = lines.linePos(error.pos[0]);
    // The parser recurses, and reports its own stack overflow like a fault of the text.
    const isTooDeep = /call stack/i.test(error.message);
    const message = isTooDeep ? "is nested too deeply" : `is not valid YAML: ${lowerFirst(error.message)}`;
    if (!problems.has(line)) problems.set(line, { file, line, message });
  }
  throwIfAny([...problems.values()]);
  return document.contents === null ? undefined : new Expansion(document, lines, file).run();
}

function firstDocument(source: string, lineCounter: LineCounter): Document | undefined {
  const documents = parseAllDocuments(source, {
    schema: "failsafe",
    uniqueKeys: false,
    lineCounter,
    prettyErrors: false,
    logLevel: "silent",
  });
  return Array.isArray(documents) ? documents[0] : undefined;
}

class Expansion {
  private readonly problems: Problem[] = [];
  private nodes = 0;

  constructor(
    private readonly document: Document,
    private readonly lines: LineCounter,
    private readonly file: string,
  ) {}

  run(): Tree | undefined {
    const tree = this.document.contents === null ? undefined : this.expand(this.document.contents, 0, []);
    throwIfAny(this.problems);
    return tree;
  }

  private expand(node: Node | null, depth: number, open: readonly string[]): Tree {
    this.nodes += 1;
    if (this.nodes > MAX_NODES) {
      throw new UserError({
        file: this.file,
        message: `has more than ${MAX_NODES} values once its aliases are expanded`,
      });
    }
    const line = this.lineOf(node);
    if (depth > MAX_DEPTH) {
      throw new UserError({ file: this.file, line, message: `is nested more than ${MAX_DEPTH} levels deep` });
    }
    if (isAlias(node)) return this.expandAlias(node, depth, open, line);
    if (isMap(node)) return this.expandMap(node.items as Pair<Node, Node | null>[], depth, open, line);
    if (isSeq(node)) {
      return { kind: "list", line, items: (node.items as Node[]).map((item) => this.expand(item, depth + 1, open)) };
    }
    return { kind: "scalar", line, scalar: isScalar(node) ? this.scalarOf(node, line) : { kind: "null" } };
  }

  private expandAlias(node: Alias, depth: number, open: readonly string[], line: number): Tree {
    const target = node.resolve(this.document);
    if (!target || open.includes(node.source)) {
      const message = target ? `the alias *${node.source} contains itself` : `the alias *${node.source} has no anchor`;
      throw new UserError({ file: this.file, line, message });
    }
    return this.expand(target, depth + 1, [...open, node.source]);
  }

  private expandMap(pairs: Pair<Node, Node | null>[], depth: number, open: readonly string[], line: number): MapTree {
    const own = new Map<string, MapEntry>();
    const merged: MapTree[] = [];
    for (const pair of pairs) {
      const keyLine = this.lineOf(pair.key);
      const key = this.expand(pair.key, depth + 1, open);
      if (key.kind !== "scalar") {
        this.problems.push({ file: this.file, line: keyLine, message: "a list or an object cannot be a key" });
        continue;
      }
      const value = this.expand(pair.value, depth + 1, open);
      if (isScalar(pair.key) && pair.key.value === "<<" && pair.key.type === "PLAIN") {
        merged.push(...this.mergeSources(value, keyLine));
        continue;
      }
      const name = keyText(key.scalar);
      const earlier = own.get(name);
      if (earlier) {
        const message = `the key "${name}" is already set on line ${earlier.line}`;
        this.problems.push({ file: this.file, line: keyLine, message, hint: "keep one of the two" });
        continue;
      }
      own.set(name, { keyIsString: key.scalar.kind === "string", line: keyLine, value });
    }
    for (const source of merged) for (const [key, entry] of source.entries) if (!own.has(key)) own.set(key, entry);
    return { kind: "map", line, entries: own };
  }

  private mergeSources(value: Tree, line: number): MapTree[] {
    const sources = value.kind === "list" ? value.items : [value];
    const maps = sources.filter((source): source is MapTree => source.kind === "map");
    if (maps.length !== sources.length) {
      this.problems.push({ file: this.file, line, message: "the merge key << takes an object or a list of objects" });
    }
    return maps;
  }

  private scalarOf(node: YamlScalar, line: number): Scalar {
    // Not `value`: a tag that the library knows has turned it into something else.
    const text = node.source ?? String(node.value ?? "");
    if (node.tag !== undefined && node.tag !== "tag:yaml.org,2002:str") {
      const scalar = resolveTagged(node.tag, text);
      if (scalar) return scalar;
      this.problems.push({
        file: this.file,
        line,
        message: `"${text}" does not fit its tag !!${node.tag.replace(/^.*[:!]/, "")}`,
      });
    }
    if (node.tag === undefined && (node.type === "PLAIN" || node.type === undefined)) return resolvePlain(text);
    return { kind: "string", value: text };
  }

  private lineOf(node: Node | null): number {
    return node?.range ? this.lines.linePos(node.range[0]).line : 1;
  }
}

/** A key as Go prints it: a key that is not a string keeps its value's text. */
function keyText(scalar: Scalar): string {
  switch (scalar.kind) {
    case "null":
      return "<nil>";
    case "timestamp":
      return scalar.text;
    default:
      return String(scalar.value);
  }
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
