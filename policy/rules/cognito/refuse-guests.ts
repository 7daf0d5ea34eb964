import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustNotBeTrue } from "../../rule";

/** An identity pool gives AWS credentials to nobody who has not signed in. */
export const refuseGuests: Rule = {
  name: "cognito-no-guests",
  severity: "high",
  reason: "An identity pool must not give AWS credentials to guests, because guests are everybody on the internet.",
  remediation: "Set allowUnauthenticatedIdentities to false.",
  url: "https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html#enable-or-disable-unauthenticated-identities",
  frameworks: [securityHub("Cognito.2")],
  profile: "baseline",
  types: ["aws:cognito/identityPool:IdentityPool"],
  check: ({ properties }: Resource) =>
    mustNotBeTrue(properties.at("allowUnauthenticatedIdentities"), "set it to false"),
};
