import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { entriesOf, securityPolicyType } from "./policy-text";

/** No network policy opens collections or dashboards to the internet. */
export const refusePublicNetwork: Rule = {
  name: "opensearchserverless-no-public-network",
  severity: "critical",
  reason:
    "Collections of OpenSearch Serverless and their dashboards must be reached from VPC endpoints, not from the internet.",
  remediation: 'In the policy of type "network" set AllowFromPublic to false and SourceVPCEs to the VPC endpoints.',
  url: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html",
  frameworks: [],
  profile: "baseline",
  types: [securityPolicyType],
  *check({ properties }: Resource) {
    const [type, policy] = [properties.at("type"), properties.at("policy")];
    if (type.state === "unknown") yield undecided(type);
    if (type.text !== "network") return;
    if (policy.state === "unknown") yield undecided(policy);
    for (const allowed of entriesOf(policy).map((entry) => entry.at("AllowFromPublic"))) {
      if (allowed.state === "unknown") yield undecided(allowed);
      else if (allowed.flag === true)
        yield violated(allowed, "opens the rules to the internet", "set it to false, and name SourceVPCEs");
    }
  },
};
