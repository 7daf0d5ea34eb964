import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../../aws/iam-documents";
import type { Tags } from "../../aws/tags";
import type { Problem } from "../../errors";

/**
 * Where a front door fetches what it serves. An origin knows how to check, create and open itself, so the distribution
 * treats all kinds alike. Make one with `s3Origin` or `httpOrigin`; it creates nothing before a front door binds it.
 */
export interface Origin {
  /** How a route to this kind of origin behaves unless the route says otherwise. */
  readonly behavior: OriginBehavior;
  /** Everything wrong with the origin's own options, with `path` in front of each argument's name. */
  check(path: string): Problem[];
  /** Creates what must exist before the distribution. */
  bind(scope: OriginScope): BoundOrigin;
}

export interface OriginBehavior {
  readonly allowedMethods: readonly string[];
  readonly cachePolicyId: string;
  readonly originRequestPolicyId?: string;
  /** What `/` serves when this is the default origin. */
  readonly defaultRootObject?: string;
  /** The origin checks a signature that covers `Host`, so the viewer's `Host` must not reach it. */
  readonly refusesViewerHost: boolean;
}

export interface OriginScope {
  readonly parent: pulumi.Resource;
  /** Children are named `${namePrefix}-<role>`. */
  readonly namePrefix: string;
  /** The distribution's name for this origin. */
  readonly originId: string;
  readonly encryptionKeyArn: pulumi.Input<string> | undefined;
  readonly deletionProtection: boolean;
  readonly tags: Tags | undefined;
}

export interface BoundOrigin {
  /** The origin as the distribution declares it. */
  readonly origin: aws.types.input.cloudfront.DistributionOrigin;
  /** The bucket behind the origin, where there is one. */
  readonly bucketName?: pulumi.Output<string>;
  /** The distribution reads objects encrypted with the front door's key. */
  readonly usesEncryptionKey: boolean;
  /** Lets the distribution in. Returns what the owner of the origin must allow, when that is not the front door. */
  openTo(distribution: aws.cloudfront.Distribution): pulumi.Output<RequiredGrant>[];
}

/** Statements that somebody else's resource policy must contain. */
export interface RequiredGrant {
  /** The resource whose policy it is. */
  readonly resourceArn: string;
  readonly statements: PolicyStatement[];
}
