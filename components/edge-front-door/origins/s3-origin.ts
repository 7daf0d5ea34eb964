import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { checkMember, checkRange } from "../../argument-checks";
import { CachePolicy } from "../../aws/cloudfront-policies";
import {
  allowCloudFrontRead,
  denyInsecureTransport,
  type PolicyStatement,
  policyDocument,
} from "../../aws/iam-documents";
import type { Problem } from "../../errors";
import { LIMITS } from "../defaults";
import { createWebsiteBucket, type WebsiteBucket } from "../website-bucket";
import { adoptBucket, checkExistingBucket, type ExistingBucket } from "./existing-bucket";
import type { BoundOrigin, Origin, OriginBehavior, OriginScope, RequiredGrant } from "./origin";
import { checkOriginPath } from "./origin-checks";

/** Who writes the policy of an existing bucket. A bucket has one policy, so writing it replaces what was there. */
export const BucketPolicyOwner = {
  /** The front door writes it and replaces the present one. */
  FrontDoor: "front-door",
  /** Somebody else does; the front door says in `requiredGrants` what it must contain. */
  Caller: "caller",
} as const;
export type BucketPolicyOwner = (typeof BucketPolicyOwner)[keyof typeof BucketPolicyOwner];

export interface S3OriginOptions {
  /**
   * Serves this bucket instead of a new one. Its encryption, versioning and public access block stay its owner's concern.
   * @default - a new private, versioned, encrypted bucket
   */
  existingBucket?: ExistingBucket;
  /** Only with `existingBucket`. @default BucketPolicyOwner.FrontDoor */
  bucketPolicyOwner?: BucketPolicyOwner;
  /** Added to the bucket policy that the front door writes, such as the deployment role's access. @default - none */
  extraStatements?: pulumi.Input<PolicyStatement[]>;
  /** Folder of the bucket that is served as `/`. @default - the whole bucket */
  originPath?: string;
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
  constructor(private readonly options: S3OriginOptions) {}

  get behavior(): OriginBehavior {
    return S3_BEHAVIOR;
  }

  check(path: string): Problem[] {
    const { existingBucket, bucketPolicyOwner, extraStatements, originPath, noncurrentVersionRetentionDays } =
      this.options;
    const problems = [
      ...checkOriginPath(`${path}.originPath`, originPath),
      ...checkRange(
        `${path}.noncurrentVersionRetentionDays`,
        noncurrentVersionRetentionDays,
        LIMITS.noncurrentVersionDays,
      ),
      ...checkMember(`${path}.bucketPolicyOwner`, bucketPolicyOwner, BucketPolicyOwner),
      ...(existingBucket ? checkExistingBucket(`${path}.existingBucket`, existingBucket) : []),
    ];
    if (existingBucket === undefined && bucketPolicyOwner !== undefined) {
      problems.push({ path: `${path}.bucketPolicyOwner`, must: "be left out unless existingBucket is given" });
    }
    if (existingBucket !== undefined && noncurrentVersionRetentionDays !== undefined) {
      problems.push({
        path: `${path}.noncurrentVersionRetentionDays`,
        must: "be left out when existingBucket is given: its owner decides",
      });
    }
    if (bucketPolicyOwner === BucketPolicyOwner.Caller && extraStatements !== undefined) {
      problems.push({
        path: `${path}.extraStatements`,
        must: `be left out when bucketPolicyOwner is "${BucketPolicyOwner.Caller}": the front door writes no policy`,
      });
    }
    return problems;
  }

  bind(scope: OriginScope): BoundOrigin {
    const { existingBucket, originPath } = this.options;
    const website = existingBucket ? adoptBucket(existingBucket) : createWebsiteBucket(scope, this.options);
    const accessControl = new aws.cloudfront.OriginAccessControl(
      `${scope.namePrefix}-oac`,
      {
        description: `Signs requests of ${scope.namePrefix} to its bucket`,
        originAccessControlOriginType: "s3",
        // "never" and "no-override" would let an unsigned viewer request through to the bucket.
        signingBehavior: "always",
        signingProtocol: "sigv4",
      },
      { parent: scope.parent },
    );
    return {
      origin: {
        originId: scope.originId,
        domainName: website.bucketRegionalDomainName,
        originAccessControlId: accessControl.id,
        originPath,
      },
      bucketName: website.bucket,
      usesEncryptionKey: existingBucket === undefined && scope.encryptionKeyArn !== undefined,
      openTo: (distribution) => this.openTo(distribution, website, scope),
    };
  }

  private openTo(
    distribution: aws.cloudfront.Distribution,
    website: WebsiteBucket,
    scope: OriginScope,
  ): pulumi.Output<RequiredGrant>[] {
    const statements = pulumi
      .all([website.arn, distribution.arn])
      .apply(([bucketArn, distributionArn]) => [
        allowCloudFrontRead(bucketArn, distributionArn),
        denyInsecureTransport(bucketArn),
      ]);
    if (this.options.bucketPolicyOwner === BucketPolicyOwner.Caller) {
      return [pulumi.output({ resourceArn: website.arn, statements })];
    }
    const extra = pulumi.output(this.options.extraStatements ?? []);
    new aws.s3.BucketPolicy(
      `${scope.namePrefix}-bucket-policy`,
      {
        bucket: website.bucket,
        region: website.region,
        policy: pulumi.all([statements, extra]).apply(([own, others]) => policyDocument([...own, ...others])),
      },
      { parent: scope.parent, dependsOn: website.hardening },
    );
    return [];
  }
}

const S3_BEHAVIOR: OriginBehavior = {
  allowedMethods: ["GET", "HEAD", "OPTIONS"],
  cachePolicyId: CachePolicy.CachingOptimized,
  // S3 serves no index documents behind origin access control (Security Hub CloudFront.1).
  defaultRootObject: "index.html",
  refusesViewerHost: true,
};
