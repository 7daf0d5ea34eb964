import type { Property } from "../../aws/reading";
import type { Finding, Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { entriesOf, securityPolicyType } from "./policy-text";

const collectionType = "aws:opensearch/serverlessCollection:ServerlessCollection";

/** Collections encrypt with a key of the account. */
export const requireCustomerKey: Rule = {
  name: "opensearchserverless-customer-key",
  severity: "medium",
  reason:
    "Collections of OpenSearch Serverless must encrypt with a KMS key of the account, whose policy says who may use it.",
  remediation:
    'In the policy of type "encryption" set AWSOwnedKey to false and KmsARN to the ARN of an aws.kms.Key; likewise in encryptionConfigs of a collection.',
  url: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-encryption.html",
  frameworks: [],
  profile: "strict",
  types: [securityPolicyType, collectionType],
  *check({ type: token, properties }: Resource) {
    // A collection may have a key of its own; where it says nothing, a policy of type "encryption" is for it.
    if (token === collectionType) {
      const configs = properties.at("encryptionConfigs");
      if (configs.state === "unknown") yield undecided(configs);
      for (const config of configs.items) yield* checkKey(config, "awsOwnedKey", "kmsKeyArn");
      return;
    }
    const [type, policy] = [properties.at("type"), properties.at("policy")];
    if (type.state === "unknown") yield undecided(type);
    if (type.text !== "encryption") return;
    if (policy.state === "unknown") yield undecided(policy);
    else for (const entry of entriesOf(policy)) yield* checkKey(entry, "AWSOwnedKey", "KmsARN");
  },
};

function* checkKey(entry: Property, ownedName: string, keyName: string): Iterable<Finding> {
  const [owned, key] = [entry.at(ownedName), entry.at(keyName)];
  const fix = `set ${ownedName} to false and ${keyName} to the ARN of an aws.kms.Key`;
  const open = [owned, key].find(({ state }) => state === "unknown");
  if (open !== undefined) yield undecided(open);
  else if (owned.flag === true) yield violated(owned, "takes a key of AWS", fix);
  else if (key.state === "absent" || key.isEmpty) yield violated(key, "is not set, so the key is one of AWS", fix);
}
