// The JSON that `aws.iam.getPolicyDocument` returns, byte for byte as the provider renders it. Programs put this text into
// policies, so its form is part of what a preview shows. Rules read from hashicorp/terraform-provider-aws
// internal/service/iam/policy_document_data_source.go and policy_model.go.

import type { PropertyMap, PropertyValue } from "../../plan/plan";
import { crc32 } from "./crc32";
import {
  type Document,
  maps,
  PolicyDocumentError,
  PREFIX,
  reversed,
  type Statement,
  text,
  texts,
  withoutEmpty,
  writeConditions,
  writePrincipals,
} from "./policy-document-parts";
import { parseDocument } from "./policy-document-source";
import { conditionsInOrder, principalsInOrder } from "./set-order";

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

/** Sets have no order of their own: one element is a string, several are a list from Z to A. */
function oneOrReversed(value: PropertyValue | undefined): PropertyValue | undefined {
  const unique = [...new Set(texts(value))];
  if (unique.length === 0) return undefined;
  return unique.length === 1 ? unique[0] : reversed(unique);
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

function principals(given: PropertyMap[], version: string): PropertyValue | undefined {
  const blocks = given.map((p) => ({ type: text(p.type), identifiers: texts(p.identifiers) }));
  return writePrincipals(
    principalsInOrder(blocks).map(({ type, identifiers }) => {
      const made = withVariables(oneOrReversed(identifiers) ?? [], version);
      return { type, identifiers: Array.isArray(made) ? texts(made) : text(made) };
    }),
  );
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
