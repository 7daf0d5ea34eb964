import type { Resource, Rule } from "../../rule";
import { mustBeCustomerKey } from "../customer-keys";

const scheduleType = "aws:scheduler/schedule:Schedule";

/** Events and the inputs of schedules are encrypted with a key of the account. */
export const requireCustomerKey: Rule = {
  name: "eventbridge-customer-key",
  severity: "low",
  reason: "Event buses and schedules must encrypt with a key of the account, so that reading can be denied and seen.",
  remediation: "Set kmsKeyIdentifier of the bus, or kmsKeyArn of the schedule, to the ARN of an aws.kms.Key.",
  url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption.html",
  frameworks: [],
  profile: "strict",
  types: ["aws:cloudwatch/eventBus:EventBus", scheduleType],
  check: ({ type, properties }: Resource) =>
    mustBeCustomerKey(properties.at(type === scheduleType ? "kmsKeyArn" : "kmsKeyIdentifier")),
};
