import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";

/** A refresh token that was stolen can be taken back. */
export const requireTokenRevocation: Rule = {
  name: "cognito-token-revocation",
  severity: "low",
  reason: "Refresh tokens must be revocable, so that whoever signs out or was robbed of one is signed out.",
  remediation: "Leave enableTokenRevocation out or set it to true.",
  url: "https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html",
  frameworks: [],
  profile: "baseline",
  types: ["aws:cognito/userPoolClient:UserPoolClient", "aws:cognito/managedUserPoolClient:ManagedUserPoolClient"],
  *check({ properties }: Resource) {
    const revocation = properties.at("enableTokenRevocation");
    if (revocation.state === "unknown") yield undecided(revocation);
    else if (revocation.flag === false) yield violated(revocation, "is false", "leave it out or set it to true");
  },
};
