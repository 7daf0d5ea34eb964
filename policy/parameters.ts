// What a rule lets the config decide, as data: config files are checked by it, their JSON schema is made from it, and rules read the
// values with their defaults.

import { isJsonObject } from "./json";

interface Described {
  readonly description: string;
}

/** A list of texts, such as `["eu-central-1"]`. */
export interface TextsParameter extends Described {
  readonly kind: "texts";
  /** What each entry must look like. */
  readonly pattern: string;
  readonly example: string;
  /** The rule checks nothing without it, and says so. */
  readonly isNeeded?: true;
}

/** One text. */
export interface TextParameter extends Described {
  readonly kind: "text";
  readonly pattern: string;
  readonly example: string;
}

/** One of a few words. */
export interface ChoiceParameter extends Described {
  readonly kind: "choice";
  readonly values: readonly string[];
  readonly default: string;
}

/** A whole number. */
export interface NumberParameter extends Described {
  readonly kind: "number";
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

/** Lists of texts by names, such as `{"acme": ["eu-central-1"]}`. */
export interface TextsByNameParameter extends Described {
  readonly kind: "textsByName";
  /** What each entry of the lists must look like. */
  readonly pattern: string;
  readonly example: Readonly<Record<string, readonly string[]>>;
}

/** Numbers by names, such as `{"restricted": 60}`. */
export interface NumbersByNameParameter extends Described {
  readonly kind: "numbersByName";
  readonly min: number;
  readonly max: number;
  readonly default: Readonly<Record<string, number>>;
}

export type ParameterSchema =
  | TextParameter
  | TextsParameter
  | ChoiceParameter
  | NumberParameter
  | TextsByNameParameter
  | NumbersByNameParameter;

export type ParameterSchemas = Readonly<Record<string, ParameterSchema>>;

/** The values of a rule's parameters, with their defaults. They have been checked, so reading them never fails. */
export class Parameters {
  constructor(
    private readonly schemas: ParameterSchemas = {},
    private readonly given: Readonly<Record<string, unknown>> = {},
  ) {}

  text(name: string): string | undefined {
    const value = this.given[name];
    return typeof value === "string" ? value : undefined;
  }

  texts(name: string): readonly string[] {
    const value = this.given[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  choice(name: string): string {
    const schema = this.#schema(name, "choice");
    return String(this.given[name] ?? schema.default);
  }

  number(name: string): number {
    const schema = this.#schema(name, "number");
    return Number(this.given[name] ?? schema.default);
  }

  textsByName(name: string): ReadonlyMap<string, readonly string[]> {
    const value = this.given[name];
    return new Map(
      Object.entries(isJsonObject(value) ? value : {}).map(([key, list]) => [
        key,
        Array.isArray(list) ? list.map(String) : [],
      ]),
    );
  }

  numbersByName(name: string): ReadonlyMap<string, number> {
    const schema = this.#schema(name, "numbersByName");
    const value = this.given[name];
    return new Map(Object.entries(isJsonObject(value) ? value : schema.default).map(([key, n]) => [key, Number(n)]));
  }

  /** Parameters without which the rule checks nothing, and that are not given. */
  get missing(): string[] {
    return Object.entries(this.schemas).flatMap(([name, schema]) =>
      schema.kind === "texts" && schema.isNeeded === true && this.texts(name).length === 0 ? name : [],
    );
  }

  #schema<K extends ParameterSchema["kind"]>(name: string, kind: K): Extract<ParameterSchema, { kind: K }> {
    const schema = this.schemas[name];
    if (schema === undefined || !isOfKind(schema, kind)) throw new Error(`the rule declares no ${kind} "${name}"`);
    return schema;
  }
}

function isOfKind<K extends ParameterSchema["kind"]>(
  schema: ParameterSchema,
  kind: K,
): schema is Extract<ParameterSchema, { kind: K }> {
  return schema.kind === kind;
}

/** Everything that is wrong with a value, each problem with its place. */
export function checkParameterValue(where: string, schema: ParameterSchema, value: unknown): string[] {
  switch (schema.kind) {
    case "text":
      return typeof value === "string" && new RegExp(schema.pattern).test(value)
        ? []
        : [`${where}: must be text such as "${schema.example}"`];
    case "texts":
      return checkTexts(where, schema, value);
    case "choice":
      return schema.values.some((each) => each === value)
        ? []
        : [`${where}: must be one of ${schema.values.map((each) => `"${each}"`).join(", ")}`];
    case "number":
      return checkNumber(where, schema, value);
    case "textsByName":
      return isJsonObject(value)
        ? Object.entries(value).flatMap(([name, list]) =>
            checkTexts(`${where}.${name}`, { ...schema, example: firstOf(schema.example) }, list),
          )
        : [`${where}: must be an object of lists such as ${JSON.stringify(schema.example)}`];
    case "numbersByName":
      return isJsonObject(value)
        ? Object.entries(value).flatMap(([name, each]) => checkNumber(`${where}.${name}`, schema, each))
        : [`${where}: must be an object of numbers such as ${JSON.stringify(schema.default)}`];
    default:
      return unreachable(schema);
  }
}

function checkTexts(where: string, schema: { pattern: string; example: string }, value: unknown): string[] {
  if (!Array.isArray(value)) return [`${where}: must be a list such as ["${schema.example}"]`];
  const pattern = new RegExp(schema.pattern);
  return value.flatMap((entry: unknown, i) =>
    typeof entry === "string" && pattern.test(entry)
      ? []
      : [`${where}[${i}]: must be text such as "${schema.example}"`],
  );
}

function checkNumber(where: string, { min, max }: { min: number; max: number }, value: unknown): string[] {
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max
    ? []
    : [`${where}: must be a whole number from ${min} to ${max}`];
}

function firstOf(example: TextsByNameParameter["example"]): string {
  return Object.values(example)[0]?.[0] ?? "";
}

/** The same as a JSON schema. */
export function parameterJsonSchema(schema: ParameterSchema): Record<string, unknown> {
  const { description } = schema;
  switch (schema.kind) {
    case "text":
      return { description, examples: [schema.example], ...text(schema.pattern) };
    case "texts":
      return { type: "array", description, examples: [[schema.example]], items: text(schema.pattern) };
    case "choice":
      return { description, enum: schema.values, default: schema.default };
    case "number":
      return { type: "integer", description, minimum: schema.min, maximum: schema.max, default: schema.default };
    case "textsByName":
      return {
        type: "object",
        description,
        examples: [schema.example],
        additionalProperties: { type: "array", items: text(schema.pattern) },
      };
    case "numbersByName":
      return {
        type: "object",
        description,
        default: schema.default,
        additionalProperties: { type: "integer", minimum: schema.min, maximum: schema.max },
      };
    default:
      return unreachable(schema);
  }
}

function text(pattern: string) {
  return { type: "string", pattern };
}

function unreachable(schema: never): never {
  throw new Error(`no such kind of parameter: ${JSON.stringify(schema)}`);
}
