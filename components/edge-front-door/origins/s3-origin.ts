import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { CachePolicy } from "../../aws/cloudfront-policies";
import { allowCloudFrontKey, type PolicyStatement, policyDocument } from "../../aws/iam-documents";
import type { Problem } from "../../errors";
import { Feature } from "../compatibility/features";
import { AllowedMethods } from "../routes/behavior-args";
import { createAccessControl } from "./access-control";
import { checkS3Origin } from "./check-s3-origin";
import { connectionFeatures, describeConnection, type OriginConnection } from "./connection";
import { adoptBucket, type ExistingBucket } from "./existing-bucket";
import {
  type BoundOrigin,
  boundOrigin,
  type DeclaredOrigin,
  type DistributionIdentity,
  type EncryptionKeyUse,
  type Origin,
  type OriginBehavior,
  type OriginCheckContext,
  type OriginFeature,
  type OriginScope,
  type RequiredGrant,
} from "./origin";
import { createIdentity, type OriginAccessIdentity } from "./origin-access-identity";
import {
  BucketAccess,
  bucketStatements,
  OriginAccessPhase,
  signsRequests,
  usesAccessControl,
  usesIdentity,
} from "./s3-access";
import { createWebsiteBucket, type WebsiteBucket } from "./website-bucket";

export interface S3OriginOptions extends OriginConnection {
  /**
   * Serves this bucket instead of a new one. Its encryption, versioning and public access block stay its owner's concern.
   * @default - a new private, versioned, encrypted bucket
   */
  existingBucket?: ExistingBucket;
  /**
   * Whether the front door writes the policy of `existingBucket`. A bucket has one policy, so writing it replaces what was
   * there. With false `requiredGrants` says what it must contain. @default true
   */
  manageBucketPolicy?: boolean;
  /** Added to the bucket policy that the front door writes, such as the deployment role's access. @default - none */
  extraStatements?: pulumi.Input<PolicyStatement[]>;
  /** What viewers may do beside reading. @default - nothing */
  access?: BucketAccess[];
  /** Only for a bucket that was read through an origin access identity so far. @default OriginAccessPhase.Oac */
  originAccessPhase?: OriginAccessPhase;
  /** The identity that reads so far. Only in phases before the last. @default - a new one */
  originAccessIdentity?: OriginAccessIdentity;
  /**
   * Days that replaced and deleted files are kept, at least 1. Fewer is cheaper and leaves less time to undo a bad
   * upload. Only for a new bucket. @default 90
   */
  noncurrentVersionRetentionDays?: number;
}

/** A bucket that only the front door can read: origin access control, signed requests, TLS only. */
export function s3Origin(options: S3OriginOptions = {}): Origin {
  return new S3Origin(options);
}

class S3Origin implements Origin {
  private readonly phase: OriginAccessPhase;
  private readonly access: readonly BucketAccess[];

  constructor(readonly options: S3OriginOptions) {
    this.phase = options?.originAccessPhase ?? OriginAccessPhase.Oac;
    // How it behaves is asked before a list that is none has been told.
    this.access = Array.isArray(options?.access) ? options.access : [];
  }

  get behavior(): OriginBehavior {
    return this.writes ? { ...S3_BEHAVIOR, allowedMethods: AllowedMethods.All } : S3_BEHAVIOR;
  }

  get features(): OriginFeature[] {
    const isIdentity = !signsRequests(this.phase);
    return [
      { feature: isIdentity ? Feature.OriginAccessIdentity : Feature.SignedHost },
      ...(isIdentity && this.options?.existingBucket === undefined ? [{ feature: Feature.IdentityOnNewBucket }] : []),
      ...connectionFeatures(this.options ?? {}),
    ];
  }

  check(path: string, context: OriginCheckContext): Problem[] {
    return checkS3Origin(path, this.options, context);
  }

  bind(scope: OriginScope): BoundOrigin {
    const { existingBucket } = this.options;
    const website = existingBucket ? adoptBucket(existingBucket) : createWebsiteBucket(scope, this.options);
    const accessControl = usesAccessControl(this.phase) ? createAccessControl(scope, "s3") : undefined;
    const identity = usesIdentity(this.phase) ? createIdentity(scope, this.options.originAccessIdentity) : undefined;
    const signs = signsRequests(this.phase);
    const origin: DeclaredOrigin = {
      originId: scope.originId,
      domainName: website.bucketRegionalDomainName,
      originAccessControlId: signs ? accessControl?.id : undefined,
      s3OriginConfig:
        identity === undefined || signs ? undefined : { originAccessIdentity: identity.cloudfrontAccessIdentityPath },
      ...describeConnection(this.options),
    };
    return boundOrigin(origin, {
      bucketName: website.bucket,
      encryptionKeyUse: this.keyUse(scope),
      openTo: (distributions) => this.openTo(distributions, website, identity, scope),
    });
  }

  private get writes(): boolean {
    return this.access.some((level) => level !== BucketAccess.List);
  }

  private keyUse({ encryptionKeyArn }: OriginScope): EncryptionKeyUse {
    if (this.options.existingBucket !== undefined || encryptionKeyArn === undefined) {
      return "none";
    }
    return this.access.includes(BucketAccess.Write) ? "encrypt and decrypt" : "decrypt";
  }

  private openTo(
    distributions: readonly DistributionIdentity[],
    website: WebsiteBucket,
    identity: OriginAccessIdentity | undefined,
    scope: OriginScope,
  ): pulumi.Output<RequiredGrant>[] {
    const distributionArns = pulumi.all(distributions.map(({ arn }) => arn));
    const statements = pulumi
      .all([website.arn, distributionArns, identity?.iamArn])
      .apply(([bucketArn, arns, identityArn]) =>
        bucketStatements({ bucketArn, distributionArns: arns, identityArn }, this.phase, this.access),
      );
    const grants = this.keyGrants(distributionArns);
    if (this.options.manageBucketPolicy === false) {
      return [pulumi.output({ resourceArn: website.arn, statements }), ...grants];
    }
    const extra = pulumi.output(this.options.extraStatements ?? []);
    new aws.s3.BucketPolicy(
      `${scope.name}-bucket-policy`,
      {
        bucket: website.bucket,
        region: website.region,
        policy: pulumi.all([statements, extra]).apply(([own, others]) => policyDocument([...own, ...others])),
      },
      { parent: scope.parent, dependsOn: website.hardening },
    );
    return grants;
  }

  /** The key of an existing bucket is its owner's. */
  private keyGrants(distributionArns: pulumi.Output<string[]>): pulumi.Output<RequiredGrant>[] {
    const resourceArn = this.options.existingBucket?.encryptionKeyArn;
    if (resourceArn === undefined || !usesAccessControl(this.phase)) {
      return [];
    }
    const writes = this.access.includes(BucketAccess.Write);
    return [
      pulumi.output({ resourceArn, statements: distributionArns.apply((arns) => [allowCloudFrontKey(arns, writes)]) }),
    ];
  }
}

const S3_BEHAVIOR: OriginBehavior = {
  allowedMethods: AllowedMethods.ReadAndOptions,
  cachePolicyId: CachePolicy.CachingOptimized,
  // S3 serves no index documents behind origin access control (Security Hub CloudFront.1).
  defaultRootObject: "index.html",
};
