// Reads IAM policy documents: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
// A document in a resource's inputs is JSON text or, where the engine has not rewritten it yet, an object. Of all names in it AWS
// compares only condition keys without regard to case.

import type { Property } from "./reading";

export interface Statement {
  /** Where it is, for messages: `policy.Statement[1]`. */
  readonly path: string;
  readonly effect: string;
  /** Who is meant. `NotPrincipal`, everybody but a few, counts as everyone of an allowance and as nobody in particular of a denial. */
  readonly principals: readonly Principal[];
  readonly actions: readonly string[];
  /** What the statement is not about: everything else is meant. */
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  readonly conditions: readonly Condition[];
}

export interface Principal {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`, or `*` for everyone. */
  readonly kind: string;
  readonly id: string;
}

/** The account of a principal that is an account, or somebody in one. */
export function accountOf({ kind, id }: Principal): string | undefined {
  return kind === "AWS" ? /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(id)?.[1] : undefined;
}

const everyone: Principal = { kind: "*", id: "*" };

export interface Condition {
  readonly operator: string;
  /** In lower case: AWS compares condition keys without regard to case. */
  readonly key: string;
  readonly values: readonly string[];
}

export type Document = { readonly statements: readonly Statement[] } | "absent" | "unknown" | "unreadable";

type JsonObject = Record<string, unknown>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** IAM lets a single element stand for a list of one. */
function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function textsOf(value: unknown): string[] {
  return listOf(value).flatMap((element) =>
    typeof element === "string"
      ? element
      : typeof element === "boolean" || typeof element === "number"
        ? String(element)
        : [],
  );
}

export function readPolicyDocument(property: Property): Document {
  if (property.state !== "known") return property.state;
  if (property.text?.trim() === "") return "absent";
  const document = property.text === undefined ? property.whole : parse(property.text);
  if (document === undefined) return "unknown";
  if (!isObject(document)) return "unreadable";
  return {
    statements: listOf(document.Statement).map((statement, i) =>
      readStatement(statement, `${property.path}.Statement[${i}]`),
    ),
  };
}

/** Null where the text is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readStatement(statement: unknown, path: string): Statement {
  const fields = isObject(statement) ? statement : {};
  return {
    path,
    effect: typeof fields.Effect === "string" ? fields.Effect : "",
    principals: fields.Effect === "Allow" && "NotPrincipal" in fields ? [everyone] : readPrincipals(fields.Principal),
    actions: textsOf(fields.Action).map((action) => action.toLowerCase()),
    notActions: textsOf(fields.NotAction).map((action) => action.toLowerCase()),
    resources: textsOf(fields.Resource),
    notResources: textsOf(fields.NotResource),
    conditions: readConditions(fields.Condition),
  };
}

/** A list is no form that AWS takes; where it holds everyone, the mistake is that one all the same. */
function readPrincipals(principal: unknown): Principal[] {
  if (!isObject(principal)) return textsOf(principal).map((id) => ({ kind: id, id }));
  return Object.entries(principal).flatMap(([kind, ids]) => textsOf(ids).map((id) => ({ kind, id })));
}

function readConditions(condition: unknown): Condition[] {
  if (!isObject(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]) =>
    isObject(keys)
      ? Object.entries(keys).map(([key, values]) => ({ operator, key: key.toLowerCase(), values: textsOf(values) }))
      : [],
  );
}

/** Whether the statement is about the action, which is in lower case: Action names it, or NotAction leaves it. */
export function isAboutAction({ actions, notActions }: Statement, action: string): boolean {
  const names = (pattern: string) => matchesPattern(pattern, action);
  return actions.some(names) || (notActions.length > 0 && !notActions.some(names));
}

/** Whether the statement is about every resource, or about all but those that NotResource names. */
export function isAboutEveryResource({ resources, notResources }: Statement): boolean {
  return resources.some((resource) => /^\*+$/.test(resource)) || notResources.length > 0;
}

/** `*` stands for any characters or none, `?` for one. */
function matchesPattern(pattern: string, text: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\*+/g, ".*").replaceAll("?", ".")}$`).test(text);
}

/** Whether the statement speaks of every caller. */
export function isEveryone(statement: Statement): boolean {
  return statement.principals.some(({ kind, id }) => id === "*" && (kind === "*" || kind === "AWS"));
}
