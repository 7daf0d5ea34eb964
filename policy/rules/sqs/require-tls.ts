import type { Rule } from "../../rule";
import { mustDenyPlainHttp } from "../plain-http";
import { queuePolicyType, queueType } from "./queue";

/** Every queue refuses plain HTTP. */
export const requireTls: Rule = {
  name: "sqs-tls-only",
  severity: "medium",
  reason: "Every queue must refuse plain HTTP, which SQS still answers, so that nobody on the way reads messages.",
  remediation:
    'Create an aws.sqs.QueuePolicy with Effect Deny, Principal "*", Action "sqs:*", Condition Bool "aws:SecureTransport" "false".',
  url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html#enforce-encryption-data-in-transit",
  frameworks: [],
  profile: "baseline",
  types: [queuePolicyType],
  ...mustDenyPlainHttp({
    type: queueType,
    policyType: queuePolicyType,
    namedBy: "queueUrl",
    actions: new Set(["sqs:*", "*"]),
    what: "requests",
    fix: 'deny sqs:* to everyone where "aws:SecureTransport" is "false"',
    create: "aws.sqs.QueuePolicy",
  }),
};
