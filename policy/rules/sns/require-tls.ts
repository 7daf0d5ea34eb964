import type { Rule } from "../../rule";
import { mustDenyPlainHttp } from "../plain-http";
import { topicPolicyType, topicType } from "./topic";

/** Every topic refuses messages that come over plain HTTP. */
export const requireTls: Rule = {
  name: "sns-tls-only",
  severity: "medium",
  reason:
    "Every topic must refuse messages over plain HTTP, which SNS still takes, so that nobody on the way reads them.",
  remediation:
    'Create an aws.sns.TopicPolicy with Effect Deny, Principal "*", Action "sns:Publish", Condition Bool "aws:SecureTransport" "false".',
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit",
  frameworks: [],
  profile: "baseline",
  types: [topicPolicyType],
  ...mustDenyPlainHttp({
    type: topicType,
    policyType: topicPolicyType,
    namedBy: "arn",
    // SNS takes no `*` in a topic's policy.
    actions: new Set(["sns:publish", "sns:*", "*"]),
    what: "messages",
    fix: 'deny sns:Publish to everyone where "aws:SecureTransport" is "false"',
    create: "aws.sns.TopicPolicy",
  }),
};
