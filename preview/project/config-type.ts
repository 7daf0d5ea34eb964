import type { ConfigJson, ConfigValue } from "./config-value";

/** The types that Pulumi.yaml may declare a config key to have. */
export const CONFIG_TYPES = ["string", "integer", "boolean", "array", "object"] as const;
export type ConfigTypeName = (typeof CONFIG_TYPES)[number];

/** A declared type; an array says what it holds. */
export interface ConfigType {
  name: ConfigTypeName;
  items?: ConfigType;
}

/** As Pulumi spells it in its messages: `array<integer>`. */
export function typeText(type: ConfigType): string {
  return type.items ? `array<${typeText(type.items)}>` : type.name;
}

/**
 * Whether a value of a stack file fits. Scalars are compared by their text, so a quoted "15" is an integer
 * and a bare 5 is a string, exactly as `pulumi preview` accepts them.
 */
export function valueFits(type: ConfigType, value: ConfigValue): boolean {
  return jsonFits(type, value.json === undefined ? value.text : value.json);
}

/** The same for JSON: a default in Pulumi.yaml, or an item of a list. */
export function jsonFits(type: ConfigType, value: ConfigJson): boolean {
  switch (type.name) {
    case "string":
      return typeof value === "string";
    case "integer":
      if (typeof value === "bigint") return true;
      if (typeof value === "number") return Number.isInteger(value);
      return typeof value === "string" && /^[-+]?[0-9]+$/.test(value);
    case "boolean":
      return typeof value === "boolean" || value === "true" || value === "false";
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "array": {
      const { items } = type;
      return items !== undefined && Array.isArray(value) && value.every((item) => jsonFits(items, item));
    }
  }
}

/** What a program gets for an encrypted value of this type: something its `requireNumber` or `requireObject` can read. */
export function placeholderFor(type: ConfigType | undefined, unreadable: string): string {
  switch (type?.name) {
    case "integer":
      return "0";
    case "boolean":
      return "false";
    case "array":
      return "[]";
    case "object":
      return "{}";
    default:
      return unreadable;
  }
}
