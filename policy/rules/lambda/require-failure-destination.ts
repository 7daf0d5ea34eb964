import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import type { Resource, Rule } from "../../rule";
import { about, mustBeSet, undecided, violated, wholeResource } from "../../rule";
import { functionType } from "./function";

const mappingType = "aws:lambda/eventSourceMapping:EventSourceMapping";

/** Services that put an event into Lambda's queue and do not wait for what becomes of it. */
const asynchronous = /^(s3|sns|events|ses|iot|logs|codecommit|config)\.amazonaws\.com/;

/** Events that a function fails at go somewhere. */
export const requireFailureDestination: Rule = {
  name: "lambda-failure-destination",
  severity: "medium",
  reason: "Events that a function fails at must go to a queue or topic; after the last retry Lambda throws them away.",
  remediation:
    "Set deadLetterConfig.targetArn, or create an aws.lambda.FunctionEventInvokeConfig with destinationConfig.onFailure; for streams set destinationConfig.onFailure.destinationArn.",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
  frameworks: [],
  profile: "strict",
  types: [mappingType, functionType],
  *check({ type, properties }: Resource) {
    // Only streams have a position to start from. A queue keeps what fails by its own redrive policy; DocumentDB has no destination.
    const isStream =
      properties.at("startingPosition").state !== "absent" &&
      properties.at("documentDbEventSourceConfig").state === "absent";
    if (type === mappingType && isStream)
      yield* mustBeSet(
        properties.at("destinationConfig", "onFailure", "destinationArn"),
        "set it to the ARN of a queue, topic or bucket",
      );
  },
  *join(graph: ResourceGraph) {
    const functions = new References(graph, [functionType], ["name", "arn", "id"]);
    const invoked = new Set(
      graph
        .ofType("aws:lambda/permission:Permission")
        .filter(({ properties }) => asynchronous.test(properties.at("principal").text ?? ""))
        .flatMap((permission) => functions.from(permission, "function")),
    );
    const withDestination = new Set(
      graph
        .ofType("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig")
        .filter(({ properties }) => properties.at("destinationConfig", "onFailure").state !== "absent")
        .flatMap((config) => functions.from(config, "functionName")),
    );
    for (const each of invoked) {
      const letters = each.properties.at("deadLetterConfig");
      if (withDestination.has(each) || letters.at("targetArn").state === "known") continue;
      if (letters.state === "unknown") yield about(each, undecided(letters));
      else if (letters.state === "absent")
        yield about(
          each,
          violated(wholeResource, "loses the events that it fails at", "set deadLetterConfig.targetArn"),
        );
    }
  },
};
