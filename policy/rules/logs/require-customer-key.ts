import type { Resource, Rule } from "../../rule";
import { mustBeCustomerKey } from "../customer-keys";
import { logGroupType } from "./require-retention";

/** Log groups encrypt with a key of the account. */
export const requireCustomerKey: Rule = {
  name: "logs-customer-key",
  severity: "low",
  reason:
    "A log group must encrypt with a KMS key of the account: logs hold more about people than anybody meant to write.",
  remediation: "Set kmsKeyId to the ARN of an aws.kms.Key whose policy lets logs.<region>.amazonaws.com use it.",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
  frameworks: [],
  profile: "strict",
  types: [logGroupType],
  *check({ properties }: Resource) {
    yield* mustBeCustomerKey(properties.at("kmsKeyId"));
  },
};
