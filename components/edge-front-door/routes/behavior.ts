import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { FRONT_DOOR_DEFAULTS } from "../defaults";
import { type BoundOrigins, originOf } from "../origins/bind-origins";
import type { Origin } from "../origins/origin";
import type { AllowedMethods, BehaviorArgs, BehaviorFunctions, ViewerProtocolPolicy } from "./behavior-args";
import type { EdgeFunction } from "./edge-function";
import type { KeyGroup } from "./key-group";
import type { PartScope } from "./part";

/** How requests to one path are treated, with every default filled in. */
export interface Behavior {
  readonly origin: Origin;
  readonly allowedMethods: AllowedMethods;
  readonly cachePolicyId: pulumi.Input<string>;
  readonly originRequestPolicyId: pulumi.Input<string> | undefined;
  /** Absent where the front door's own applies. */
  readonly responseHeadersPolicyId: pulumi.Input<string> | undefined;
  readonly cacheOptionsRequests: boolean;
  readonly compress: boolean;
  readonly viewerProtocolPolicy: ViewerProtocolPolicy;
  readonly grpc: boolean;
  readonly functions: BehaviorFunctions;
  readonly trustedKeyGroups: readonly KeyGroup[];
}

/** A behavior for a path of its own. */
export interface Route extends Behavior {
  readonly name: string;
  readonly pathPattern: string;
}

/** What is not said fits the kind of origin. */
export function resolveBehavior(origin: Origin, args: BehaviorArgs): Behavior {
  return {
    origin,
    allowedMethods: args.allowedMethods ?? origin.behavior.allowedMethods,
    cachePolicyId: args.cachePolicyId ?? origin.behavior.cachePolicyId,
    originRequestPolicyId: args.originRequestPolicyId ?? origin.behavior.originRequestPolicyId,
    responseHeadersPolicyId: args.responseHeadersPolicyId,
    cacheOptionsRequests: args.cacheOptionsRequests ?? false,
    compress: args.compress ?? true,
    viewerProtocolPolicy: args.viewerProtocolPolicy ?? FRONT_DOOR_DEFAULTS.viewerProtocolPolicy,
    grpc: args.grpc ?? origin.behavior.grpc ?? false,
    functions: args.functions ?? {},
    trustedKeyGroups: args.trustedKeyGroups ?? [],
  };
}

/** What all behaviors of a distribution refer to. */
export interface BehaviorParts {
  readonly scope: PartScope;
  readonly origins: BoundOrigins;
  readonly responseHeadersPolicyId: pulumi.Input<string>;
  readonly realTimeLogConfigArn: pulumi.Input<string> | undefined;
}

/** The behavior as a distribution declares it. */
export function describeBehavior(
  behavior: Behavior,
  { scope, origins, responseHeadersPolicyId, realTimeLogConfigArn }: BehaviorParts,
): aws.types.input.cloudfront.DistributionDefaultCacheBehavior {
  const keyGroupIds = behavior.trustedKeyGroups.map((group) => scope.bindPart(group));
  return {
    targetOriginId: originOf(origins, behavior.origin).targetOriginId,
    viewerProtocolPolicy: behavior.viewerProtocolPolicy,
    allowedMethods: behavior.allowedMethods.split(", "),
    cachedMethods: behavior.cacheOptionsRequests ? ["GET", "HEAD", "OPTIONS"] : ["GET", "HEAD"],
    compress: behavior.compress,
    cachePolicyId: behavior.cachePolicyId,
    originRequestPolicyId: behavior.originRequestPolicyId,
    responseHeadersPolicyId: behavior.responseHeadersPolicyId ?? responseHeadersPolicyId,
    realtimeLogConfigArn: realTimeLogConfigArn,
    grpcConfig: behavior.grpc ? { enabled: true } : undefined,
    trustedKeyGroups: keyGroupIds.length > 0 ? keyGroupIds : undefined,
    ...describeFunctions(behavior.functions, scope),
  };
}

/** The name that CloudFront has for each event. */
const EVENT_TYPES: Readonly<Record<keyof BehaviorFunctions, string>> = {
  viewerRequest: "viewer-request",
  viewerResponse: "viewer-response",
  originRequest: "origin-request",
  originResponse: "origin-response",
};

/** The functions of a behavior with the argument each is given by. */
export function functionsOf(functions: BehaviorFunctions): { event: keyof BehaviorFunctions; code: EdgeFunction }[] {
  return (Object.keys(EVENT_TYPES) as (keyof BehaviorFunctions)[]).flatMap((event) => {
    const code = functions[event];
    return code === undefined ? [] : [{ event, code }];
  });
}

function describeFunctions(
  functions: BehaviorFunctions,
  scope: PartScope,
): Pick<
  aws.types.input.cloudfront.DistributionDefaultCacheBehavior,
  "functionAssociations" | "lambdaFunctionAssociations"
> {
  const all = functionsOf(functions).map(({ event, code }) => ({
    kind: code.kind,
    eventType: EVENT_TYPES[event],
    arn: scope.bindPart(code),
    includeBody: code.includeBody,
  }));
  const light = all.filter(({ kind }) => kind === "CloudFront Function");
  const lambdas = all.filter(({ kind }) => kind === "Lambda@Edge");
  return {
    functionAssociations:
      light.length > 0 ? light.map(({ eventType, arn }) => ({ eventType, functionArn: arn })) : undefined,
    lambdaFunctionAssociations:
      lambdas.length > 0
        ? lambdas.map(({ eventType, arn, includeBody }) => ({ eventType, lambdaArn: arn, includeBody }))
        : undefined,
  };
}
