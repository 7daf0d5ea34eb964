import type { Resource, Rule } from "../../rule";
import { mustBeCustomerKey } from "../customer-keys";
import { clusterType } from "./cluster";

/** A cluster encrypts its volumes with a key of the account. */
export const requireCustomerKey: Rule = {
  name: "msk-customer-key",
  severity: "medium",
  reason: "An MSK cluster must encrypt its volumes with a KMS key of the account, whose policy says who may use it.",
  remediation: "Set encryptionInfo.encryptionAtRestKmsKeyArn to the ARN of an aws.kms.Key; the cluster is replaced.",
  url: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html",
  frameworks: [],
  profile: "strict",
  types: [clusterType],
  *check({ properties }: Resource) {
    yield* mustBeCustomerKey(properties.at("encryptionInfo", "encryptionAtRestKmsKeyArn"));
  },
};
