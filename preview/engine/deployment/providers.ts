// Which provider serves a resource, a read or an invoke. A program that names none gets the package's default provider,
// which the engine registers as a resource of its own, configured from the stack's `<package>:…` config.

import type { PropertyMap } from "../../plan/plan";
import { makeSecret, unknownValue } from "./properties";

export interface ProviderRequest {
  package: string;
  version: string;
  pluginDownloadURL: string;
}

export interface Provider {
  type: string;
  name: string;
  urn: string;
  inputs: PropertyMap;
}

/** What the default providers are configured with. */
export interface ProviderConfig {
  /** `<namespace>:<key>` to value, as the program sees it. */
  values: Readonly<Record<string, string>>;
  secretKeys: ReadonlySet<string>;
}

/** Resource name of a default provider: `default`, or `default_7_48_0` where a version is asked for. */
export function defaultProviderName(request: ProviderRequest): string {
  const version = request.version.replaceAll(/[^A-Za-z0-9]/g, "_");
  const source = request.pluginDownloadURL.replaceAll(":", "_").replaceAll(/\/+/g, "/");
  return ["default", version, source].filter((part) => part !== "").join("_");
}

/** Inputs of a default provider: every config value of the package's namespace, and the version that was asked for. */
export function defaultProviderInputs(request: ProviderRequest, config: ProviderConfig): PropertyMap {
  const inputs: PropertyMap = {};
  const namespace = `${request.package}:`;
  for (const [key, value] of Object.entries(config.values)) {
    if (!key.startsWith(namespace)) continue;
    inputs[key.slice(namespace.length)] = config.secretKeys.has(key) ? makeSecret(value) : value;
  }
  return withPlugin(inputs, request.version, request.pluginDownloadURL);
}

/** A provider's inputs with the plugin that serves it. `__internal` is where the engine keeps that, empty in its displays. */
export function withPlugin(
  inputs: PropertyMap,
  version: string,
  pluginDownloadURL: string,
  envVarMappings: Record<string, string> = {},
): PropertyMap {
  const internal: PropertyMap = Object.keys(envVarMappings).length > 0 ? { envVarMappings } : {};
  if (version === "" && pluginDownloadURL === "" && Object.keys(internal).length === 0) return inputs;
  const withPlugin: PropertyMap = { __internal: internal, ...inputs };
  if (version !== "") withPlugin.version = version;
  if (pluginDownloadURL !== "") withPlugin.pluginDownloadURL = pluginDownloadURL;
  return withPlugin;
}

/** The packages whose default provider the stack forbids (`pulumi:disable-default-providers`). */
export function isDefaultProviderDenied(packageName: string, config: ProviderConfig): boolean {
  const denied = config.values["pulumi:disable-default-providers"];
  if (packageName === "pulumi" || denied === undefined || denied === "") return false;
  const names = parseNames(denied);
  return Array.isArray(names) && names.some((name) => name === "*" || String(name).trim() === packageName);
}

function parseNames(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`the config value pulumi:disable-default-providers must be a JSON list of packages; got ${text}`);
  }
}

/** `<urn>::<id>`, the form in which the wire names a provider. */
export function providerReference(urn: string, id: string): string {
  return `${urn}::${id === "" ? unknownValue : id}`;
}

export function urnOfReference(reference: string): string {
  return reference.slice(0, reference.lastIndexOf("::"));
}
