// Makes resources, as Pulumi has them at a preview, of what checkov has read in Terraform files.

import { type Example, unknown } from "../../policy/testing";
import { argumentsOf, membersOf, type Shape, type Shapes } from "./argument-shapes";
import type { Block } from "./checkov";
import { pulumiName, tokenOf } from "./names";
import { isUnknown } from "./to-terraform";

/** Resources are named by their addresses, which tells apart those of one name and several types. */
export function toPulumi(blocks: readonly Block[]): Example[] {
  const documents = new Map(
    blocks.filter(isPolicyDocument).map((block) => [`data.${addressOf(block)}`, policyOf(block)]),
  );
  const names = new Map(blocks.map((block) => [addressOf(block), nameOfBucket(block)]));
  return blocks.flatMap((block): Example | [] => {
    const type = tokenOf(block.type);
    const shapes = type === undefined ? undefined : argumentsOf(type);
    if (block.kind !== "resource" || type === undefined || shapes === undefined) return [];
    const converted = new Converter(block.type, documents, names);
    const props = converted.object(block.arguments, shapes);
    const sources = Object.fromEntries(
      Object.entries(block.arguments).flatMap(([argument, value]) => {
        const property = pulumiName(block.type, argument, (name) => shapes.has(name));
        const made = [...referencesIn(value)].filter((address) => names.has(address));
        return property === undefined || made.length === 0 ? [] : [[property, made] as const];
      }),
    );
    return { type, name: addressOf(block), props, sources };
  });
}

export function addressOf({ type, name }: Pick<Block, "type" | "name">): string {
  return `${type}.${name}`;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const reference = /\b(aws_\w+\.[\w-]+)(\[[^\]]*\])?\.\w+/g;
/** References, templates and calls of functions. */
const expression = /^(\$\{|(aws_\w+|var|local|data|module|each|count|path)[.[]|[a-z][a-z0-9_]*\()/;

/** With and without the key of `for_each`: only one of them is a resource. */
function* referencesIn(value: unknown): Iterable<string> {
  if (typeof value === "string")
    for (const [, address = "", key = ""] of value.matchAll(reference)) {
      yield address;
      if (key !== "") yield `${address}${key}`;
    }
  else if (typeof value === "object" && value !== null)
    for (const inside of Object.values(value)) yield* referencesIn(inside);
}

class Converter {
  constructor(
    readonly type: string,
    readonly documents: ReadonlyMap<string, object>,
    readonly buckets: ReadonlyMap<string, string>,
  ) {}

  object(values: Readonly<Record<string, unknown>>, shapes: Shapes): Record<string, unknown> {
    const props: Record<string, unknown> = {};
    for (const [argument, value] of Object.entries(values)) {
      const property = pulumiName(this.type, argument, (name) => shapes.has(name));
      const shape = property === undefined ? undefined : shapes.get(property);
      const converted = shape === undefined ? undefined : this.#value(value, shape);
      if (property !== undefined && converted !== undefined) props[property] = converted;
    }
    return props;
  }

  /** checkov wraps every value in a list, one for each time that the argument or block stands there. */
  #value(value: unknown, shape: Shape): unknown {
    const stated: readonly unknown[] = Array.isArray(value) ? value : [value];
    const [first] = stated;
    if (first === undefined || first === null) return undefined;
    // A list that takes one element is that element in Pulumi.
    const [only, ...others]: unknown[] = Array.isArray(first) ? first : [undefined, undefined];
    if (shape.kind === "text" && typeof only === "string" && others.length === 0) return this.#scalar(only);
    switch (shape.kind) {
      case "objects":
        return stated.flat().map((one) => (isTable(one) ? this.object(one, membersOf(shape.of)) : unknown));
      case "object":
        return isTable(first) ? this.object(first, membersOf(shape.of)) : unknown;
      case "list":
        // Beside a dynamic block every element has a list of its own.
        if (Array.isArray(first)) return first.flat().map((one) => this.#scalar(one));
        // In blocks that are written as a value, nothing is wrapped.
        return stated.length === 1 && isUnknown(this.#scalar(first)) ? unknown : stated.map((one) => this.#scalar(one));
      case "map":
        return isTable(first)
          ? Object.fromEntries(Object.entries(first).map(([key, one]) => [key, this.#scalar(one)]))
          : unknown;
      case "boolean":
        return first === "true" ? true : first === "false" ? false : this.#scalar(first);
      case "number":
        return typeof first === "string" && /^\d+$/.test(first) ? Number(first) : this.#scalar(first);
      case "text":
        return typeof first === "number" || typeof first === "boolean" ? String(first) : this.#scalar(first);
    }
  }

  #scalar(value: unknown): unknown {
    // What was a document in JSON, checkov has read already.
    if (typeof value === "object") return this.#document(value);
    if (typeof value !== "string") return value;
    const document = this.documents.get(value.replace(/^\$\{|\}$|\.(json|minified_json)\}?$/g, ""));
    if (document !== undefined) return this.#document(document);
    return expression.test(value) || value.includes("${aws_") ? unknown : value;
  }

  /** In a document a reference to a bucket is its ARN; others stay as they stand there, for no rule knows their form. */
  #document(document: unknown): string {
    return JSON.stringify(document).replace(
      /(?:\$\{)?(aws_s3_bucket\.[\w-]+)\.(arn|id|bucket)\}?/g,
      (_, address: string, attribute: string) =>
        `${attribute === "arn" ? "arn:aws:s3:::" : ""}${this.buckets.get(address) ?? address}`,
    );
  }
}

function nameOfBucket({ type, name, arguments: { bucket } }: Block): string {
  const [text]: unknown[] = Array.isArray(bucket) ? bucket : [];
  return type === "aws_s3_bucket" && typeof text === "string" && !expression.test(text) ? text : name;
}

function isPolicyDocument({ kind, type }: Block): boolean {
  return kind === "data" && type === "aws_iam_policy_document";
}

/** The document that `data.aws_iam_policy_document` makes of its blocks. */
function policyOf(block: Block): object {
  return { Version: "2012-10-17", Statement: tables(block.arguments.statement).map(statementOf) };
}

function statementOf(statement: Readonly<Record<string, unknown>>): object {
  const principals = (name: string) => {
    const blocks = tables(statement[name]).map((one) => [String(first(one.type)), first(one.identifiers)] as const);
    return blocks.some(([type]) => type === "*") ? "*" : Object.fromEntries(blocks);
  };
  const conditions: Record<string, Record<string, unknown>> = {};
  for (const { test, variable, values } of tables(statement.condition)) {
    const operator = String(first(test));
    conditions[operator] = { ...conditions[operator], [String(first(variable))]: first(values) };
  }
  return {
    Effect: first(statement.effect) ?? "Allow",
    ...lists(statement, { actions: "Action", not_actions: "NotAction" }),
    ...lists(statement, { resources: "Resource", not_resources: "NotResource" }),
    ...(statement.principals !== undefined && { Principal: principals("principals") }),
    ...(statement.not_principals !== undefined && { NotPrincipal: principals("not_principals") }),
    ...(statement.condition !== undefined && { Condition: conditions }),
  };
}

function lists(statement: Readonly<Record<string, unknown>>, names: Readonly<Record<string, string>>): object {
  return Object.fromEntries(
    Object.entries(names).flatMap(([theirs, ours]) =>
      statement[theirs] === undefined ? [] : [[ours, first(statement[theirs])]],
    ),
  );
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function tables(value: unknown): Record<string, unknown>[] {
  return [value].flat(2).filter(isTable);
}
