// What CloudFront sends to an origin. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html

import type { Input } from "./inputs";
import { type HttpRequest, type Passed, pass, pathOf, refuse, withHeader } from "./request";
import { matchesPattern } from "./wildcards";

const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";
const ALL_VIEWER_EXCEPT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

export interface OriginRequest {
  readonly request: HttpRequest;
  /** The VPC origin that is called; nothing for an origin on the internet. */
  readonly vpcOriginId: string | undefined;
  /** Names of which the server's certificate must have one. */
  readonly serverNames: readonly string[];
}

/** A viewer's request at a distribution, as `aws.cloudfront.Distribution` describes it. */
export function sendToOrigin(distribution: Input, request: HttpRequest): Passed<OriginRequest> {
  const aliases = distribution.optional("aliases")?.texts() ?? [];
  if (![...aliases, "*.cloudfront.net"].some((alias) => matchesPattern(alias, request.host, { ignoreCase: true }))) {
    return refuse("CloudFront", `no distribution is called ${request.host}`);
  }
  const behavior = behaviorFor(distribution, pathOf(request));
  const method = request.method ?? "GET";
  if (!behavior.required("allowedMethods").texts().includes(method)) {
    return refuse("CloudFront", `${method} is not allowed`);
  }
  behavior.required("cachePolicyId").oneOf(CACHING_DISABLED);
  const origin = originOf(distribution, behavior.required("targetOriginId").text());
  const policy = behavior.required("originRequestPolicyId").oneOf(ALL_VIEWER, ALL_VIEWER_EXCEPT_HOST);
  const domainName = origin.required("domainName").text();
  const forwarded = {
    ...request,
    host: policy === ALL_VIEWER ? request.host : domainName,
    path: `${origin.optional("originPath")?.text() ?? ""}${request.path}`,
  };
  return pass({
    request: addHeaders(origin, forwarded),
    vpcOriginId: origin.optional("vpcOriginConfig")?.required("vpcOriginId").text(),
    serverNames: [domainName, forwarded.host],
  });
}

function behaviorFor(distribution: Input, path: string): Input {
  const ordered = distribution.optional("orderedCacheBehaviors")?.list() ?? [];
  const taken = ordered.find((behavior) => {
    const pattern = behavior.required("pathPattern").text();
    return matchesPattern(pattern.startsWith("/") ? pattern : `/${pattern}`, path);
  });
  return taken ?? distribution.required("defaultCacheBehavior");
}

function originOf(distribution: Input, id: string): Input {
  const origin = distribution
    .required("origins")
    .list()
    .find((each) => each.required("originId").is(id));
  if (origin === undefined) {
    throw distribution.notModelled(`a behavior for ${id}, which is no origin,`);
  }
  return origin;
}

/** In place of what a viewer sent under the same name. */
function addHeaders(origin: Input, request: HttpRequest): HttpRequest {
  const own = origin.optional("customHeaders")?.list() ?? [];
  return own.reduce(
    (changed, header) => withHeader(changed, header.required("name").text(), header.required("value").text()),
    request,
  );
}
