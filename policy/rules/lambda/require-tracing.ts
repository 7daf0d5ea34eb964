import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { securityHubNist } from "../../frameworks";
import type { Rule } from "../../rule";
import { about, mustBeOneOf } from "../../rule";
import { behaviorProperties, distributionTypes } from "../cloudfront/distribution";
import { functionType } from "./function";

const active = new Set(["Active"]);

/** Functions trace their invocations. Those at the edge cannot: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html */
export const requireTracing: Rule = {
  name: "lambda-tracing",
  severity: "low",
  reason:
    "Functions must trace invocations with X-Ray, so that a slow or failing one can be followed to what it called.",
  remediation: 'Set tracingConfig.mode to "Active".',
  url: "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
  frameworks: [securityHubNist("Lambda.7")],
  profile: "strict",
  types: [functionType],
  *join(graph: ResourceGraph) {
    const functions = new References(graph, [functionType], []);
    const atEdge = new Set(
      graph
        .ofType(...distributionTypes)
        .flatMap((distribution) => behaviorProperties.flatMap((name) => functions.madeFrom(distribution, name))),
    );
    for (const each of functions.all) {
      if (atEdge.has(each)) continue;
      for (const finding of mustBeOneOf(each.properties.at("tracingConfig", "mode"), active, 'set it to "Active"'))
        yield about(each, finding);
    }
  },
};
