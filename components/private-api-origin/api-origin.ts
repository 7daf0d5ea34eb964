import type * as pulumi from "@pulumi/pulumi";
import { OriginRequestPolicy } from "../aws/cloudfront-policies";
import type { Origin } from "../edge-front-door/origins/origin";
import { vpcOrigin } from "../edge-front-door/origins/vpc-origin";
import { acceptedValues, type SecretHeader, secretHeaderName } from "../load-balancing/secret-header";
import { ApiRouting } from "./private-api-origin-args";

/** Names the API to the endpoint, whatever `Host` says. */
export const API_ID_HEADER = "x-apigw-api-id";

export interface ApiOriginParts {
  readonly vpcOriginId: pulumi.Input<string>;
  readonly domainName: string;
  readonly secretHeader: SecretHeader;
  readonly routing: ApiRouting;
  /** Whether the viewer's `Host` has to reach the load balancer. */
  readonly readsHost: boolean;
  readonly readTimeoutSeconds: number;
  /** The stage that CloudFront puts in front of the path; absent where somebody else does. */
  readonly stageName: string | undefined;
  /** Which API is meant, where CloudFront has to say it. */
  readonly restApiId: pulumi.Input<string>;
}

/** What a front door calls: the load balancer by its VPC origin, with the secret and, by routing, the API's name. */
export function apiOrigin(parts: ApiOriginParts): Origin {
  const { vpcOriginId, domainName, secretHeader, routing, readTimeoutSeconds, stageName, restApiId } = parts;
  const [secret = secretHeader.value] = acceptedValues(secretHeader);
  const origin = vpcOrigin({
    existing: { vpcOriginId },
    domainName,
    originPath: stageName === undefined ? undefined : `/${stageName}`,
    customHeaders: {
      [secretHeaderName(secretHeader)]: secret,
      ...(routing === ApiRouting.ApiIdHeader ? { [API_ID_HEADER]: restApiId } : {}),
    },
    readTimeoutSeconds,
  });
  if (!parts.readsHost) {
    return origin;
  }
  return {
    options: origin.options,
    behavior: { ...origin.behavior, originRequestPolicyId: OriginRequestPolicy.AllViewer },
    features: origin.features,
    check: (path, context) => origin.check(path, context),
    bind: (scope) => origin.bind(scope),
  };
}
