// Whether arguments are lists, texts and numbers where they should be, for programs that no compiler checked. The checks of what
// they say then need no guards. An argument that is left out is of the right kind; null is not.

import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "./errors";

/** What is wrong with the kind of a value, with `path` in front of each argument's name. */
export type Kind<T> = (path: string, value: T) => Problem[];

/** A kind for every argument: the compiler misses none. */
export type Kinds<T> = { readonly [K in keyof Required<T>]: Kind<NonNullable<T[K]>> };

export const text: Kind<string> = leaf("text", (value) => typeof value === "string");
export const number: Kind<number> = leaf("a number", (value) => typeof value === "number");
export const flag: Kind<boolean> = leaf("true or false", (value) => typeof value === "boolean");
/** A text, or an output of one. */
export const input: Kind<pulumi.Input<string>> = leaf(
  "text or an output",
  (value) => typeof value === "string" || isLater(value),
);
/** An object whose inside is somebody else's to judge. */
export const anyObject: Kind<object> = leaf("an object", isObject);

export function list<T>(kind: Kind<T>): Kind<readonly T[]> {
  return (path, value) =>
    Array.isArray(value)
      ? value.flatMap((element, index) => kind(`${path}[${index}]`, element))
      : refuse(path, "a list", value);
}

/** An object with names of the caller's choice. */
export function record<T>(kind: Kind<T>): Kind<object> {
  return (path, value) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, each]) => kind(at(path, key), each))
      : refuse(path, "an object", value);
}

function at(path: string, key: string): string {
  return /^[\w-]+$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

export function object<T extends object>(kinds: Kinds<T>): Kind<T> {
  return (path, value) =>
    isObject(value)
      ? (Object.keys(kinds) as (keyof T & string)[]).flatMap((argument) => {
          const given = value[argument];
          const where = path === "" ? argument : `${path}.${argument}`;
          return given === undefined ? [] : kinds[argument](where, given as NonNullable<typeof given>);
        })
      : refuse(path, "an object", value);
}

/** What a function of this library returns, told by its methods. */
export function made<T extends object>(what: string, methods: readonly (keyof T)[], use: string): Kind<T> {
  return (path, value) =>
    isObject(value) && methods.every((method) => typeof value[method] === "function")
      ? []
      : refuse(path, what, value).map((problem) => ({ ...problem, use }));
}

/** The arguments apart from those of the wrong kind, so that those that are left can be checked without guards. */
export function checkKinds<T extends object>(args: T, kind: Kind<T>) {
  const problems = kind("", args);
  const wrong = new Set(problems.map(({ path }) => path.replace(/[.[].*/s, "")));
  const sound: Partial<T> = isObject(args) ? { ...args } : {};
  for (const argument of Object.keys(sound) as (keyof T & string)[]) {
    if (wrong.has(argument)) {
      delete sound[argument];
    }
  }
  // Somebody who wrote `domain: 5` has not left `domain` out.
  const isAboutSound = ({ path }: Problem): boolean =>
    path.split(" and ").every((part) => !wrong.has(part.replace(/[^A-Za-z0-9].*/s, "")));
  return { problems, sound, isAboutSound };
}

/** The value stays out of the message: it may be a secret, and its kind says enough. */
export function nameKind(value: unknown): string {
  if (value === null || value === undefined) {
    return String(value);
  }
  if (pulumi.Output.isInstance(value)) {
    return "an output";
  }
  if (value instanceof Promise) {
    return "a promise";
  }
  return Array.isArray(value) ? "a list" : (KIND_NAMES[typeof value] ?? `a ${typeof value}`);
}

const KIND_NAMES: Readonly<Record<string, string>> = { string: "text", boolean: "a boolean", object: "an object" };

function leaf(what: string, fits: (value: unknown) => boolean): Kind<unknown> {
  return (path, value) => (fits(value) ? [] : refuse(path, what, value));
}

function refuse(path: string, what: string, value: unknown): Problem[] {
  const why = isLater(value) ? ": its value is needed before anything is created" : "";
  return [{ path: path === "" ? "arguments" : path, must: `be ${what}, not ${nameKind(value)}${why}` }];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isLater(value);
}

function isLater(value: unknown): boolean {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}
