import { checkStatements } from "../../documents";
import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { violated } from "../../rule";
import { policiesOf, policyTypes } from "./policies";

const fix = "name the actions that are needed";

/** No policy allows all that a service can do. */
export const refuseServiceWildcards: Rule = {
  name: "iam-no-service-wildcards",
  severity: "low",
  reason: "A policy must name the actions that it allows: all of a service holds what nobody thought of, and grows.",
  remediation: "Replace `service:*` and NotAction by the actions that are needed.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  // IAM.21 knows policies of their own only, and no NotAction.
  frameworks: [securityHub("IAM.21", "stricter")],
  profile: "strict",
  types: policyTypes,
  *check({ type, properties }: Resource) {
    for (const policy of policiesOf(type, properties))
      yield* checkStatements(policy, function* (statement) {
        if (statement.effect !== "Allow") return;
        if (statement.notActions.length > 0)
          yield violated(statement.path, "allows everything that it does not name", fix);
        else if (statement.actions.some((action) => /^([^:]+:)?\*+$/.test(action)))
          yield violated(statement.path, "allows all that a service can do", fix);
      });
  },
};
