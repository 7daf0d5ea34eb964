import { securityHubNist } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { mustBeCustomerKey } from "../customer-keys";
import { repositoryType } from "./repository";

/** Images are encrypted with a key of the account. */
export const requireCustomerKey: Rule = {
  name: "ecr-customer-key",
  severity: "low",
  reason: "Repositories must encrypt images with a key of the account, so that reading them can be denied and seen.",
  remediation:
    'Set encryptionConfigurations to one with encryptionType "KMS" and kmsKey; this replaces the repository.',
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html",
  frameworks: [securityHubNist("ECR.5")],
  profile: "strict",
  types: [repositoryType],
  *check({ properties }: Resource) {
    const configurations = properties.at("encryptionConfigurations");
    const [first] = configurations.items;
    if (configurations.state === "unknown") yield undecided(configurations);
    else if (first === undefined)
      yield violated(configurations, "is not set", 'set encryptionType "KMS" and kmsKey in it');
    else yield* mustBeCustomerKey(first.at("kmsKey"));
  },
};
