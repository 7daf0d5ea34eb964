import { mustNotBePublic } from "../../documents";
import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { topicPolicyType, topicType } from "./topic";

/** No topic is open to everybody. */
export const refusePublicPolicy: Rule = {
  name: "sns-no-public-policy",
  severity: "critical",
  reason: "A topic's policy must not let everybody in, or strangers listen to messages and send their own.",
  remediation: "Name the accounts or services as principals, with aws:SourceArn or aws:SourceAccount for services.",
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html",
  frameworks: [securityHub("SNS.4")],
  profile: "baseline",
  types: [topicPolicyType, topicType],
  check: ({ properties }: Resource) => mustNotBePublic(properties.at("policy")),
};
