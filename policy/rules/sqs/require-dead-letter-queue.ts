import type { Property } from "../../aws/reading";
import { given, References } from "../../aws/references";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Rule } from "../../rule";
import { about, violated, wholeResource } from "../../rule";
import { queueType } from "./queue";

const targetOfSchedule = "target";

/** Where a queue is named as the one for what failed. */
const forFailures = ["redrivePolicy", "deadLetterConfig", "destinationConfig", targetOfSchedule];

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
    if (queues.all.length === 0) return;
    const withPolicyBeside = new Set(
      [
        ...graph.ofType("aws:sqs/redrivePolicy:RedrivePolicy"),
        ...graph.ofType("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy").filter(takesDeadLetters),
      ].flatMap((policy) => queues.from(policy, "queueUrl")),
    );
    const { urns, arns } = failureQueues(graph);
    for (const queue of queues.all) {
      if (isSet(given(queue, "redrivePolicy")) || takesDeadLetters(queue) || withPolicyBeside.has(queue)) continue;
      if (urns.has(queue.urn) || arns.has(queue.properties.at("arn").text ?? "")) continue;
      yield about(queue, violated(wholeResource, "has no dead-letter queue", "set redrivePolicy"));
    }
  },
};

/** A policy that is not known yet will be one: nobody computes none. */
function isSet(policy: Property | undefined): boolean {
  return policy !== undefined && !policy.isEmpty;
}

/** Who says which queues may send their dead letters has some in mind; `denyAll` says that none may. */
function takesDeadLetters(resource: StackResource): boolean {
  const policy = given(resource, "redriveAllowPolicy");
  return isSet(policy) && policy?.parseJson()?.at("redrivePermission").text !== "denyAll";
}

function failureQueues(graph: ResourceGraph): { urns: Set<string>; arns: Set<string> } {
  const urns = new Set<string>();
  const arns = new Set<string>();
  for (const resource of graph.resources)
    for (const name of forFailures) {
      const place = placeOf(resource, name);
      for (const arn of namedQueues(place)) arns.add(arn);
      if (name === targetOfSchedule && place.state !== "unknown") continue;
      for (const urn of resource.sources[name] ?? []) if (urn !== resource.urn) urns.add(urn);
    }
  return { urns, arns };
}

/** A schedule names it inside of its target, which also names what the schedule is for. */
function placeOf(resource: StackResource, name: string): Property {
  const place = resource.properties.at(name);
  return name === targetOfSchedule ? place.at("deadLetterConfig", "arn") : place;
}

function namedQueues(place: Property): string[] {
  const inside = place.parseJson() ?? place;
  return [
    inside,
    inside.at("deadLetterTargetArn"),
    inside.at("targetArn"),
    inside.at("arn"),
    inside.at("onFailure", "destination"),
    inside.at("onFailure", "destinationArn"),
  ].flatMap((arn) => arn.text ?? []);
}
