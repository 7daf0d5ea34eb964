// Says "yes, this is valid" for the few JSON Schema keywords that policy pack settings use, and "not sure" for everything else.
// Who is not sure asks Ajv, which knows the whole standard and explains what is wrong.

type Schema = Record<string, unknown>;

/** Keywords that never make a value invalid. */
const NOTES = new Set(["$schema", "$id", "$comment", "title", "description", "default", "examples"]);

/** True only if the value is valid. */
export function surelyMatches(schema: unknown, value: unknown): boolean {
  if (schema === true) return true;
  return isObject(schema) && Object.entries(schema).every(([keyword, rule]) => holds(keyword, rule, schema, value));
}

function holds(keyword: string, rule: unknown, schema: Schema, value: unknown): boolean {
  if (NOTES.has(keyword)) return true;
  switch (keyword) {
    case "type":
      return typeof rule === "string" && hasType(rule, value);
    case "enum":
      return Array.isArray(rule) && rule.includes(value);
    case "const":
      return rule === value;
    case "anyOf":
      return Array.isArray(rule) && rule.some((option) => surelyMatches(option, value));
    case "items":
      return !Array.isArray(value) || value.every((item) => surelyMatches(rule, item));
    case "minItems":
      return !Array.isArray(value) || (typeof rule === "number" && value.length >= rule);
    case "minLength":
      return typeof value !== "string" || (typeof rule === "number" && [...value].length >= rule);
    case "minimum":
      return typeof value !== "number" || (typeof rule === "number" && value >= rule);
    case "maximum":
      return typeof value !== "number" || (typeof rule === "number" && value <= rule);
    case "pattern":
      return typeof value !== "string" || (typeof rule === "string" && new RegExp(rule, "u").test(value));
    case "required":
      return !isObject(value) || (Array.isArray(rule) && rule.every((name) => Object.hasOwn(value, String(name))));
    case "properties":
      return (
        !isObject(value) ||
        (isObject(rule) && Object.entries(rule).every(([name, part]) => partHolds(name, part, value)))
      );
    case "propertyNames":
      return !isObject(value) || Object.keys(value).every((name) => surelyMatches(rule, name));
    case "additionalProperties":
      return !isObject(value) || othersHold(rule, schema, value);
    default:
      return false;
  }
}

function partHolds(name: string, part: unknown, value: Schema): boolean {
  return !Object.hasOwn(value, name) || surelyMatches(part, value[name]);
}

function othersHold(rule: unknown, schema: Schema, value: Schema): boolean {
  if ("patternProperties" in schema) return false;
  const known = isObject(schema.properties) ? schema.properties : {};
  return Object.keys(value).every(
    (name) => Object.hasOwn(known, name) || (rule !== false && surelyMatches(rule, value[name])),
  );
}

function hasType(type: string, value: unknown): boolean {
  switch (type) {
    case "object":
      return isObject(value);
    case "array":
      return Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    case "number":
    case "string":
    case "boolean":
      return typeof value === type;
    default:
      return type === "null" && value === null;
  }
}

function isObject(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
