import { isJsonObject } from "../json";
import type { Rule } from "../rule";
import { suggest } from "../suggest";
import { isDay, type WaiverField, waiverFields, waiverId } from "./fields";

/** Everything that is wrong with one waiver of a config. */
export function checkWaiver(rules: readonly Rule[], id: string, waiver: unknown): string[] {
  if (!new RegExp(waiverId).test(id))
    return [`waivers[${JSON.stringify(id)}]: is no id; use at most 64 lower-case letters, digits and hyphens`];
  const where = `waivers.${id}`;
  const fields = Object.entries(waiverFields);
  if (!isJsonObject(waiver)) return [`${where}: must be an object with ${fields.flatMap(requiredKey).join(", ")}`];
  const unknown = Object.keys(waiver).filter((key) => !Object.hasOwn(waiverFields, key));
  return [
    ...fields.flatMap(([key, field]) =>
      checkField(rules, key, field, waiver[key]).map((problem) => `${where}.${key}: ${problem}`),
    ),
    ...unknown.map((key) => `${where}.${key}: is not a key of a waiver${suggest(key, Object.keys(waiverFields))}`),
  ];
}

function requiredKey([key, { isOptional }]: [string, WaiverField]): string[] {
  return isOptional ? [] : [key];
}

function checkField(rules: readonly Rule[], key: string, field: WaiverField, value: unknown): string[] {
  const { form, examples, pattern, isOptional } = field;
  const must = `must be ${form}, such as ${examples.map((example) => `"${example}"`).join(" or ")}`;
  if (value === undefined) return isOptional ? [] : [`is missing; it ${must}`];
  if (typeof value !== "string" || !new RegExp(pattern, "u").test(value)) return [must];
  if (key === "policy") return checkRule(rules, value);
  return key === "expires" && !isDay(value) ? ["is not a day of the calendar"] : [];
}

function checkRule(rules: readonly Rule[], name: string): string[] {
  const known = rules.map((rule) => rule.name);
  return known.includes(name) ? [] : [`is not a rule of this pack${suggest(name, known)}`];
}
