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

/** A behavior whose parts exist, before it takes the shape of one kind of distribution. */
export interface BoundBehavior {
  readonly targetOriginId: string;
  readonly viewerProtocolPolicy: string;
  readonly allowedMethods: string[];
  readonly cachedMethods: string[];
  readonly compress: boolean;
  readonly cachePolicyId: pulumi.Input<string>;
  readonly originRequestPolicyId: pulumi.Input<string> | undefined;
  readonly responseHeadersPolicyId: pulumi.Input<string>;
  readonly realtimeLogConfigArn: pulumi.Input<string> | undefined;
  readonly grpc: boolean;
  readonly keyGroupIds: pulumi.Output<string>[];
  readonly functions: readonly BoundFunction[];
}

export interface BoundFunction {
  readonly kind: EdgeFunction["kind"];
  readonly eventType: string;
  readonly arn: pulumi.Output<string>;
  readonly includeBody: boolean | undefined;
}

export function bindBehavior(
  behavior: Behavior,
  { scope, origins, responseHeadersPolicyId, realTimeLogConfigArn }: BehaviorParts,
): BoundBehavior {
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
    grpc: behavior.grpc,
    keyGroupIds: behavior.trustedKeyGroups.map((group) => scope.bindPart(group)),
    functions: functionsOf(behavior.functions).map(({ event, code }) => ({
      kind: code.kind,
      eventType: EVENT_TYPES[event],
      arn: scope.bindPart(code),
      includeBody: code.includeBody,
    })),
  };
}

/** The behavior as a distribution declares it. */
export function describeBehavior({
  grpc,
  keyGroupIds,
  functions,
  ...settings
}: BoundBehavior): aws.types.input.cloudfront.DistributionDefaultCacheBehavior {
  return {
    ...settings,
    grpcConfig: grpc ? { enabled: true } : undefined,
    trustedKeyGroups: orNothing(keyGroupIds),
    functionAssociations: orNothing(
      ofKind(functions, "CloudFront Function").map(({ eventType, arn }) => ({ eventType, functionArn: arn })),
    ),
    lambdaFunctionAssociations: orNothing(
      ofKind(functions, "Lambda@Edge").map(({ eventType, arn, includeBody }) => ({
        eventType,
        lambdaArn: arn,
        includeBody,
      })),
    ),
  };
}

export function ofKind(functions: readonly BoundFunction[], kind: EdgeFunction["kind"]): BoundFunction[] {
  return functions.filter((each) => each.kind === kind);
}

/** The API takes an empty list for a mistake. */
export function orNothing<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
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
    return code ? [{ event, code }] : [];
  });
}
