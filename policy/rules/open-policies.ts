// What the rules about public policies of several services share.

import { opensToEveryone } from "../aws/open-access";
import type { Property } from "../aws/reading";
import { checkStatements } from "../documents";
import type { Finding } from "../rule";
import { violated } from "../rule";

/** No statement of the policy document lets in whoever asks. */
export function mustNotBeOpen(policy: Property): Iterable<Finding> {
  return checkStatements(policy, function* (statement) {
    if (opensToEveryone(statement))
      yield violated(
        statement.path,
        "lets everyone in",
        'name the principals, or add a condition such as StringEquals "aws:PrincipalOrgID"',
      );
  });
}
