import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../../errors";

/** Arguments by name, as far as they can be looked at. */
export interface NamedObjects<T> {
  readonly named: Record<string, T> | undefined;
  readonly problems: Problem[];
}

/** Those that are objects, and what is wrong with the others: tenants are often written in a file that no compiler reads. */
export function namedObjects<T extends object>(
  path: string,
  given: Readonly<Record<string, T>> | undefined,
): NamedObjects<T> {
  if (given === undefined) {
    return { named: undefined, problems: [] };
  }
  if (!isPlainObject(given)) {
    return { named: {}, problems: [notAnObject(path, given)] };
  }
  const problems: Problem[] = [];
  const named: Record<string, T> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!isPlainObject(value)) {
      problems.push(notAnObject(`${path}.${name}`, value));
      continue;
    }
    const { present, problems: empty } = withoutNulls(`${path}.${name}.`, value);
    problems.push(...empty);
    named[name] = present;
  }
  return { named, problems };
}

export function isPlainObject(value: unknown): value is object {
  const isLater = value instanceof Promise || pulumi.Output.isInstance(value);
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isLater;
}

function notAnObject(path: string, value: unknown): Problem {
  return {
    path,
    must: "be an object, neither an output nor a promise: it decides what exists",
    got: typeof value === "object" ? undefined : value,
  };
}

/** What YAML makes of a key without a value is a null. */
export function withoutNulls<T extends object>(path: string, value: T): { present: T; problems: Problem[] } {
  const present = { ...value };
  const problems: Problem[] = [];
  for (const [key, each] of Object.entries(value)) {
    if (each === null) {
      Reflect.deleteProperty(present, key);
      problems.push({ path: `${path}${key}`, must: "have a value, or be left out" });
    }
  }
  return { present, problems };
}
