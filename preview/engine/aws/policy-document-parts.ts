// Parts of an IAM policy document and how the provider writes them.

import type { PropertyMap, PropertyValue } from "../../plan/plan";
import type { ConditionBlock } from "./set-order";

/** What the provider refuses. The message is the provider's. */
export class PolicyDocumentError extends Error {
  override readonly name = "PolicyDocumentError";
}

export const PREFIX = "writing IAM Policy Document: ";

/** Elements of a statement in the order they are written. */
export interface Statement {
  Sid?: string;
  Effect?: string;
  Action?: PropertyValue;
  NotAction?: PropertyValue;
  Resource?: PropertyValue;
  NotResource?: PropertyValue;
  Principal?: PropertyValue;
  NotPrincipal?: PropertyValue;
  Condition?: PropertyValue;
}

export interface Document {
  Version: string;
  Id: string;
  statements: Statement[];
}

export function text(value: PropertyValue | undefined): string {
  return typeof value === "string" ? value : "";
}

export function texts(value: PropertyValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((v) => typeof v === "string") : [];
}

export function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

export function maps(value: PropertyValue | undefined): PropertyMap[] {
  return Array.isArray(value) ? value.filter(isMap) : [];
}

export function withoutEmpty(statement: Statement): Statement {
  const isEmpty = (v: unknown): boolean => v === undefined || v === "" || (Array.isArray(v) && v.length === 0);
  return Object.fromEntries(Object.entries(statement).filter(([, v]) => !isEmpty(v)));
}

export function reversed(values: string[]): string[] {
  return values.sort((a, b) => (a < b ? 1 : -1));
}

export interface Principal {
  type: string;
  /** One identifier stays a string, as it is written. */
  identifiers: string | string[];
}

/** Only type `*` with identifier `*` is written as `"*"`: `{"AWS": "*"}` means something else to a role's trust policy. */
export function writePrincipals(given: Principal[]): PropertyValue | undefined {
  if (given.length === 0) return undefined;
  const [only] = given;
  if (given.length === 1 && only?.type === "*" && String(only.identifiers) === "*") return "*";
  const written: Record<string, string | string[]> = {};
  for (const { type, identifiers } of given) {
    const before = written[type];
    if (before === undefined)
      written[type] = typeof identifiers === "string" ? identifiers : reversed([...identifiers]);
    else written[type] = [before, typeof identifiers === "string" ? identifiers : reversed([...identifiers])].flat();
  }
  return sorted(written);
}

/** Values keep their order; those of the same test and variable are joined. */
export function writeConditions(given: ConditionBlock[]): PropertyValue | undefined {
  if (given.length === 0) return undefined;
  const tests: Record<string, Record<string, string[]>> = {};
  for (const { test, variable, values } of given) {
    const variables = tests[test] ?? {};
    variables[variable] = [...(variables[variable] ?? []), ...values];
    tests[test] = variables;
  }
  const written = Object.entries(tests).map(([test, variables]): [string, PropertyValue] => [
    test,
    sorted(mapValues(variables, (values) => (values.length === 1 ? (values[0] ?? "") : values))),
  ]);
  return sorted(Object.fromEntries(written));
}

function mapValues<A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** Go writes maps by key. */
function sorted<T extends PropertyValue>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
