// What a behavior's policies say of callers: whether the origin can tell them apart, and whether the cache does.

import { elementsOf, isUnset, type Property } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Behavior } from "./distribution";

/** Undefined where it cannot be told. */
type Verdict = boolean | undefined;

/** Managed policies that cache and keep callers together: CachingOptimized, the same for uncompressed objects, Elemental-MediaPackage. */
const cachesTogether = new Set([
  "658327ea-f89d-4fab-a63d-7e88639e58f6",
  "b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
  "08627262-05a9-4f76-9ded-b50ca2e3a84f",
]);

/** Managed policies that send whatever the viewer sent: AllViewer, without the host, and with CloudFront's own headers. */
const sendsEverything = new Set([
  "216adef6-5c7f-47e4-b989-5492eafa07d3",
  "b689b0a8-53d0-40ab-baf2-68738e2966ac",
  "33f36d7e-f396-46d9-90e0-52428a34d9dc",
]);

const writes = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Headers that say who calls, by the words in their names. Browsers of one kind are no caller. */
const callerHeader = /auth|token|key|session|cookie|user(?!-agent)/i;

export class Caching {
  private readonly cachePolicies: References;
  private readonly requestPolicies: References;

  constructor(graph: ResourceGraph) {
    this.cachePolicies = new References(graph, ["aws:cloudfront/cachePolicy:CachePolicy"], ["id"]);
    this.requestPolicies = new References(graph, ["aws:cloudfront/originRequestPolicy:OriginRequestPolicy"], ["id"]);
  }

  /** Whether one caller's answer is kept for every other. The older `forwardedValues` keep apart whatever the origin gets to see. */
  keepsTogether(distribution: StackResource, { list, settings }: Behavior): Verdict {
    const id = settings.at("cachePolicyId");
    if (isUnset(id)) return false;
    if (id.text !== undefined && cachesTogether.has(id.text)) return true;
    return verdictOf(id, this.cachePolicies.from(distribution, list, id), keepsCallersTogether);
  }

  /** Whether the origin sees who calls, or is an API by the methods that it takes. */
  seesCallers(distribution: StackResource, behavior: Behavior): Verdict {
    const { settings } = behavior;
    const methods = settings.at("allowedMethods");
    const items = elementsOf(methods.isList ? methods : methods.at("items"));
    if (items.some(({ text }) => writes.has(text ?? ""))) return true;
    const id = settings.at("originRequestPolicyId");
    if (id.text !== undefined && sendsEverything.has(id.text)) return true;
    const sends = isUnset(id)
      ? false
      : verdictOf(id, this.requestPolicies.from(distribution, behavior.list, id), sendsCallers);
    return sends === false && items.some(({ state }) => state === "unknown") ? undefined : sends;
  }
}

/** Of a policy that the behavior names or, while the id is not known, of those that it may be. Others' known policies are not looked at. */
function verdictOf(id: Property, policies: readonly StackResource[], judge: (policy: Property) => Verdict): Verdict {
  if (policies.length === 0) return id.state === "unknown" ? undefined : false;
  const [first, ...others] = policies.map(({ properties }) => judge(properties));
  return others.every((other) => other === first) ? first : undefined;
}

function keepsCallersTogether(policy: Property): Verdict {
  if (policy.at("maxTtl").number === 0) return false;
  const key = policy.at("parametersInCacheKeyAndForwardedToOrigin");
  const cookies = key.at("cookiesConfig", "cookieBehavior");
  const headers = key.at("headersConfig", "headers", "items");
  if (cookies.text !== undefined && cookies.text !== "none") return false;
  if (headers.items.some(({ text }) => callerHeader.test(text ?? ""))) return false;
  const isOpen = [policy.at("maxTtl"), cookies, headers, ...headers.items].some(({ state }) => state === "unknown");
  return isOpen ? undefined : true;
}

function sendsCallers(policy: Property): Verdict {
  const cookies = policy.at("cookiesConfig", "cookieBehavior");
  const behavior = policy.at("headersConfig", "headerBehavior");
  const headers = policy.at("headersConfig", "headers", "items");
  if (cookies.text !== undefined && cookies.text !== "none") return true;
  if (/^(allViewer|allExcept)/.test(behavior.text ?? "")) return true;
  if (headers.items.some(({ text }) => callerHeader.test(text ?? ""))) return true;
  const isOpen = [cookies, behavior, headers, ...headers.items].some(({ state }) => state === "unknown");
  return isOpen ? undefined : false;
}
