// Writes resources as Terraform, for checkov to read.

import { type Example, unknownOf } from "../../policy/testing";
import { argumentsOf, membersOf, type Shapes } from "./argument-shapes";
import { terraformName, terraformTypeOf } from "./names";

const unknowns: ReadonlySet<unknown> = new Set(Object.values(unknownOf));

export function isUnknown(value: unknown): boolean {
  return unknowns.has(value);
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Where checkov finds the resource; undefined for a type that the table of types leaves out. */
export function addressOf({ type, name = "example" }: Example): string | undefined {
  const terraformType = terraformTypeOf(type);
  return terraformType === undefined ? undefined : `${terraformType}.${name.replace(/\W/g, "_")}`;
}

/** A block whose inside is not known has no form in Terraform. */
export function isWritable({ type, props }: Example): boolean {
  const shapes = argumentsOf(type);
  return terraformTypeOf(type) !== undefined && shapes !== undefined && hasKnownBlocks(props, shapes);
}

function hasKnownBlocks(values: object, shapes: Shapes): boolean {
  return Object.entries(values).every(([property, value]: [string, unknown]) => {
    const shape = shapes.get(property);
    if (shape?.kind !== "object" && shape?.kind !== "objects") return true;
    const blocks: unknown[] = Array.isArray(value) ? value : [value];
    return blocks.every((one) => !isUnknown(one) && (!isTable(one) || hasKnownBlocks(one, membersOf(shape.of))));
  });
}

export function toTerraform(stack: readonly Example[]): string {
  return stack.map((example) => resource(example, stack)).join("");
}

function resource(example: Example, stack: readonly Example[]): string {
  const [type, name] = addressOf(example)?.split(".") ?? [];
  const shapes = argumentsOf(example.type);
  if (type === undefined || name === undefined || shapes === undefined) return "";
  const reference = (property: string) => referenceOf(example, property, stack);
  return `resource "${type}" "${name}" {\n${lines(type, example.props, shapes, "  ", reference)}}\n`;
}

type Reference = (property: string) => string | undefined;

/** What the property was made from, by link or, as after a deployment, by its value: checkov joins by references only. */
function referenceOf(example: Example, property: string, stack: readonly Example[]): string | undefined {
  const value = example.props[property];
  const links = example.sources?.[property] ?? [];
  for (const other of stack) {
    const address = other === example ? undefined : addressOf(other);
    const { id, arn, bucket } = other.props;
    if (address === undefined) continue;
    if (links.includes(other.name ?? "example")) return `${address}.${/arn$/i.test(property) ? "arn" : "id"}`;
    if (isNamed(value, arn)) return `${address}.arn`;
    const isBucketOf = property === "bucket" && isBucket(other) && !isBucket(example) && isNamed(value, bucket);
    if (isNamed(value, id) || isBucketOf) return `${address}.id`;
  }
  return undefined;
}

function isBucket({ type }: Example): boolean {
  return terraformTypeOf(type) === "aws_s3_bucket";
}

function isNamed(value: unknown, name: unknown): boolean {
  return typeof value === "string" && value === name && !isUnknown(value);
}

function lines(type: string, values: object, shapes: Shapes, indent: string, reference: Reference): string {
  return Object.entries(values)
    .map(([property, value]: [string, unknown]) => {
      const shape = shapes.get(property);
      if (shape === undefined || value === undefined || value === null) return "";
      const name = terraformName(type, property, shape.kind === "objects");
      const source = reference(property);
      if (shape.kind === "object" || shape.kind === "objects") {
        const inside: Reference = (member) => (member === property ? undefined : source && fill(value, member, source));
        return [value]
          .flat()
          .filter(isTable)
          .map(
            (block) =>
              `${indent}${name} {\n${lines("", block, membersOf(shape.of), `${indent}  `, inside)}${indent}}\n`,
          )
          .join("");
      }
      const text = shape.kind === "text" && isTable(value) ? JSON.stringify(value) : value;
      const made = shape.kind === "list" && source !== undefined ? `[${source}]` : source;
      return `${indent}${name} = ${made ?? literal(text, indent)}\n`;
    })
    .join("");
}

/** Of a block that was made from a resource, what is not known of it stands for that resource. */
function fill(block: unknown, member: string, source: string): string | undefined {
  return [block].flat().some((one) => isTable(one) && isUnknown(one[member])) ? source : undefined;
}

function literal(value: unknown, indent: string): string {
  if (isUnknown(value)) return "var.not_known";
  if (Array.isArray(value)) return `[${value.map((one) => literal(one, indent)).join(", ")}]`;
  if (isTable(value)) {
    const members = Object.entries(value).map(
      ([key, one]) => `${indent}  ${quoted(key)} = ${literal(one, `${indent}  `)}\n`,
    );
    return `{\n${members.join("")}${indent}}`;
  }
  if (typeof value !== "string") return JSON.stringify(value);
  return /^\s*[{[]/.test(value) ? `<<DOCUMENT\n${escaped(value)}\nDOCUMENT` : quoted(value);
}

function quoted(text: string): string {
  return escaped(JSON.stringify(text));
}

/** `${aws:username}` in a policy is a text to AWS and an expression to Terraform. */
function escaped(text: string): string {
  return text.replace(/([$%])\{/g, "$1$1{");
}
