import type { Property } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Rule } from "../../rule";
import { about, violated, wholeResource } from "../../rule";
import { queueType } from "./queue";

/** Where a queue is named as the one for what failed. */
const forFailures = ["redrivePolicy", "deadLetterConfig", "destinationConfig"];

/** A queue puts messages that nobody can process aside. */
export const requireDeadLetterQueue: Rule = {
  name: "sqs-dead-letter-queue",
  severity: "low",
  reason: "Queues must put messages that fail again and again aside, or they come back until they expire and are lost.",
  remediation:
    "Set redrivePolicy with deadLetterTargetArn and maxReceiveCount; on the other queue set redriveAllowPolicy.",
  url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
  frameworks: [],
  profile: "strict",
  types: [queueType],
  *join(graph: ResourceGraph) {
    const queues = new References(graph, [queueType], ["url", "id"]);
    const { urns, arns } = failureQueues(graph);
    for (const queue of queues.without(graph.ofType("aws:sqs/redrivePolicy:RedrivePolicy"), "queueUrl")) {
      const { properties } = queue;
      // A policy that is not known yet will be one: nobody computes none.
      if (isSet(properties.at("redrivePolicy")) || isSet(properties.at("redriveAllowPolicy"))) continue;
      if (urns.has(queue.urn) || arns.has(properties.at("arn").text ?? "")) continue;
      yield about(queue, violated(wholeResource, "has no dead-letter queue", "set redrivePolicy"));
    }
  },
};

function isSet(property: Property): boolean {
  return property.state !== "absent" && !property.isEmpty;
}

function failureQueues(graph: ResourceGraph): { urns: Set<string>; arns: Set<string> } {
  const urns = new Set<string>();
  const arns = new Set<string>();
  for (const resource of graph.resources)
    for (const name of forFailures) {
      for (const urn of resource.sources[name] ?? []) if (urn !== resource.urn) urns.add(urn);
      for (const arn of namedQueues(resource, name)) arns.add(arn);
    }
  return { urns, arns };
}

function namedQueues(resource: StackResource, name: string): string[] {
  const value = resource.properties.at(name);
  const inside = value.parseJson() ?? value;
  return [
    inside.at("deadLetterTargetArn"),
    inside.at("targetArn"),
    inside.at("arn"),
    inside.at("onFailure", "destination"),
    inside.at("onFailure", "destinationArn"),
  ].flatMap((arn) => arn.text ?? []);
}
