import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf, undecided } from "../../rule";
import { userPoolType } from "./user-pool";

const offered = new Set(["ON", "OPTIONAL"]);

/** Users can sign in with a second factor. */
export const requireMfa: Rule = {
  name: "cognito-mfa",
  severity: "medium",
  reason: "User pools with passwords must offer a second factor, because passwords are guessed and stolen.",
  remediation: 'Set mfaConfiguration to "ON" or "OPTIONAL" with softwareTokenMfaConfiguration.',
  url: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html",
  frameworks: [securityHub("Cognito.5")],
  profile: "strict",
  types: [userPoolType],
  *check({ properties }: Resource) {
    // Passkeys and codes are no passwords; with one of them as the first factor the control does not apply.
    const factors = properties.at("signInPolicy", "allowedFirstAuthFactors");
    const open = [factors, ...factors.items].find(({ state }) => state === "unknown");
    if (open !== undefined) yield undecided(open);
    else if (factors.items.every(({ text }) => text === "PASSWORD"))
      yield* mustBeOneOf(properties.at("mfaConfiguration"), offered, 'set it to "ON" or "OPTIONAL"');
  },
};
