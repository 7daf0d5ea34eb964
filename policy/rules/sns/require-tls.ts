import { readPolicyDocument } from "../../aws/policy-document";
import { deniesPlainHttp } from "../../aws/public-access";
import type { Property } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import type { Finding, Resource, Rule } from "../../rule";
import { about, undecided, violated, wholeResource } from "../../rule";
import { topicPolicyType, topicType } from "./topic";

/** SNS takes no `*` in a topic's policy. */
const publishing = new Set(["sns:publish", "sns:*", "*"]);
const fix = 'deny sns:Publish to everyone where "aws:SecureTransport" is "false"';

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
  check: ({ properties }: Resource) => checkPolicy(properties.at("policy")),
  *join(graph: ResourceGraph) {
    const topics = new References(graph, [topicType], ["arn", "id"]);
    for (const topic of topics.without(graph.ofType(topicPolicyType), "arn")) {
      const policy = topic.properties.at("policy");
      // Once the topic is there, the policy that AWS gives it stands in its outputs.
      if (readPolicyDocument(policy) === "absent")
        yield about(
          topic,
          violated(wholeResource, "has no policy that denies plain HTTP", `create an aws.sns.TopicPolicy: ${fix}`),
        );
      else for (const finding of checkPolicy(policy)) yield about(topic, finding);
    }
  },
};

function* checkPolicy(policy: Property): Iterable<Finding> {
  const document = readPolicyDocument(policy);
  if (document === "unknown") yield undecided(policy);
  else if (typeof document === "string") yield violated(policy, "is not a policy document", fix);
  else if (!document.statements.some((statement) => deniesPlainHttp(statement, publishing)))
    yield violated(policy, "does not deny messages over plain HTTP", fix);
}
