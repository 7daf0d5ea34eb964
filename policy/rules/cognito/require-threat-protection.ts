import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf } from "../../rule";
import { userPoolType } from "./user-pool";

const enforced = new Set(["ENFORCED"]);
const fix = 'set it to "ENFORCED", which the PLUS tier has';

/** Cognito stops sign-ins that look like attacks. */
export const requireThreatProtection: Rule = {
  name: "cognito-threat-protection",
  severity: "low",
  reason: "User pools must stop sign-ins with stolen passwords and from unusual places instead of only counting them.",
  remediation: 'Set userPoolTier to "PLUS" and userPoolAddOns.advancedSecurityMode to "ENFORCED".',
  url: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html",
  // Cognito.4 asks for the additional flow of every pool, Cognito.1 for the mode.
  frameworks: [securityHub("Cognito.4", "looser")],
  profile: "strict",
  types: [userPoolType],
  *check({ properties }: Resource) {
    const addOns = properties.at("userPoolAddOns");
    yield* mustBeOneOf(addOns.at("advancedSecurityMode"), enforced, fix);
    // Only a pool with a challenge of its own has custom authentication.
    const challenge = properties.at("lambdaConfig", "defineAuthChallenge");
    if (challenge.state === "absent" || addOns.state !== "known") return;
    const custom = addOns.at("advancedSecurityAdditionalFlows", "customAuthMode");
    yield* mustBeOneOf(custom, enforced, fix);
  },
};
