import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { accessPolicyType, elementsOf, entriesOf } from "./policy-text";

/** Data access policies name who they are about. */
export const requireNamedPrincipals: Rule = {
  name: "opensearchserverless-named-principals",
  severity: "high",
  reason:
    "Data access policies of OpenSearch Serverless must name roles and users: a wildcard fits those that come tomorrow.",
  remediation: "Set Principal to the exact ARNs of roles and users, without wildcards, and not to a whole account.",
  url: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html",
  frameworks: [],
  profile: "baseline",
  types: [accessPolicyType],
  *check({ properties }: Resource) {
    const policy = properties.at("policy");
    if (policy.state === "unknown") yield undecided(policy);
    for (const principal of entriesOf(policy).flatMap((entry) => elementsOf(entry.at("Principal")))) {
      if (principal.state === "unknown") yield undecided(principal);
      else if (/[*?]|:root$|^\d{12}$/.test(principal.text ?? ""))
        yield violated(principal, "is nobody in particular", "name the role or user by its ARN");
    }
  },
};
