// Policy packs are made to run as servers of their own: `new PolicyPack` starts one. Here the pack's own copy of the policy
// SDK is told to hand over the policies instead, so that any pack written for `pulumi preview --policy-pack` loads unchanged.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve, sep } from "node:path";
import { inspect, types } from "node:util";
import type { Policy, PolicyPackArgs, PolicyPackConfig } from "@pulumi/policy";
import type { PolicyPackJob } from "../engine/pass/job";
import type { EnforcementLevel } from "../plan/plan";
import { ConfigRefused, configurePack, keepDecoders, loadAnalyzer } from "./configure-pack";
import { defaultsOf, layerConfig, type PackConfig, withLevels } from "./pack-config";

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
  config: PackConfig;
  sdk: PolicySdk;
}

type Served = Pick<LoadedPack, "name" | "version" | "enforcementLevel" | "policies"> & { initial?: PolicyPackConfig };

/**
 * Loads a pack into this process.
 * @throws Error that names the pack, where the folder is none, its program fails or it refuses its config; `cause` is what it threw. In one
 * line but for the last.
 */
export function loadPack(job: PolicyPackJob): LoadedPack {
  const dir = resolve(job.dir);
  try {
    return load(dir, job.config);
  } catch (error) {
    // What a pack says of its config is for whoever wrote the config: all of it.
    const text = error instanceof ConfigRefused ? error.message : explain(error, dir);
    throw new Error(`policy pack ${dir}: ${text}`, { cause: error });
  }
}

function load(dir: string, config: Record<string, unknown>): LoadedPack {
  const require = createRequire(join(dir, "package.json"));
  const server: object = require("@pulumi/policy/server");
  const { UnknownValueError, unknownCheckingProxy } = require("@pulumi/policy/proxy");
  const { deserializeProperties, serializeProperties } = require("@pulumi/policy/deserialize");
  const sdk: PolicySdk = { UnknownValueError, unknownCheckingProxy, deserializeProperties, serializeProperties };

  const captured: { pack?: Served } = {};
  const serve = (
    name: string,
    version: string,
    enforcementLevel: EnforcementLevel,
    { policies = [] }: PolicyPackArgs,
    initial?: PolicyPackConfig,
  ) => {
    if (captured.pack) throw new Error(`its program makes two PolicyPacks, "${captured.pack.name}" and "${name}"`);
    refuseBadNames(name, policies);
    captured.pack = { name, version, enforcementLevel, policies, initial };
  };
  Reflect.set(server, "serve", serve);
  const analyzer = loadAnalyzer(require);
  const restoreDecoders = keepDecoders(analyzer);
  const decode = analyzer.configure.requestDeserialize;
  let decodeOfPack = decode;
  const before = process.cwd();
  process.chdir(dir); // The constructor reads the version from the package.json of the working directory.
  try {
    require(entryPoint(dir));
    decodeOfPack = analyzer.configure.requestDeserialize;
  } finally {
    restoreDecoders();
    process.chdir(before);
  }
  if (!captured.pack) throw new Error("its program makes no PolicyPack; call `new PolicyPack(name, { policies })`");
  const { initial = {}, ...pack } = captured.pack;
  const layered = layerConfig(defaultsOf(pack.policies), initial, config);
  // Most packs take what they are sent as it is.
  const taken = decodeOfPack === decode ? layered : configurePack(withLevels(pack, layered), decodeOfPack, require);
  return { ...pack, dir, sdk, config: taken };
}

/** What the policy SDK refuses to serve, by ending the process. */
function refuseBadNames(name: string, policies: readonly Policy[]): void {
  if (!/^[a-zA-Z0-9-_.]{1,100}$/.test(name)) {
    throw new Error(
      `"${name}" is no name for a pack; use at most 100 letters, digits, hyphens, underscores and periods`,
    );
  }
  for (const policy of policies) {
    if (policy.name === "all")
      throw new Error('no policy may be named "all", which stands for every policy in a config');
    const { properties, required } = policy.configSchema ?? {};
    if (properties?.enforcementLevel !== undefined || required?.includes("enforcementLevel")) {
      throw new Error(
        `policy "${policy.name}": its configSchema may not define enforcementLevel, which every policy has`,
      );
    }
  }
}

/** The first line of what was thrown, and where in the pack. */
function explain(error: unknown, dir: string): string {
  if (!types.isNativeError(error)) return `its program threw ${inspect(error)}`;
  const message = (error.message.split("\n")[0] ?? "").replaceAll(dir + sep, "");
  if (message.includes("'@pulumi/policy")) {
    return "@pulumi/policy is not installed; run `npm ci` (or `npm install`) in its folder";
  }
  const frames = (error.stack ?? "").split("\n").map((line) => line.slice(Math.max(line.indexOf(dir + sep), 0)));
  const own = frames.find((frame) => frame.startsWith(dir) && !frame.includes(`${sep}node_modules${sep}`));
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?\)?$/.exec(own ?? "") ?? [];
  return file === undefined || message.includes(":") ? message : `${message} (${relative(dir, file)}:${line})`;
}

/** What the language host would run: `main` of PulumiPolicy.yaml or of package.json, else the index of the folder. */
function entryPoint(dir: string): string {
  const project = readFileSync(join(dir, "PulumiPolicy.yaml"), "utf8");
  const main = /^main:[ \t]*["']?([^"'#\r\n]+?)["']?[ \t]*(?:#.*)?$/m.exec(project)?.[1];
  if (main !== undefined) return resolve(dir, main);
  const manifest: { main?: string } = JSON.parse(readFileSync(join(dir, "package.json"), "utf8"));
  return manifest.main !== undefined && existsSync(join(dir, manifest.main)) ? join(dir, manifest.main) : `${dir}/`;
}
