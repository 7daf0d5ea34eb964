import type { Property } from "../../aws/reading";

/** What is set at the end of the path; "[]" is every element of a list. Where something on the way is not known, that is the answer. */
export function follow(property: Property, path: readonly string[]): Property[] {
  const [key, ...rest] = path;
  if (property.state === "unknown") return [property];
  if (key === undefined) return property.state === "absent" || property.isEmpty ? [] : [property];
  if (key !== "[]") return follow(property.at(key), rest);
  return property.isList ? property.items.flatMap((item) => follow(item, rest)) : follow(property, rest);
}
