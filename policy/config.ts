// What a policy config file may say: `{"all": level, "<rule>": level or {"enforcementLevel": level, …parameters}}`, and waivers by
// their id under `waivers`, the form of `pulumi preview --policy-pack-config`. The engine takes misspelt names without a word, so the
// pack checks them itself.

import { isJsonObject } from "./json";
import type { Level, Parameters, Rule } from "./rule";
import { suggest } from "./suggest";
import { checkWaiver } from "./waivers/check-waiver";

export const levels: readonly Level[] = ["advisory", "mandatory", "disabled"];

const levelWords = levels.map((level) => `"${level}"`).join(", ");

export class PolicyConfigError extends Error {
  override readonly name = "PolicyConfigError";

  constructor(
    readonly source: string,
    readonly problems: readonly string[],
  ) {
    super(
      `${source}: ${problems.length} ${problems.length === 1 ? "problem" : "problems"}\n${problems.map((p) => `  ${p}`).join("\n")}`,
    );
    // The SDK sends the stack to the engine, which would print it to the user.
    this.stack = this.message;
  }
}

/** Throws one PolicyConfigError with every problem in it. `source` is the file, as the user would name it. */
export function validateConfig(rules: readonly Rule[], config: unknown, source: string): void {
  const problems = isJsonObject(config)
    ? Object.entries(config).flatMap(([name, value]) => checkEntry(rules, name, value))
    : ["must be a JSON object with rule names as keys"];
  if (problems.length > 0) throw new PolicyConfigError(source, problems);
}

function checkEntry(rules: readonly Rule[], name: string, value: unknown): string[] {
  if (name === "all") return checkLevel(name, value);
  if (name === "waivers") return checkWaivers(rules, value);
  const rule = rules.find((candidate) => candidate.name === name);
  if (rule === undefined)
    return [`${name}: is not a rule of this pack${suggest(name, ["all", ...rules.map((r) => r.name), "waivers"])}`];
  if (!isJsonObject(value)) return checkLevel(name, value);
  return Object.entries(value).flatMap(([key, entry]) =>
    key === "enforcementLevel" ? checkLevel(`${name}.${key}`, entry) : checkParameter(rule, key, entry),
  );
}

function checkWaivers(rules: readonly Rule[], waivers: unknown): string[] {
  if (typeof waivers === "string") return checkLevel("waivers", waivers);
  if (!isJsonObject(waivers)) return ["waivers: must be an object of waivers by their ids"];
  return Object.entries(waivers).flatMap(([id, waiver]) =>
    id === "enforcementLevel" ? checkLevel("waivers.enforcementLevel", waiver) : checkWaiver(rules, id, waiver),
  );
}

function checkLevel(where: string, value: unknown): string[] {
  if (levels.some((level) => level === value)) return [];
  const because = value === "remediate" ? "; no rule of this pack changes resources" : "";
  return [`${where}: must be one of ${levelWords}${because}`];
}

function checkParameter(rule: Rule, key: string, value: unknown): string[] {
  const where = `${rule.name}.${key}`;
  const schema = Object.entries(rule.parameters ?? {}).find(([name]) => name === key)?.[1];
  if (schema === undefined) {
    return [
      `${where}: is not a parameter of this rule${suggest(key, ["enforcementLevel", ...Object.keys(rule.parameters ?? {})])}`,
    ];
  }
  if (!Array.isArray(value)) return [`${where}: must be a list such as ["${schema.example}"]`];
  const pattern = new RegExp(schema.pattern);
  return value.flatMap((entry: unknown, i) =>
    typeof entry === "string" && pattern.test(entry)
      ? []
      : [`${where}[${i}]: must be text such as "${schema.example}"`],
  );
}

/** The rule's parameters from its part of the config. Throws a PolicyConfigError where they are not what the rule declares. */
export function readParameters(rule: Rule, config: Readonly<Record<string, unknown>>): Parameters {
  if (rule.parameters === undefined && Object.keys(config).length === 0) return {};
  const problems = Object.entries(config).flatMap(([key, value]) => checkParameter(rule, key, value));
  if (problems.length > 0) throw new PolicyConfigError("policy config", problems);
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((entry: unknown) => String(entry)) : [],
    ]),
  );
}
