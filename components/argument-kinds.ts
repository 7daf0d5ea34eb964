// Whether arguments are lists, texts and numbers where they should be, for programs that no compiler checked. The checks of what
// they say then need no guards. An argument that is left out is of the right kind; null is not.

import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "./errors";

/** What is wrong with the kind of a value, with `path` in front of each argument's name. */
export type Kind<T> = (path: string, value: T) => Problem[];

/** A kind for every argument: the compiler misses none. */
export type Kinds<T> = { readonly [K in keyof Required<T>]: Kind<NonNullable<T[K]>> };

export const text: Kind<string> = leaf("text", (value) => typeof value === "string");
export const number: Kind<number | undefined> = leaf("a number", (value) => typeof value === "number");
export const flag: Kind<boolean> = leaf("true or false", (value) => typeof value === "boolean");
/** A text, or an output of one. */
export const input: Kind<pulumi.Input<string | undefined>> = leaf(
  "text or an output",
  (value) => typeof value === "string" || isLater(value),
);
/** The id of an AWS account. As a number it has no zeros in front. */
export const accountId = suggesting(input, '"123456789012"');
/** An object whose inside is somebody else's to judge. */
export const anyObject: Kind<object> = leaf("an object", isObject);

/** The same, or an output of it. */
export function orLater<T>(kind: Kind<T>): Kind<pulumi.Input<T>> {
  return (path, value) => (isLater(value) ? [] : kind(path, value as T));
}

export function list<T>(kind: Kind<T>): Kind<readonly T[]> {
  return (path, value) =>
    Array.isArray(value)
      ? Array.from<T>(value).flatMap((element, index) => kind(`${path}[${index}]`, element))
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
  const kind: Kind<T> = (path, value) =>
    isObject(value) && methods.every((method) => typeof value[method] === "function") ? [] : refuse(path, what, value);
  return suggesting(kind, use);
}

/** The same kind, with what to write instead. */
export function suggesting<T>(kind: Kind<T>, use: string): Kind<T> {
  return (path, value) => kind(path, value).map((problem) => ({ ...problem, use }));
}

/**
 * The arguments apart from those of the wrong kind, so that those that are left can be checked without guards. `path` is where they
 * are: empty for those of a component.
 */
export function checkKinds<T extends object>(args: T, kind: Kind<T>, path = "") {
  const problems = kind(path, args);
  const prefix = path === "" ? "" : `${path}.`;
  const wrong = problems.map((problem) => problem.path.slice(prefix.length).replace(/[.[].*/s, ""));
  const sound: Partial<T> = problems.length === 0 ? args : isObject(args) ? { ...args } : {};
  for (const argument of wrong) {
    Reflect.deleteProperty(sound, argument);
  }
  const places = wrong.map((argument) => (argument === "" ? path : `${prefix}${argument}`));
  // Somebody who wrote `domain: 5` has not left `domain` out.
  const isAboutSound = (problem: Problem): boolean =>
    !problem.path.split(" and ").some((part) => places.some((place) => isWithin(part, place)));
  return { problems, sound, isAboutSound };
}

/** What is of the wrong kind, and then what `check` says of the rest. */
export function checkSound<T extends object>(
  path: string,
  args: T,
  kind: Kind<T>,
  check: (sound: Partial<T>) => Problem[],
): Problem[] {
  const { problems, sound, isAboutSound } = checkKinds(args, kind, path);
  return [...problems, ...check(sound).filter(isAboutSound)];
}

function isWithin(path: string, place: string): boolean {
  return path.startsWith(place) && !/^[\w-]/.test(path.slice(place.length));
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

/** Known later than the arguments are checked. */
export function isLater(value: unknown): boolean {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

/** A text, as far as it is known already. */
export function knownText(value: pulumi.Input<string | undefined> | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
