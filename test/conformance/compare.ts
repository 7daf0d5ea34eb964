// The differences between two observations, each with a path that a reader (and the ledger in `differences.ts`) can name.

import type { Json, Observation, ObservedResource } from "./observation";

export interface Difference {
  /** For example `resources/<urn>/inputs/tags/owner`, `outputs/name` or `diagnostics`. */
  path: string;
  real: Json | undefined;
  offline: Json | undefined;
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function compareValues(path: string, real: Json | undefined, offline: Json | undefined): Difference[] {
  if (isObject(real) && isObject(offline)) {
    const keys = [...new Set([...Object.keys(real), ...Object.keys(offline)])].sort();
    return keys.flatMap((key) => compareValues(`${path}/${key}`, real[key], offline[key]));
  }
  if (Array.isArray(real) && Array.isArray(offline) && real.length === offline.length) {
    return real.flatMap((element, index) => compareValues(`${path}/${index}`, element, offline[index]));
  }
  return JSON.stringify(real) === JSON.stringify(offline) ? [] : [{ path, real, offline }];
}

/** Resources by URN; a second one of the same URN gets a number, since duplicates are something to compare too. */
function byUrn(resources: readonly ObservedResource[]): { [key: string]: Json } {
  const result: { [key: string]: Json } = {};
  for (const resource of resources) {
    let key = resource.urn;
    for (let count = 2; key in result; count++) key = `${resource.urn} (${count})`;
    result[key] = resource;
  }
  return result;
}

export function compare(real: Observation, offline: Observation): Difference[] {
  // A side that lists no default provider at all keeps them to itself; the ones that it lists must agree.
  const shared = Object.keys(offline.defaultProviders).length > 0;
  return [
    ...compareValues("result", real.result, offline.result),
    ...compareValues("resources", byUrn(real.resources), byUrn(offline.resources)),
    ...(shared ? compareValues("defaultProviders", real.defaultProviders, offline.defaultProviders) : []),
    ...compareValues("outputs", real.outputs, offline.outputs),
    ...compareValues("diagnostics", real.diagnostics.map(asJson), offline.diagnostics.map(asJson)),
  ];
}

function asJson({ severity, message, urn }: Observation["diagnostics"][number]): Json {
  return urn ? { severity, message, urn } : { severity, message };
}
