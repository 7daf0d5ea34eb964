import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { createPrivateBucket } from "../../s3/private-bucket";
import { WEBSITE_BUCKET_DEFAULTS } from "../defaults";
import type { OriginScope } from "./origin";

/** A bucket that serves a website, new or adopted. */
export interface WebsiteBucket {
  readonly bucket: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  readonly bucketRegionalDomainName: pulumi.Output<string>;
  /** Where the bucket policy is managed; absent for the provider's Region. */
  readonly region?: pulumi.Input<string>;
  /** What the bucket policy must wait for. */
  readonly hardening: pulumi.Resource[];
}

export interface WebsiteBucketOptions {
  noncurrentVersionRetentionDays?: number;
}

/** A private bucket that keeps replaced files for a while, so that a bad upload can be undone. */
export function createWebsiteBucket(scope: OriginScope, options: WebsiteBucketOptions): WebsiteBucket {
  const name = `${scope.name}-bucket`;
  const { bucket, publicAccessBlock } = createPrivateBucket(name, scope);
  const versioning = new aws.s3.BucketVersioning(
    `${name}-versioning`,
    { bucket: bucket.bucket, versioningConfiguration: { status: "Enabled" } },
    { parent: scope.parent },
  );
  new aws.s3.BucketLifecycleConfiguration(
    `${name}-lifecycle`,
    {
      bucket: bucket.bucket,
      rules: [
        {
          id: "expire-old-versions",
          status: "Enabled",
          filter: {},
          noncurrentVersionExpiration: {
            noncurrentDays:
              options.noncurrentVersionRetentionDays ?? WEBSITE_BUCKET_DEFAULTS.noncurrentVersionRetentionDays,
          },
          abortIncompleteMultipartUpload: { daysAfterInitiation: WEBSITE_BUCKET_DEFAULTS.abandonedUploadDays },
        },
      ],
    },
    // S3 accepts noncurrent-version rules only for a bucket that is versioned.
    { parent: scope.parent, dependsOn: versioning },
  );
  return {
    bucket: bucket.bucket,
    arn: bucket.arn,
    bucketRegionalDomainName: bucket.bucketRegionalDomainName,
    hardening: [publicAccessBlock],
  };
}
