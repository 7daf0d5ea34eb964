// At which level and with which parameters the policies of a pack run: the defaults of their schemas, then what the pack
// itself says, then the config of the run.

import type { Policy } from "@pulumi/policy";
import type { EnforcementLevel } from "../plan/plan";

/** By policy name. */
export type PackConfig = Map<string, { enforcementLevel?: EnforcementLevel; parameters: Record<string, unknown> }>;

/** Defaults that the policies' schemas give to their parameters. */
export function defaultsOf(policies: readonly Policy[]): Record<string, Record<string, unknown>> {
  const entries = policies.map(
    (policy) => [policy.name, defaultsOfSchema(policy.configSchema?.properties ?? {})] as const,
  );
  return Object.fromEntries(entries.filter(([, defaults]) => Object.keys(defaults).length > 0));
}

function defaultsOfSchema(properties: object): Record<string, unknown> {
  const withDefault = Object.entries(properties).filter(
    ([, schema]) => typeof schema === "object" && schema !== null && "default" in schema,
  );
  return Object.fromEntries(withDefault.map(([key, schema]) => [key, schema.default]));
}

/**
 * Later layers win, key by key. `all` sets the level of every policy that its own layer or a later one does not name, as the
 * engine's reconciliation of configs has it.
 */
export function layerConfig(...layers: Record<string, unknown>[]): PackConfig {
  const config: PackConfig = new Map();
  for (const layer of layers) {
    if (settingOf(layer.all).enforcementLevel !== undefined) {
      for (const [name, { parameters }] of config) config.set(name, { parameters });
    }
    for (const [name, value] of Object.entries(layer)) {
      const before = config.get(name);
      const { enforcementLevel, ...parameters } = settingOf(value);
      config.set(name, {
        enforcementLevel: enforcementLevel ?? before?.enforcementLevel,
        parameters: { ...before?.parameters, ...parameters },
      });
    }
  }
  return config;
}

type Setting = { enforcementLevel?: EnforcementLevel; [parameter: string]: unknown };

function settingOf(value: unknown): Setting {
  return (typeof value === "string" ? { enforcementLevel: value } : (value ?? {})) as Setting;
}

/** The level that a policy runs at in this pack with this config. */
export function levelOf(
  policy: Policy,
  pack: { config: PackConfig; enforcementLevel: EnforcementLevel },
): EnforcementLevel {
  return (
    pack.config.get(policy.name)?.enforcementLevel ??
    pack.config.get("all")?.enforcementLevel ??
    policy.enforcementLevel ??
    pack.enforcementLevel
  );
}

/** An entry with its level for each policy of the pack, as the engine sends it; names that the pack does not know stay. */
export function withLevels(
  { policies, enforcementLevel }: { policies: readonly Policy[]; enforcementLevel: EnforcementLevel },
  config: PackConfig,
): PackConfig {
  const named = policies.map(
    (policy): [string, { enforcementLevel: EnforcementLevel; parameters: Record<string, unknown> }] => [
      policy.name,
      {
        enforcementLevel: levelOf(policy, { config, enforcementLevel }),
        parameters: config.get(policy.name)?.parameters ?? {},
      },
    ],
  );
  return new Map([...config, ...named]);
}
