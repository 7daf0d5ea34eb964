import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf } from "../../rule";
import { userPoolType } from "./user-pool";

const active = new Set(["ACTIVE"]);

/** A user pool cannot be deleted by mistake. */
export const requireDeletionProtection: Rule = {
  name: "cognito-deletion-protection",
  severity: "medium",
  reason: "User pools must be protected from deletion: accounts and their passwords cannot be brought back.",
  remediation: 'Set deletionProtection to "ACTIVE".',
  url: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html",
  frameworks: [securityHub("Cognito.6")],
  profile: "baseline",
  types: [userPoolType],
  check: ({ properties }: Resource) => mustBeOneOf(properties.at("deletionProtection"), active, 'set it to "ACTIVE"'),
};
