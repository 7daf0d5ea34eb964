// What rules over policy documents have in common.

import { readPolicyDocument, type Statement } from "./aws/policy-document";
import { isPublic } from "./aws/public-access";
import type { Property } from "./aws/reading";
import { type Finding, undecided, violated } from "./rule";

/** Judges each statement. A document that is absent or is not one has none. */
export function* checkStatements(
  policy: Property,
  judge: (statement: Statement) => Iterable<Finding>,
): Iterable<Finding> {
  const document = readPolicyDocument(policy);
  if (document === "unknown") yield undecided(policy);
  if (typeof document === "string") return;
  for (const statement of document.statements) yield* judge(statement);
}

/** No statement lets everybody in without a condition that shuts outsiders out. */
export function mustNotBePublic(policy: Property): Iterable<Finding> {
  return checkStatements(policy, function* (statement) {
    if (isPublic(statement))
      yield violated(
        statement.path,
        "lets everybody in",
        "name the accounts or services as principals, or add a condition such as aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID",
      );
  });
}
