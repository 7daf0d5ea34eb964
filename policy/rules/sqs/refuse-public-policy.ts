import { mustNotBePublic } from "../../documents";
import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { queuePolicyType, queueType } from "./queue";

/** No queue is open to everybody. */
export const refusePublicPolicy: Rule = {
  name: "sqs-no-public-policy",
  severity: "critical",
  reason: "A queue's policy must not let everybody in, or strangers read, add and delete messages.",
  remediation: "Name the accounts or services as principals, with aws:SourceArn or aws:SourceAccount for services.",
  url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
  frameworks: [securityHub("SQS.3")],
  profile: "baseline",
  types: [queuePolicyType, queueType],
  check: ({ properties }: Resource) => mustNotBePublic(properties.at("policy")),
};
