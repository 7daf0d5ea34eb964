import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";

/** No layer is open to everybody. */
export const refusePublicLayer: Rule = {
  name: "lambda-no-public-layer",
  severity: "high",
  reason: "Versions of a layer must not be for every account, or strangers read the code and what was left in it.",
  remediation: "Set principal to an account's id, or organizationId to that of your organization.",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html",
  frameworks: [],
  profile: "baseline",
  types: ["aws:lambda/layerVersionPermission:LayerVersionPermission"],
  *check({ properties }: Resource) {
    const [principal, organization] = [properties.at("principal"), properties.at("organizationId")];
    // An organization that is not known yet will be one: nobody computes none.
    if (organization.state === "unknown" || organization.text?.startsWith("o-")) return;
    if (principal.state === "unknown") yield undecided(principal);
    else if (principal.text === "*")
      yield violated(principal, "is everybody", "name an account, or set organizationId");
  },
};
