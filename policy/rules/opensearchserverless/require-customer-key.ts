import type { Property } from "../../aws/reading";
import type { Finding, Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { entriesOf, securityPolicyType } from "./policy-text";

/** Collections encrypt with a key of the account. */
export const requireCustomerKey: Rule = {
  name: "opensearchserverless-customer-key",
  severity: "medium",
  reason:
    "Collections of OpenSearch Serverless must encrypt with a KMS key of the account, whose policy says who may use it.",
  remediation: 'In the policy of type "encryption" set AWSOwnedKey to false and KmsARN to the ARN of an aws.kms.Key.',
  url: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-encryption.html",
  frameworks: [],
  profile: "strict",
  types: [securityPolicyType],
  *check({ properties }: Resource) {
    const [type, policy] = [properties.at("type"), properties.at("policy")];
    if (type.state === "unknown") yield undecided(type);
    if (type.text !== "encryption") return;
    if (policy.state === "unknown") yield undecided(policy);
    else for (const entry of entriesOf(policy)) yield* checkEntry(entry);
  },
};

function* checkEntry(entry: Property): Iterable<Finding> {
  const [owned, key] = [entry.at("AWSOwnedKey"), entry.at("KmsARN")];
  const fix = "set AWSOwnedKey to false and KmsARN to the ARN of an aws.kms.Key";
  const open = [owned, key].find(({ state }) => state === "unknown");
  if (open !== undefined) yield undecided(open);
  else if (owned.flag === true) yield violated(owned, "takes a key of AWS", fix);
  else if (key.state === "absent" || key.isEmpty) yield violated(key, "is not set, so the key is one of AWS", fix);
}
