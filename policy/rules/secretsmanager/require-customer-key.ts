import type { Resource, Rule } from "../../rule";
import { mustBeCustomerKey } from "../customer-keys";
import { secretType } from "./refuse-public-policy";

/** Secrets are encrypted with a key of the account. */
export const requireCustomerKey: Rule = {
  name: "secretsmanager-customer-key",
  severity: "medium",
  reason:
    "A secret must be encrypted with a KMS key of the account: its policy is a second lock, and other accounts need it to read.",
  remediation: "Set kmsKeyId to the ARN of an aws.kms.Key.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html",
  frameworks: [],
  profile: "strict",
  types: [secretType],
  *check({ properties }: Resource) {
    yield* mustBeCustomerKey(properties.at("kmsKeyId"));
  },
};
