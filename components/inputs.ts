// Arguments of callers whose compiler did not check them.

import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "./errors";

/** An output or a promise: known later, and not judged before. */
export function isLater(value: unknown): boolean {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

/** What an argument that must be text, now or later, is instead. Values stay out of the message: they may be secret. */
export function checkText(path: string, value: unknown): Problem[] {
  if (value === undefined || value === null) {
    return [{ path, must: "be given" }];
  }
  return typeof value === "string" || isLater(value) ? [] : [{ path, must: "be text", got: typeof value }];
}

/** Of an AWS account, for callers that write it as a number, which loses zeros in front. */
export function checkAccountId(path: string, value: unknown): Problem[] {
  if (value === undefined || isLater(value) || (typeof value === "string" && /^\d{12}$/.test(value))) {
    return [];
  }
  return [{ path, must: "be an account's id of 12 digits, as text", got: value, use: '"123456789012"' }];
}

/** What a switch is instead. A text would be taken for true, "false" included. */
export function checkSwitch(path: string, value: unknown): Problem[] {
  return value === undefined || typeof value === "boolean"
    ? []
    : [{ path, must: "be true or false", got: kindOf(value) }];
}

/** What an argument that is a list, if it is given, is instead. */
export function checkList(path: string, value: unknown): Problem[] {
  return value === undefined || Array.isArray(value) ? [] : [{ path, must: "be a list", got: kindOf(value) }];
}

/** The elements of an argument that `checkList` has judged. */
export function elementsOf<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}

/** What an argument that has arguments of its own, if it is given, is instead. */
export function checkObject(path: string, value: unknown): Problem[] {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value) && !isLater(value);
  return value === undefined || isObject ? [] : [{ path, must: "be an object", got: kindOf(value) }];
}

function kindOf(value: unknown): string {
  if (value === null) {
    return "null";
  }
  if (isLater(value)) {
    return "a value that is known later";
  }
  return Array.isArray(value) ? "a list" : typeof value;
}
