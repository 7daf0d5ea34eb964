// What the rules about public policies of several services share.

import { opensToEveryone } from "../aws/open-access";
import { readPolicyDocument } from "../aws/policy-document";
import type { Property } from "../aws/reading";
import type { Finding } from "../rule";
import { undecided, violated } from "../rule";

/** No statement of the policy document lets in whoever asks. */
export function* mustNotBeOpen(policy: Property): Iterable<Finding> {
  const document = readPolicyDocument(policy);
  if (document === "unknown") yield undecided(policy);
  if (typeof document === "string") return;
  for (const statement of document.statements.filter(opensToEveryone))
    yield violated(
      statement.path,
      "lets everyone in",
      'name the principals, or add a condition such as StringEquals "aws:PrincipalOrgID"',
    );
}
