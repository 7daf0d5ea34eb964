import type { ErrorObject } from "ajv";
import { closest } from "./closest";
import { surelyMatches } from "./quick-schema";
import { UserError } from "./user-error";

const LEVELS = ["advisory", "mandatory", "remediate", "disabled"];

/** Without a schema only the outer form is known: a policy name, and for each a level or an object with settings. */
export function findShapeProblems(config: Record<string, unknown>): string[] {
  const problems: string[] = [];
  for (const [policy, setting] of Object.entries(config)) {
    const level = typeof setting === "object" && setting !== null ? levelOf(setting) : setting;
    if (typeof setting !== "string" && (typeof setting !== "object" || setting === null || Array.isArray(setting))) {
      problems.push(`"${policy}" must be an enforcement level or an object; got ${JSON.stringify(setting)}`);
    } else if (level !== undefined && !LEVELS.includes(String(level))) {
      problems.push(
        `"${policy}": the enforcement level must be one of ${LEVELS.join(", ")}; got ${JSON.stringify(level)}`,
      );
    }
  }
  return problems;
}

/** Every violation of the pack's own schema, unknown policy names and keys included. */
export function findConfigProblems(
  config: Record<string, unknown>,
  schema: Record<string, unknown>,
  schemaFile: string,
): string[] {
  if (surelyMatches(schema, config)) return [];
  // Loaded here because it costs 50 ms, and a config without a fault does not need it.
  const { Ajv } = require("ajv") as typeof import("ajv");
  const { $schema: _dialect, ...rules } = schema;
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false, verbose: true });
  let validate: import("ajv").ValidateFunction;
  try {
    validate = ajv.compile(rules);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UserError({ file: schemaFile, message: `is not a usable JSON schema: ${message}` });
  }
  if (validate(config)) return [];
  return [...new Set(causes(validate.errors ?? []).map(explain))];
}

function levelOf(setting: object): unknown {
  return "enforcementLevel" in setting ? setting.enforcementLevel : undefined;
}

/**
 * A setting is "a level or an object": where it is neither, the list of levels says enough; where it is an object, only what is
 * wrong inside of it. `anyOf`, `if` and `propertyNames` merely say that the errors beside them happened.
 */
function causes(errors: readonly ErrorObject[]): ErrorObject[] {
  const enums = new Set(errors.filter((error) => error.keyword === "enum").map((error) => error.instancePath));
  return errors.filter((error) => {
    if (["anyOf", "oneOf", "if", "propertyNames"].includes(error.keyword)) return false;
    if (error.keyword === "type") return !enums.has(error.instancePath);
    return !(error.keyword === "enum" && typeof error.data === "object" && error.data !== null);
  });
}

/** More names than these nobody reads. */
const LISTED_NAMES = 12;

function whatIsKnown(name: string, known: readonly string[]): string {
  if (known.length === 0) return "";
  if (known.length <= LISTED_NAMES) return `; known: ${known.join(", ")}`;
  const near = closest(name, known);
  return near === undefined ? `; ${known.length} others are known` : `; did you mean "${near}"?`;
}

function explain(error: ErrorObject): string {
  const at = error.instancePath.split("/").slice(1).map(unescapePointer).join(".");
  const where = `${at === "" ? "" : `"${at}": `}${error.propertyName === undefined ? "" : "each name "}`;
  switch (error.keyword) {
    case "additionalProperties":
    case "unevaluatedProperties": {
      const name = String(error.params.additionalProperty ?? error.params.unevaluatedProperty);
      const known = knownNames(error.parentSchema);
      const kind = at === "" ? "policy" : "setting";
      return `${where}unknown ${kind} "${name}"${whatIsKnown(name, known)}`;
    }
    case "enum":
      return `${where}must be one of ${[error.params.allowedValues].flat().map(String).join(", ")}; got ${JSON.stringify(error.data)}`;
    case "pattern":
      return `${where}${likeExamples(error.parentSchema) ?? error.message}; got ${JSON.stringify(error.data)}`;
    default:
      return `${where}${error.message ?? "is not valid"}; got ${JSON.stringify(error.data)}`;
  }
}

/** A regular expression says less than the examples that stand beside it. */
function likeExamples(schema: unknown): string | undefined {
  if (typeof schema !== "object" || schema === null || !("examples" in schema)) return undefined;
  return `must be like ${[schema.examples]
    .flat()
    .map((example) => JSON.stringify(example))
    .join(" or ")}`;
}

function knownNames(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null || !("properties" in schema)) return [];
  return Object.keys(Object(schema.properties)).sort();
}

function unescapePointer(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}
