import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../../aws/iam-documents";
import type { Problem } from "../../errors";
import type { Feature } from "../compatibility/features";
import type { Quotas } from "../compatibility/quotas";
import type { AllowedMethods } from "../routes/behavior-args";
import type { FrontDoorScope } from "../scope";

/**
 * Where a front door fetches what it serves. An origin knows how to check, create and open itself, so the distribution
 * treats all kinds alike. It creates nothing before a front door binds it.
 */
export interface Origin {
  /** How a route to this kind of origin behaves unless the route says otherwise. */
  readonly behavior: OriginBehavior;
  /** What it was made from: shown among the inputs of the front door, and in their changes. */
  readonly options: object;
  /** What of it does not go with everything else. */
  readonly features: readonly OriginFeature[];
  /** The origins of an origin group. */
  readonly members?: readonly Origin[];
  /** Everything wrong with the origin's own options, with `path` in front of each argument's name. */
  check(path: string, context: OriginCheckContext): Problem[];
  /** Creates what must exist before the distribution. */
  bind(scope: OriginScope): BoundOrigin;
}

export interface OriginBehavior {
  readonly allowedMethods: AllowedMethods;
  readonly cachePolicyId: string;
  readonly originRequestPolicyId?: string;
  /** What `/` serves when this is the default origin. */
  readonly defaultRootObject?: string;
  /** Viewers may call it with gRPC. */
  readonly grpc?: boolean;
}

export interface OriginFeature {
  readonly feature: Feature;
  /** The option that asks for it, where it is not the origin as such. */
  readonly option?: string;
}

export interface OriginCheckContext {
  readonly quotas: Quotas;
  /** Names that `{{…}}` may stand for in host name and path. None outside multi-tenant distributions. */
  readonly tenantParameters: readonly string[];
}

export interface OriginScope extends FrontDoorScope {
  /** The distribution's name for this origin. */
  readonly originId: string;
  readonly encryptionKeyArn: pulumi.Input<string> | undefined;
  /** Binds a member of an origin group. Without a role it takes the group's own names. */
  bindMember(origin: Origin, role?: string): BoundOrigin;
}

type DistributionOrigin = aws.types.input.cloudfront.DistributionOrigin;

/** An origin as a distribution declares it, whose parts are plain objects: a multi-tenant distribution declares them otherwise. */
export interface DeclaredOrigin
  extends Omit<DistributionOrigin, "customHeaders" | "customOriginConfig" | "originShield" | "vpcOriginConfig"> {
  readonly originId: string;
  readonly customHeaders?: aws.types.input.cloudfront.DistributionOriginCustomHeader[];
  readonly customOriginConfig?: aws.types.input.cloudfront.DistributionOriginCustomOriginConfig;
  readonly originShield?: aws.types.input.cloudfront.DistributionOriginOriginShield;
  readonly vpcOriginConfig?: aws.types.input.cloudfront.DistributionOriginVpcOriginConfig;
}

/** A group as a distribution declares it. */
export interface DeclaredOriginGroup {
  readonly originId: string;
  readonly failoverCriteria: { statusCodes: number[] };
  readonly members: { originId: string }[];
}

export interface BoundOrigin {
  /** What behaviors name as their target. */
  readonly targetOriginId: string;
  /** What the distribution declares. */
  readonly origins: readonly DeclaredOrigin[];
  readonly originGroups: readonly DeclaredOriginGroup[];
  /** The origins of an origin group. */
  readonly members: readonly BoundOrigin[];
  /** The bucket behind the origin, where there is one. */
  readonly bucketName?: pulumi.Output<string>;
  /** What the distribution does with the front door's encryption key. */
  readonly encryptionKeyUse: EncryptionKeyUse;
  /** What must exist before the first request. Destroyed after the distribution. */
  readonly ready: readonly pulumi.Resource[];
  /** Lets the distributions in. Returns what the owner of the origin must allow, when that is not the front door. */
  openTo(distributions: readonly DistributionIdentity[]): pulumi.Output<RequiredGrant>[];
}

export type EncryptionKeyUse = "none" | "decrypt" | "encrypt and decrypt";

/** A distribution as origins see it: signed requests carry its ARN. */
export interface DistributionIdentity {
  /** Its role among the front door's children: `distribution`, `staging`. */
  readonly role: string;
  readonly arn: pulumi.Output<string>;
}

/** Statements that somebody else's resource policy must contain. */
export interface RequiredGrant {
  /** The resource whose policy it is. */
  readonly resourceArn: string;
  readonly statements: PolicyStatement[];
}

/** An origin of one server or bucket that is open already. What is given replaces that. */
export function boundOrigin(
  origin: DeclaredOrigin,
  more: Partial<Omit<BoundOrigin, "origins" | "originGroups" | "targetOriginId" | "members">> = {},
): BoundOrigin {
  return {
    targetOriginId: origin.originId,
    origins: [origin],
    originGroups: [],
    members: [],
    encryptionKeyUse: "none",
    ready: [],
    openTo: () => [],
    ...more,
  };
}
