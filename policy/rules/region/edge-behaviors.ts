// Whether a distribution keeps copies of what it serves: cache behaviors and what they refer to.

import { CachePolicy } from "../../../components/aws/cloudfront-policies";
import type { Property } from "../../aws/reading";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Finding } from "../../rule";
import { undecided, violated } from "../../rule";
import { behaviorProperties } from "../cloudfront/distribution";

const cachePolicyType = "aws:cloudfront/cachePolicy:CachePolicy";
const cachingPolicies: ReadonlySet<string | undefined> = new Set(
  Object.values(CachePolicy).filter((id) => id !== CachePolicy.CachingDisabled),
);

const fix = `set it to the managed policy CachingDisabled (${CachePolicy.CachingDisabled}); TLS still ends at an edge location near the viewer`;

function behaviorsAt(inputs: Property, place: string): Property[] {
  const property = inputs.at(place);
  if (property.state === "absent") return [];
  return property.isList ? property.items : [property];
}

/** What a look at the distribution alone can tell. A policy of the program's own is left to the join below: it knows the policy. */
export function* checkBehaviors(inputs: Property): Iterable<Finding> {
  for (const behavior of behaviorProperties.flatMap((place) => behaviorsAt(inputs, place))) {
    if (behavior.state === "unknown") {
      yield undecided(behavior);
      continue;
    }
    const policy = behavior.at("cachePolicyId");
    if (policy.state === "absent" || policy.isEmpty) yield* checkTimes(behavior);
    else if (cachingPolicies.has(policy.text)) yield violated(policy, "is a policy that caches at the edge", fix);
    yield* checkFunctions(behavior);
  }
}

/** The older settings cache for a day unless the longest time is 0. */
function* checkTimes(behavior: Property): Iterable<Finding> {
  const longest = behavior.at("maxTtl");
  if (longest.state === "unknown") yield undecided(longest);
  else if (longest.whole !== 0)
    yield violated(behavior.at("cachePolicyId"), "is not set, so that CloudFront caches", fix);
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-logs.html */
function* checkFunctions(behavior: Property): Iterable<Finding> {
  const functions = behavior.at("lambdaFunctionAssociations");
  if (functions.state === "unknown") yield undecided(functions);
  else if (functions.state === "known" && !functions.isEmpty) {
    const what = "runs functions of Lambda@Edge, which run and log in Regions near the viewer";
    yield violated(functions, what, "do it at the origin, or in a CloudFront function");
  }
}

/** Policies that are neither managed nor of this stack may cache. */
export function* checkOwnPolicies(graph: ResourceGraph, distribution: StackResource): Iterable<Finding> {
  for (const place of behaviorProperties) {
    const behaviors = behaviorsAt(distribution.properties, place);
    const policies = graph.sourcesOf(distribution, place).filter(({ type }) => type === cachePolicyType);
    for (const policy of behaviors.map((behavior) => behavior.at("cachePolicyId")))
      if (policy.state !== "absent" && !policy.isEmpty && policy.path.endsWith("cachePolicyId"))
        yield* checkOwnPolicy(policy, policies);
  }
}

function* checkOwnPolicy(policy: Property, candidates: readonly StackResource[]): Iterable<Finding> {
  const id = policy.text;
  if (id === CachePolicy.CachingDisabled || cachingPolicies.has(id)) return;
  const byId = candidates.filter(({ properties }) => id !== undefined && properties.at("id").text === id);
  const found = byId.length > 0 ? byId : candidates;
  const times = found.map(({ properties }) => properties.at("maxTtl"));
  const caching = times.filter((longest) => longest.state !== "unknown" && longest.whole !== 0);
  if (found.length > 0 && caching.length === found.length)
    yield violated(policy, "is a policy that caches at the edge", `${fix}, or let the policy's maxTtl be 0`);
  else if (found.length === 0 && policy.state === "known")
    yield violated(policy, "is a policy of another stack, which may cache", fix);
  else if (found.length === 0 || caching.length > 0 || times.some(({ state }) => state === "unknown"))
    yield undecided(policy);
}
