import { distributionTypes, type EdgeService, edgeServices } from "../../aws/edge-services";
import type { ResourceGraph } from "../../aws/resource-graph";
import type { Parameters } from "../../parameters";
import type { Finding, Resource, Rule } from "../../rule";
import { about, undecided, violated, wholeResource } from "../../rule";
import { checkBehaviors, checkOwnPolicies } from "./edge-behaviors";
import { dataClassParameters, residencyRuleName } from "./parameters";
import { dataClassesOf, type Tagged } from "./scope";

type Mode = "forbid" | "waive" | "allow-no-cache";

/**
 * Edge locations are in no Region. A restriction of countries limits who may see something, not where it is kept, and a price class only
 * which locations serve whom: neither is looked at.
 */
export const restrictEdge: Rule = {
  name: "region-edge-cache",
  severity: "high",
  reason: "Edge locations are in no Region: what they keep, and where TLS ends, is outside the allowed ones.",
  remediation:
    "Serve from allowed Regions, or let the edge keep nothing: the managed cache policy CachingDisabled on every behavior, and no Lambda@Edge.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html",
  frameworks: [],
  profile: "baseline",
  types: Object.keys(edgeServices),
  parametersOf: residencyRuleName,
  parameters: {
    cloudfrontUnderResidency: {
      kind: "choice",
      values: ["forbid", "waive", "allow-no-cache"],
      default: "waive",
      description:
        "What may be at the edge: nothing (forbid), anything (waive), or what keeps no copies (allow-no-cache). TLS ends at edge locations all over the world all the same, so that what passes is in the clear there.",
    },
    publicDataClasses: {
      kind: "texts",
      pattern: "^\\S.{0,255}$",
      example: "public",
      description: "Data classes that may be kept anywhere.",
    },
    ...dataClassParameters,
  },
  *check(resource: Resource, parameters: Parameters) {
    const service = edgeServices[resource.type];
    const mode = yield* modeOf(resource, parameters);
    if (service === undefined || mode === "waive") return;
    if (mode === "forbid" || service.keepsCopies) yield* checkPresence(service, resource);
    else if (isDistribution(resource.type)) yield* checkBehaviors(resource.properties);
  },
  *join(graph: ResourceGraph, parameters: Parameters) {
    for (const distribution of graph.ofType(...distributionTypes)) {
      const { properties } = distribution;
      // What is not known about its tags has been said of the resource.
      const mode = silently(modeOf({ properties, stackTags: graph.stackTags }, parameters));
      if (mode !== "allow-no-cache") continue;
      for (const finding of checkOwnPolicies(graph, distribution)) yield about(distribution, finding);
    }
  },
};

function isDistribution(type: string): boolean {
  return distributionTypes.some((distribution) => distribution === type);
}

/** The class of the data goes before what the environment says. While it is not known and may be public, nothing else is said. */
function* modeOf(resource: Tagged, parameters: Parameters): Generator<Finding, Mode> {
  const { names, isStrict, unknown } = dataClassesOf(resource, parameters);
  const free = parameters.texts("publicDataClasses");
  const set = parameters.choice("cloudfrontUnderResidency");
  if (free.length > 0 || parameters.texts("strictDataClasses").length > 0) yield* unknown.map((tag) => undecided(tag));
  if (isStrict) return "forbid";
  if (names.length > 0 && names.every((name) => free.includes(name))) return "waive";
  if (unknown.length > 0 && free.length > 0) return "waive";
  return set === "forbid" || set === "allow-no-cache" ? set : "waive";
}

function silently<T>(generator: Generator<Finding, T>): T {
  let step = generator.next();
  while (step.done !== true) step = generator.next();
  return step.value;
}

function* checkPresence(service: EdgeService, { properties }: Resource): Iterable<Finding> {
  const use = service.isAtEdge(properties);
  if (use === "yes") yield violated(service.path ?? wholeResource, service.what, service.fix);
  else if (use !== "no") yield undecided(use);
}
