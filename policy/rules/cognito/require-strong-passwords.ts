import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeTrue, undecided, violated } from "../../rule";
import { userPoolType } from "./user-pool";

const kinds = ["requireLowercase", "requireUppercase", "requireNumbers", "requireSymbols"];

/** Passwords are no weaker than Cognito asks for by itself. */
export const requireStrongPasswords: Rule = {
  name: "cognito-strong-passwords",
  severity: "medium",
  reason: "A password policy must ask for 8 characters of all four kinds, which Cognito does where it is left out.",
  remediation: `Leave passwordPolicy out, or set minimumLength to at least 8 and ${kinds.join(", ")} to true.`,
  url: "https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html",
  // Cognito.3 also limits how long a temporary password lasts.
  frameworks: [securityHub("Cognito.3", "looser")],
  profile: "baseline",
  types: [userPoolType],
  *check({ properties }: Resource) {
    const policy = properties.at("passwordPolicy");
    if (policy.state === "unknown") yield undecided(policy);
    if (policy.state !== "known") return;
    const length = policy.at("minimumLength");
    if (length.state === "unknown") yield undecided(length);
    else if (length.state === "known" && !(Number(length.whole) >= 8))
      yield violated(length, "is less than 8", "set it to 8 or more");
    // A policy that is given is taken as it is: what it leaves out is not asked for.
    for (const kind of kinds) yield* mustBeTrue(policy.at(kind), "set it to true");
  },
};
