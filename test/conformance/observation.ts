// The common form in which the real engine's run and the offline preview are compared. Everything that is dropped or rewritten on
// the way is listed here, with its reason:
//
// 1. `sourcePosition`, `stackTrace`, `created`, `modified`: absolute paths and clocks.
// 2. Empty lists, empty objects, empty strings, `false` and null outside of inputs: the engine prints some defaults and omits others.
//    An empty list in `propertyDependencies` says the same as no entry.
// 3. Secrets become "[secret]", as in the engine's own digest: one side encrypts, the other masks.
// 4. Order: registrations race, so resources and diagnostics are sorted; aliases keep their order, since the engine tries them in turn.
// 5. Resource outputs: during a preview they are a provider's guess, and the simulated one's is only the inputs. Stack outputs are compared.
// 6. Diagnostics: debug messages and console output (`info#out`, `info#err`) are not part of a plan; plugin warnings are about the machine.
// 7. Paths in messages become `<project>` and `<repository>`; stack frames outside of the project differ between versions of Node.js.
// 8. Default providers: the engine's digest leaves their steps out. They are compared by URN and inputs where a side reports them.

import type { EngineState, RealResult } from "./real-engine/result";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface ObservedResource {
  op: string;
  urn: string;
  type: string;
  inputs: Json;
  [option: string]: Json;
}

export interface ObservedDiagnostic {
  severity: string;
  message: string;
  urn?: string;
}

export interface Observation {
  result: "succeeded" | "failed";
  resources: ObservedResource[];
  defaultProviders: Record<string, Json>;
  outputs: Json;
  diagnostics: ObservedDiagnostic[];
}

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
/** Reasons 1 and 5; `inputs`, `urn`, `type` are kept separately. */
const DROPPED_FIELDS = new Set(["sourcePosition", "stackTrace", "created", "modified", "outputs"]);
const PLUGIN_WARNING = /^(using pulumi-\S+ from \$PATH|resource plugin \S+ is expected)/;
const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

export interface Places {
  project: string;
  repository: string;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A property value with its secrets masked. */
export function maskSecrets(value: unknown): Json {
  if (Array.isArray(value)) return value.map(maskSecrets);
  if (isObject(value)) {
    if (value[SIGNATURE] === SECRET_SIGNATURE) return "[secret]";
    return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, maskSecrets(element)]));
  }
  return value === undefined ? null : (value as Json);
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isObject(value)) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === false || value === "";
}

function propertyDependencies(value: unknown): Json {
  const entries = Object.entries(isObject(value) ? value : {}).filter(([, urns]) => !isEmpty(urns));
  return Object.fromEntries(entries.map(([property, urns]) => [property, Array.isArray(urns) ? [...urns].sort() : urns]));
}

export function observeState(op: string, state: EngineState): ObservedResource {
  const { urn, type, inputs, ...rest } = state;
  const observed: ObservedResource = { op, urn, type, inputs: maskSecrets(inputs ?? {}) };
  for (const field of Object.keys(rest).sort()) {
    if (DROPPED_FIELDS.has(field)) continue;
    let value: unknown = rest[field];
    if (field === "propertyDependencies") value = propertyDependencies(value);
    if (field === "dependencies" && Array.isArray(value)) value = [...value].sort();
    if (!isEmpty(value)) observed[field] = maskSecrets(value);
  }
  return observed;
}

/** Reason 7. */
function portableMessage(message: string, places: Places): string {
  const plain = message
    .replace(ANSI, "")
    .replace(/^(error|warning): /, "")
    .replaceAll(places.project, "<project>")
    .replaceAll(places.repository, "<repository>");
  const isForeignFrame = (line: string) => /^\s+at /.test(line) && !line.includes("<project>");
  return plain.split("\n").filter((line) => !isForeignFrame(line)).join("\n").trim();
}

export function observeDiagnostics(diagnostics: readonly ObservedDiagnostic[], places: Places): ObservedDiagnostic[] {
  return diagnostics
    .filter(({ severity }) => severity !== "debug" && !severity.startsWith("info#"))
    .map(({ severity, message, urn }) => ({ severity, message: portableMessage(message, places), ...(urn ? { urn } : {}) }))
    .filter(({ message }) => !PLUGIN_WARNING.test(message))
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

export function isDefaultProvider(urn: string): boolean {
  return /::pulumi:providers:[^:]+::default(_\d+_\d+_\d+\S*)?$/.test(urn);
}

export function sorted(resources: ObservedResource[]): ObservedResource[] {
  return resources.sort((a, b) => (a.urn + JSON.stringify(a)).localeCompare(b.urn + JSON.stringify(b)));
}

export function observeReal(real: RealResult, places: Places): Observation {
  const resources = real.steps.map(({ op, urn, newState }) => {
    const aliases = real.aliases[urn];
    return observeState(op, { ...(newState ?? { urn, type: "" }), ...(aliases ? { aliases } : {}) });
  });
  const defaults = real.providers.filter(({ urn }) => isDefaultProvider(urn));
  return {
    result: real.exitCode === 0 ? "succeeded" : "failed",
    resources: sorted(resources),
    defaultProviders: Object.fromEntries(defaults.map(({ urn, inputs }) => [urn, maskSecrets(inputs ?? {})])),
    outputs: maskSecrets(real.outputs),
    diagnostics: observeDiagnostics(real.diagnostics, places),
  };
}
