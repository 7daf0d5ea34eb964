import type { Resource, Rule } from "../../rule";
import { mustBeSet } from "../../rule";

const scheduleType = "aws:scheduler/schedule:Schedule";

/** Events that cannot be delivered go to a queue. */
export const requireDeadLetterQueue: Rule = {
  name: "eventbridge-dead-letter-queue",
  severity: "low",
  reason: "Events that cannot be delivered must go to a queue; after a day EventBridge throws them away.",
  remediation: "Set deadLetterConfig.arn of the target to the ARN of a queue.",
  url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html",
  frameworks: [],
  profile: "strict",
  types: ["aws:cloudwatch/eventTarget:EventTarget", scheduleType],
  check: ({ type, properties }: Resource) =>
    mustBeSet(
      (type === scheduleType ? properties.at("target") : properties).at("deadLetterConfig", "arn"),
      "set it to the ARN of a queue",
    ),
};
