// Policy packs are made to run as servers of their own: `new PolicyPack` starts one. Here the pack's own copy of the policy
// SDK is told to hand over the policies instead, so that any pack written for `pulumi preview --policy-pack` loads unchanged.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { Policy, PolicyPackArgs, PolicyPackConfig } from "@pulumi/policy";
import type { PolicyPackJob } from "../engine/pass/job";
import type { EnforcementLevel } from "../plan/plan";

/** The parts of the policy SDK that judging needs; `proxy` and `deserialize` are private to it. */
export interface PolicySdk {
  UnknownValueError: new (...args: never[]) => Error & { props: PropertyKey[] };
  unknownCheckingProxy(properties: object): Record<string, unknown>;
  deserializeProperties(struct: { toJavaScript(): object }, keepSecrets: boolean): Record<string, unknown>;
  serializeProperties(properties: object): Promise<Record<string, unknown>>;
}

export interface LoadedPack {
  name: string;
  version: string;
  dir: string;
  enforcementLevel: EnforcementLevel;
  policies: Policy[];
  config: Map<string, { enforcementLevel?: EnforcementLevel; parameters: Record<string, unknown> }>;
  sdk: PolicySdk;
}

/**
 * Loads the packs of a run.
 * @throws Error where a folder is no policy pack, or its program does not make one.
 */
export function loadPacks(jobs: readonly PolicyPackJob[]): LoadedPack[] {
  return jobs.map(loadPack);
}

function loadPack(job: PolicyPackJob): LoadedPack {
  const dir = resolve(job.dir);
  const load = createRequire(join(dir, "package.json"));
  const server: object = load("@pulumi/policy/server");
  const { UnknownValueError, unknownCheckingProxy } = load("@pulumi/policy/proxy");
  const { deserializeProperties, serializeProperties } = load("@pulumi/policy/deserialize");
  const sdk: PolicySdk = { UnknownValueError, unknownCheckingProxy, deserializeProperties, serializeProperties };

  let served:
    | (Pick<LoadedPack, "name" | "version" | "enforcementLevel" | "policies"> & { initial?: PolicyPackConfig })
    | undefined;
  Reflect.set(
    server,
    "serve",
    (
      name: string,
      version: string,
      enforcementLevel: EnforcementLevel,
      args: PolicyPackArgs,
      initial?: PolicyPackConfig,
    ) => {
      served = { name, version, enforcementLevel, policies: args.policies, initial };
    },
  );
  const before = process.cwd();
  process.chdir(dir); // The constructor reads the version from the package.json of the working directory.
  try {
    load(entryPoint(dir));
  } finally {
    process.chdir(before);
  }
  if (served === undefined)
    throw new Error(`policy pack ${dir}: its program makes no PolicyPack; call \`new PolicyPack(name, { policies })\``);
  const { initial, ...pack } = served;
  return { ...pack, dir, sdk, config: normalizeConfig({ ...defaultsOf(pack.policies), ...initial }, job.config) };
}

/** What the language host would run: `main` of PulumiPolicy.yaml or of package.json, else the index of the folder. */
function entryPoint(dir: string): string {
  const project = readFileSync(join(dir, "PulumiPolicy.yaml"), "utf8");
  const main = /^main:[ \t]*["']?([^"'#\r\n]+?)["']?[ \t]*(?:#.*)?$/m.exec(project)?.[1];
  if (main !== undefined) return resolve(dir, main);
  const manifest: { main?: string } = JSON.parse(readFileSync(join(dir, "package.json"), "utf8"));
  return manifest.main !== undefined && existsSync(join(dir, manifest.main)) ? join(dir, manifest.main) : `${dir}/`;
}

/** Defaults that the policies' schemas give to their parameters. */
function defaultsOf(policies: readonly Policy[]): Record<string, Record<string, unknown>> {
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

type Config = LoadedPack["config"];

/** Later layers win, key by key; `all` sets the level of every policy that names none itself. */
function normalizeConfig(...layers: Record<string, unknown>[]): Config {
  const config: Config = new Map();
  for (const layer of layers) {
    for (const [name, value] of Object.entries(layer)) {
      const before = config.get(name) ?? { parameters: {} };
      const { enforcementLevel, ...parameters } =
        typeof value === "string" ? { enforcementLevel: value } : ((value ?? {}) as Record<string, unknown>);
      config.set(name, {
        enforcementLevel: (enforcementLevel as EnforcementLevel | undefined) ?? before.enforcementLevel,
        parameters: { ...before.parameters, ...parameters },
      });
    }
  }
  return config;
}

/** The level that a policy runs at in this pack with this config. */
export function levelOf(policy: Policy, pack: LoadedPack): EnforcementLevel {
  return (
    pack.config.get(policy.name)?.enforcementLevel ??
    pack.config.get("all")?.enforcementLevel ??
    policy.enforcementLevel ??
    pack.enforcementLevel
  );
}
