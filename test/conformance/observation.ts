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
// 8. Assets and archives lose their `hash`: the engine computes it from the bytes on disk; text, path and URI stay. Resource references lose
//    an empty `packageVersion` and an empty `id` (unknown during a preview).
// 9. What `util.inspect` prints of a rejected promise around an error (`<ref *1>`, `promise: …`) is the SDK's bookkeeping, not the message.
// 10. Which of the SDK's own modules started the program (`Require stack` of a module that is missing).
// 11. What only the offline preview's second pass, with stand-ins for computed values, has to say.
// 12. "Running program … failed with an unhandled exception:" before an error: the engine's runner says it only as long as the program's
//     module has not ended, which for errors in callbacks depends on the speed of its calls. Offline it is always said.
// 13. Default providers: the engine's digest leaves their steps out. They are compared by URN and inputs where a side reports them.

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
const ASSET_SIGNATURE = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE_SIGNATURE = "0def7320c3a5731c473e5ecbe6d01bc7";
const REFERENCE_SIGNATURE = "5cf8f73096256a8f31e491e813e4eb8e";
/** Reasons 1 and 5; `inputs`, `urn`, `type` are kept separately. */
const DROPPED_FIELDS = new Set(["sourcePosition", "stackTrace", "created", "modified", "outputs"]);
const PLUGIN_WARNING = /^(using pulumi-\S+ from \$PATH|resource plugin \S+ is expected)/;
/** Lines of an error message: frames outside of the project, and reasons 9 and 10. */
const NOISE = [
  /^Running program '.*' failed with an unhandled exception:$/,
  /^\s+at (?!.*<project>)/,
  /^\s+promise: Promise/,
  /^\}$/,
  /^\W*<repository>\/node_modules\/@pulumi\/pulumi\/cmd\/run\//,
];
const SECOND_PASS = /^with stand-ins for computed values: /;
const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

export interface Places {
  project: string;
  repository: string;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A property value in the common form: reasons 3, 7 and 8. */
export function observeValue(value: unknown, places: Places): Json {
  if (Array.isArray(value)) return value.map((element) => observeValue(element, places));
  if (typeof value === "string") return portable(value, places);
  if (!isObject(value)) return typeof value === "number" || typeof value === "boolean" ? value : null;
  const signature = value[SIGNATURE];
  if (signature === SECRET_SIGNATURE) return "[secret]";
  const kept = Object.entries(value).filter(([key, element]) => {
    if (signature === ASSET_SIGNATURE || signature === ARCHIVE_SIGNATURE) return key !== "hash";
    if (signature === REFERENCE_SIGNATURE) return !["id", "packageVersion"].includes(key) || !isEmpty(element);
    return true;
  });
  return Object.fromEntries(kept.map(([key, element]) => [key, observeValue(element, places)]));
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isObject(value)) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === false || value === "";
}

function propertyDependencies(value: unknown): Json {
  const entries = Object.entries(isObject(value) ? value : {}).filter(([, urns]) => !isEmpty(urns));
  return Object.fromEntries(entries.map(([property, urns]) => [property, Array.isArray(urns) ? [...urns].sort() : ""]));
}

export function observeState(op: string, state: EngineState, places: Places): ObservedResource {
  const { urn, type, inputs, ...rest } = state;
  const observed: ObservedResource = { op, urn, type, inputs: observeValue(inputs ?? {}, places) };
  for (const field of Object.keys(rest).sort()) {
    if (DROPPED_FIELDS.has(field)) continue;
    let value: unknown = rest[field];
    if (field === "propertyDependencies") value = propertyDependencies(value);
    if (field === "dependencies" && Array.isArray(value)) value = [...value].sort();
    if (!isEmpty(value)) observed[field] = observeValue(value, places);
  }
  return observed;
}

function portable(text: string, places: Places): string {
  return text.replaceAll(places.project, "<project>").replaceAll(places.repository, "<repository>");
}

/** Reasons 7, 9, 10 and 12. */
function portableMessage(message: string, places: Places): string {
  const plain = portable(message.replace(ANSI, "").replace(/^(error|warning): /, ""), places).replaceAll(
    "<ref *1> ",
    "",
  );
  const lines = plain.split("\n").filter((line) => !NOISE.some((noise) => noise.test(line)));
  return lines
    .map((line) => line.replace(/( \{|,)$/, ""))
    .join("\n")
    .trim();
}

export function observeDiagnostics(diagnostics: readonly ObservedDiagnostic[], places: Places): ObservedDiagnostic[] {
  return diagnostics
    .filter(({ severity }) => severity !== "debug" && !severity.startsWith("info#"))
    .map(({ severity, message, urn }) => ({
      severity,
      message: portableMessage(message, places),
      ...(urn ? { urn } : {}),
    }))
    .filter(({ message }) => !PLUGIN_WARNING.test(message) && !SECOND_PASS.test(message))
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

export function isDefaultProvider(urn: string): boolean {
  return /::pulumi:providers:[^:]+::default(_.*)?$/.test(urn);
}

export function sorted(resources: ObservedResource[]): ObservedResource[] {
  return resources.sort((a, b) => (a.urn + JSON.stringify(a)).localeCompare(b.urn + JSON.stringify(b)));
}

export function observeReal(real: RealResult, places: Places): Observation {
  const resources = real.steps.map(({ op, urn, newState }) => {
    const aliases = real.aliases[urn];
    const deleteBeforeReplace = real.deleteBeforeReplace.includes(urn);
    return observeState(op, { ...(newState ?? { urn, type: "" }), aliases, deleteBeforeReplace }, places);
  });
  const defaults = real.providers.filter(({ urn }) => isDefaultProvider(urn));
  return {
    result: real.exitCode === 0 ? "succeeded" : "failed",
    resources: sorted(resources),
    defaultProviders: Object.fromEntries(defaults.map(({ urn, inputs }) => [urn, observeValue(inputs ?? {}, places)])),
    outputs: observeValue(real.outputs, places),
    diagnostics: observeDiagnostics(real.diagnostics, places),
  };
}
