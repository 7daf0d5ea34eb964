// Reading a policy document that was written elsewhere, as the provider reads it.

import type { PropertyMap, PropertyValue } from "../../plan/plan";
import {
  type Document,
  isMap,
  maps,
  PolicyDocumentError,
  PREFIX,
  type Principal,
  text,
  texts,
  withoutEmpty,
  writeConditions,
  writePrincipals,
} from "./policy-document-parts";
import type { ConditionBlock } from "./set-order";

/** A document that was written elsewhere. Action and resource lists keep their order and form; unknown keys are dropped. */
export function parseDocument(json: string, doing: string): Document {
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
