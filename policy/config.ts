// What a policy config file may say: `{"all": level, "<rule>": level or {"enforcementLevel": level, …parameters}}`, and waivers by
// their id under `waivers`, the form of `pulumi preview --policy-pack-config`. The engine takes misspelt names without a word, so the
// pack checks them itself.

import { isDeepStrictEqual } from "node:util";
import { isJsonObject } from "./json";
import { checkParameterValue, type ParameterSchemas, Parameters } from "./parameters";
import { profileParameters } from "./profiles/profile-policy";
import type { Level, Rule } from "./rule";
import { suggest } from "./suggest";
import { baselineId } from "./waivers/baseline";
import { checkWaiver } from "./waivers/check-waiver";

/** Those that every rule takes. */
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
  if (name === "profile") return checkProfile(rules, value);
  const rule = rules.find((candidate) => candidate.name === name);
  if (rule === undefined)
    return [
      `${name}: is not a rule of this pack${suggest(name, ["all", ...rules.map((r) => r.name), "profile", "waivers"])}`,
    ];
  if (!isJsonObject(value)) return checkLevel(name, value, rule);
  return Object.entries(value).flatMap(([key, entry]) =>
    key === "enforcementLevel"
      ? checkLevel(`${name}.${key}`, entry, rule)
      : checkParameter(name, rule.parameters ?? {}, key, entry),
  );
}

function checkProfile(rules: readonly Rule[], profile: unknown): string[] {
  if (!isJsonObject(profile)) return ['profile: must be an object such as {"name": "baseline"}'];
  const also = Array.isArray(profile.also) ? profile.also : [];
  const known = rules.map((rule) => rule.name);
  return [
    ...Object.entries(profile).flatMap(([key, entry]) =>
      key === "enforcementLevel"
        ? checkLevel(`profile.${key}`, entry)
        : checkParameter("profile", profileParameters, key, entry),
    ),
    ...also.flatMap((name: unknown, i) =>
      typeof name !== "string" || known.includes(name)
        ? []
        : [`profile.also[${i}]: is not a rule of this pack${suggest(name, known)}`],
    ),
  ];
}

function checkWaivers(rules: readonly Rule[], waivers: unknown): string[] {
  if (typeof waivers === "string") return checkLevel("waivers", waivers);
  if (!isJsonObject(waivers)) return ["waivers: must be an object of waivers by their ids"];
  return Object.entries(waivers).flatMap(([id, waiver]) =>
    id === "enforcementLevel"
      ? checkLevel("waivers.enforcementLevel", waiver)
      : id === baselineId
        ? checkBaseline(waiver)
        : checkWaiver(rules, id, waiver),
  );
}

function checkBaseline(baseline: unknown): string[] {
  return isJsonObject(baseline) && typeof baseline.file === "string" && Object.keys(baseline).length === 1
    ? []
    : [
        'waivers.baseline: must be an object with the path of a file from the pack\'s folder, such as {"file": "baseline.json"}',
      ];
}

function checkLevel(where: string, value: unknown, rule?: Rule): string[] {
  if (levels.some((level) => level === value)) return [];
  if (value === "remediate" && rule?.remediate !== undefined) return [];
  const because = value === "remediate" && rule !== undefined ? "; this rule changes no resources" : "";
  return [`${where}: must be one of ${levelWords}${because}`];
}

function checkParameter(owner: string, schemas: ParameterSchemas, key: string, value: unknown): string[] {
  const where = `${owner}.${key}`;
  const schema = Object.hasOwn(schemas, key) ? schemas[key] : undefined;
  if (schema === undefined)
    return [`${where}: is not a parameter of this rule${suggest(key, ["enforcementLevel", ...Object.keys(schemas)])}`];
  return checkParameterValue(where, schema, value);
}

/** The rule's parameters from its part of the config. Throws a PolicyConfigError where they are not what the rule declares. */
export function readParameters(rule: Rule, config: Readonly<Record<string, unknown>>): Parameters {
  const schemas = rule.parameters ?? {};
  const problems = Object.entries(config).flatMap(([key, value]) => checkParameter(rule.name, schemas, key, value));
  if (problems.length > 0) throw new PolicyConfigError("policy config", problems);
  return new Parameters(schemas, config);
}

/** Reads them again only for another config: the SDK hands over a copy of it with every resource. */
export function parametersReader(rule: Rule): (config: Readonly<Record<string, unknown>>) => Parameters {
  let last: { config: Readonly<Record<string, unknown>>; parameters: Parameters } | undefined;
  return (config) => {
    if (last === undefined || !isDeepStrictEqual(last.config, config))
      last = { config, parameters: readParameters(rule, config) };
    return last.parameters;
  };
}
