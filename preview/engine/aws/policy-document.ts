// The JSON that `aws.iam.getPolicyDocument` returns, byte for byte as the provider renders it. Programs put this text into
// policies, so its form is part of what a preview shows. Rules read from hashicorp/terraform-provider-aws
// internal/service/iam/policy_document_data_source.go and policy_model.go.

import type { PropertyMap, PropertyValue } from "../../plan/plan";
import { crc32 } from "./crc32";
import { type ConditionBlock, conditionsInOrder, principalsInOrder } from "./set-order";

/** What the provider refuses. The message is the provider's. */
export class PolicyDocumentError extends Error {
  override readonly name = "PolicyDocumentError";
}

const PREFIX = "writing IAM Policy Document: ";

/** Elements of a statement in the order they are written. */
interface Statement {
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

interface Document {
  Version: string;
  Id: string;
  statements: Statement[];
}

/** Answers `getPolicyDocument`. Throws PolicyDocumentError where the provider would refuse. */
export function policyDocument(args: PropertyMap): PropertyMap {
  const merged: Document = { Version: "", Id: "", statements: [] };
  const sourceSids = new Set<string>();
  texts(args.sourcePolicyDocuments).forEach((text, index) => {
    const source = parseDocument(text, `merging source document ${index}`);
    rejectRepeats(source, sourceSids, index);
    merge(merged, source);
  });
  merge(merged, ownDocument(args));
  texts(args.overridePolicyDocuments).forEach((text, index) => {
    merge(merged, parseDocument(text, `merging override document ${index}`));
  });
  const written: PropertyMap = {};
  if (merged.Version !== "") written.Version = merged.Version;
  if (merged.Id !== "") written.Id = merged.Id;
  if (merged.statements.length > 0) written.Statement = merged.statements.map((s) => ({ ...s }));
  const json = escapeAsGo(JSON.stringify(written, null, 2));
  return {
    ...args,
    version: text(args.version) || "2012-10-17",
    json,
    minifiedJson: escapeAsGo(JSON.stringify(written)),
    id: String(crc32(json)),
  };
}

/** Go's encoder writes these as escapes even inside plain text. */
function escapeAsGo(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function text(value: PropertyValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function texts(value: PropertyValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((v) => typeof v === "string") : [];
}

function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function maps(value: PropertyValue | undefined): PropertyMap[] {
  return Array.isArray(value) ? value.filter(isMap) : [];
}

/** A statement with the Sid of an earlier one takes its place; everything else is appended. */
function merge(into: Document, from: Document): void {
  if (from.Id !== "") into.Id = from.Id;
  if (from.Version > into.Version) into.Version = from.Version;
  for (const statement of from.statements) {
    const at = statement.Sid ? into.statements.findIndex((s) => s.Sid === statement.Sid) : -1;
    if (at === -1) into.statements.push(statement);
    else into.statements[at] = statement;
  }
}

function ownDocument(args: PropertyMap): Document {
  const version = text(args.version) || "2012-10-17";
  const seen = new Set<string>();
  const statements = maps(args.statements).map((given): Statement => {
    const sid = text(given.sid);
    if (sid !== "" && seen.has(sid)) {
      throw new PolicyDocumentError(`${PREFIX}duplicate Sid (${sid}). Remove the Sid or ensure the Sid is unique.`);
    }
    seen.add(sid);
    return withoutEmpty({
      Sid: sid,
      Effect: text(given.effect) || "Allow",
      Action: oneOrReversed(given.actions),
      NotAction: oneOrReversed(given.notActions),
      Resource: withVariables(oneOrReversed(given.resources), version),
      NotResource: withVariables(oneOrReversed(given.notResources), version),
      Principal: principals(maps(given.principals), version),
      NotPrincipal: principals(maps(given.notPrincipals), version),
      Condition: conditions(maps(given.conditions), version),
    });
  });
  return { Version: version, Id: text(args.policyId), statements };
}

function withoutEmpty(statement: Statement): Statement {
  const isEmpty = (v: unknown): boolean => v === undefined || v === "" || (Array.isArray(v) && v.length === 0);
  return Object.fromEntries(Object.entries(statement).filter(([, v]) => !isEmpty(v)));
}

/** Sets have no order of their own: one element is a string, several are a list from Z to A. */
function oneOrReversed(value: PropertyValue | undefined): PropertyValue | undefined {
  const unique = [...new Set(texts(value))];
  if (unique.length === 0) return undefined;
  return unique.length === 1 ? unique[0] : reversed(unique);
}

function reversed(values: string[]): string[] {
  return values.sort((a, b) => (a < b ? 1 : -1));
}

/** `&{aws:username}` stands for `${aws:username}`, which Terraform would take for its own. */
function withVariables(value: PropertyValue | undefined, version: string): PropertyValue | undefined {
  if (Array.isArray(value)) return value.map((v) => withVariables(v, version) ?? "");
  if (typeof value !== "string") return value;
  if (version === "2008-10-17" && value.includes("&{")) {
    throw new PolicyDocumentError(
      `found &{ sequence in (${value}), which is not supported in document version 2008-10-17`,
    );
  }
  return value.replaceAll("&{", "${");
}

interface Principal {
  type: string;
  /** One identifier stays a string, as it is written. */
  identifiers: string | string[];
}

function principals(given: PropertyMap[], version: string): PropertyValue | undefined {
  const blocks = given.map((p) => ({ type: text(p.type), identifiers: texts(p.identifiers) }));
  return writePrincipals(
    principalsInOrder(blocks).map(({ type, identifiers }) => {
      const made = withVariables(oneOrReversed(identifiers) ?? [], version);
      return { type, identifiers: Array.isArray(made) ? texts(made) : text(made) };
    }),
  );
}

/** Only type `*` with identifier `*` is written as `"*"`: `{"AWS": "*"}` means something else to a role's trust policy. */
function writePrincipals(given: Principal[]): PropertyValue | undefined {
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

function conditions(given: PropertyMap[], version: string): PropertyValue | undefined {
  const blocks = given.map((c) => ({
    test: text(c.test),
    variable: text(c.variable),
    values: texts(c.values),
  }));
  return writeConditions(
    conditionsInOrder(blocks).map((c) => ({ ...c, values: texts(withVariables(c.values, version)) })),
  );
}

/** Values keep their order; those of the same test and variable are joined. */
function writeConditions(given: ConditionBlock[]): PropertyValue | undefined {
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

function rejectRepeats(source: Document, seen: Set<string>, index: number): void {
  source.statements.forEach((statement, i) => {
    if (!statement.Sid) return;
    if (seen.has(statement.Sid)) {
      throw new PolicyDocumentError(
        `${PREFIX}merging source document ${index}: duplicate Sid (${statement.Sid}) in source_policy_documents (statement ${i}). Remove the Sid or ensure Sids are unique.`,
      );
    }
    seen.add(statement.Sid);
  });
}

/** A document that was written elsewhere. Action and resource lists keep their order and form; unknown keys are dropped. */
function parseDocument(json: string, doing: string): Document {
  let parsed: PropertyValue;
  try {
    parsed = JSON.parse(json) as PropertyValue;
  } catch (error) {
    throw new PolicyDocumentError(`${PREFIX}${doing}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isMap(parsed)) throw new PolicyDocumentError(`${PREFIX}${doing}: the document is not a JSON object`);
  const statements = key(parsed, "Statement");
  if (statements !== undefined && statements !== null && !Array.isArray(statements)) {
    throw new PolicyDocumentError(`${PREFIX}${doing}: Statement must be a list`);
  }
  return {
    Version: text(key(parsed, "Version")),
    Id: text(key(parsed, "Id")),
    statements: maps(statements ?? []).map((s) =>
      withoutEmpty({
        Sid: text(key(s, "Sid")),
        Effect: text(key(s, "Effect")),
        Action: key(s, "Action"),
        NotAction: key(s, "NotAction"),
        Resource: key(s, "Resource"),
        NotResource: key(s, "NotResource"),
        Principal: writePrincipals(parsePrincipals(key(s, "Principal"))),
        NotPrincipal: writePrincipals(parsePrincipals(key(s, "NotPrincipal"))),
        Condition: writeConditions(parseConditions(key(s, "Condition"))),
      }),
    ),
  };
}

/** Go matches keys without regard to case. */
function key(map: PropertyMap, name: string): PropertyValue | undefined {
  if (name in map) return map[name];
  const found = Object.keys(map).find((k) => k.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : map[found];
}

function parsePrincipals(value: PropertyValue | undefined): Principal[] {
  if (typeof value === "string") return [{ type: "*", identifiers: ["*"] }];
  if (!isMap(value)) return [];
  return Object.entries(value).map(([type, v]) => ({ type, identifiers: typeof v === "string" ? v : texts(v) }));
}

/** The provider's reader knows strings, booleans and lists; it drops a number. */
function parseConditions(value: PropertyValue | undefined): ConditionBlock[] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([test, variables]) =>
    Object.entries(isMap(variables) ? variables : {})
      .filter(([, v]) => typeof v === "string" || typeof v === "boolean" || Array.isArray(v))
      .map(([variable, v]) => ({ test, variable, values: Array.isArray(v) ? texts(v) : [String(v)] })),
  );
}
