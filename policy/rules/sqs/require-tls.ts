import { readPolicyDocument } from "../../aws/policy-document";
import { deniesPlainHttp } from "../../aws/public-access";
import type { Property } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import type { Finding, Resource, Rule } from "../../rule";
import { about, undecided, violated, wholeResource } from "../../rule";
import { queuePolicyType, queueType } from "./queue";

const everything = new Set(["sqs:*", "*"]);
const fix = 'deny sqs:* to everyone where "aws:SecureTransport" is "false"';

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
  check: ({ properties }: Resource) => checkPolicy(properties.at("policy")),
  *join(graph: ResourceGraph) {
    const queues = new References(graph, [queueType], ["url", "id"]);
    for (const queue of queues.without(graph.ofType(queuePolicyType), "queueUrl")) {
      const policy = queue.properties.at("policy");
      if (readPolicyDocument(policy) === "absent")
        yield about(
          queue,
          violated(wholeResource, "has no policy that denies plain HTTP", `create an aws.sqs.QueuePolicy: ${fix}`),
        );
      else for (const finding of checkPolicy(policy)) yield about(queue, finding);
    }
  },
};

function* checkPolicy(policy: Property): Iterable<Finding> {
  const document = readPolicyDocument(policy);
  if (document === "unknown") yield undecided(policy);
  else if (typeof document === "string") yield violated(policy, "is not a policy document", fix);
  else if (!document.statements.some((statement) => deniesPlainHttp(statement, everything)))
    yield violated(policy, "does not deny requests over plain HTTP", fix);
}
