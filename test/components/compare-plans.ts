// What `pulumi preview` would show of a program that has been deployed and is changed then.

import * as pulumi from "@pulumi/pulumi";
import { type RecordedResource, tree } from "./record-stack";

export interface PlanChanges {
  /** Lines as `tree` writes them. */
  readonly created: readonly string[];
  readonly deleted: readonly string[];
  /** Of resources that stay: the new value of each input that differs, by `<resource> <input>`. */
  readonly updated: Readonly<Record<string, unknown>>;
}

/** Stands for a value that is not known before the deployment: the preview would take it for a change, or for a replacement. */
export const UNKNOWN = "(unknown)";

/** `later` must be a preview in which `earlier` has been deployed. Options count as inputs do: `protect` decides over a deletion. */
export function comparePlans(earlier: readonly RecordedResource[], later: readonly RecordedResource[]): PlanChanges {
  const [before, after] = [tree(earlier), tree(later)];
  const updated: Record<string, unknown> = {};
  for (const resource of later) {
    const old = earlier.find(({ type, name }) => type === resource.type && name === resource.name);
    for (const [key, from, to] of old === undefined ? [] : differences(old, resource)) {
      if (JSON.stringify(from) !== JSON.stringify(to)) {
        updated[`${resource.name} ${key}`] = to;
      }
    }
  }
  return {
    created: after.filter((line) => !before.includes(line)),
    deleted: before.filter((line) => !after.includes(line)),
    updated,
  };
}

const OPTIONS = ["protect", "retainOnDelete", "deleteBeforeReplace", "ignoreChanges", "replaceOnChanges"] as const;

function differences(old: RecordedResource, resource: RecordedResource): [string, unknown, unknown][] {
  // The arguments of a component are no inputs of anything: nothing is done when they change.
  const inputs = resource.custom ? Object.keys({ ...old.inputs, ...resource.inputs }) : [];
  return [
    ...inputs.map((key): [string, unknown, unknown] => [key, shown(old.inputs[key]), shown(resource.inputs[key])]),
    ...OPTIONS.map((key): [string, unknown, unknown] => [key, old[key], resource[key]]),
  ];
}

/** With unknown values as text, and keys in one order. */
function shown(value: unknown): unknown {
  if (pulumi.isUnknown(value)) {
    return UNKNOWN;
  }
  if (Array.isArray(value)) {
    return value.map(shown);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, shown(each)]));
}
