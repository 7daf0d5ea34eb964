import { isAboutEveryResource, type Statement } from "../../aws/policy-document";
import { checkStatements } from "../../documents";
import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { violated } from "../../rule";
import { policiesOf, policyTypes } from "./policies";

/** No policy allows everything. */
export const refuseAdministrators: Rule = {
  name: "iam-no-administrators",
  severity: "critical",
  reason: "A policy must not allow every action on every resource, because whoever has it has the account.",
  remediation: "Name the actions and resources that are needed.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  // The control looks at managed policies only, and does not read NotResource.
  frameworks: [securityHub("IAM.1", "stricter")],
  profile: "baseline",
  types: policyTypes,
  *check({ type, properties }: Resource) {
    for (const policy of policiesOf(type, properties))
      yield* checkStatements(policy, function* (statement) {
        if (allowsEverything(statement))
          yield violated(statement.path, "allows everything", "name the actions and resources that are needed");
      });
  },
};

function allowsEverything(statement: Statement): boolean {
  return (
    statement.effect === "Allow" &&
    statement.actions.some((action) => /^\*+(:\*+)?$/.test(action)) &&
    isAboutEveryResource(statement)
  );
}
