import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Tags } from "../aws/tags";

export interface PrivateBucketSettings {
  readonly parent: pulumi.Resource;
  /** @default - the provider's */
  readonly region?: pulumi.Input<string>;
  /** Encrypts with this key of AWS KMS (SSE-KMS); without it with keys of S3 (SSE-S3). */
  readonly encryptionKeyArn: pulumi.Input<string> | undefined;
  readonly deletionProtection: boolean;
  readonly tags: Tags | undefined;
  /** For a writer that sets ACLs. What it writes belongs to the bucket's owner all the same. @default false */
  readonly takesAcls?: boolean;
}

export interface PrivateBucket {
  readonly bucket: aws.s3.Bucket;
  /** A bucket policy waits for this: S3 answers concurrent changes to one bucket with 409 OperationAborted. */
  readonly publicAccessBlock: aws.s3.BucketPublicAccessBlock;
}

/** A bucket that nobody outside the account can reach: no public access, no ACLs, encrypted. Its policy is the caller's to write. */
export function createPrivateBucket(name: string, settings: PrivateBucketSettings): PrivateBucket {
  const { parent, region, encryptionKeyArn, deletionProtection, tags, takesAcls } = settings;
  const bucket = new aws.s3.Bucket(
    name,
    // Objects die with the bucket only where the whole environment may be thrown away.
    { region, forceDestroy: !deletionProtection, tags },
    { parent, protect: deletionProtection || undefined },
  );
  const ownership = new aws.s3.BucketOwnershipControls(
    `${name}-ownership`,
    {
      region,
      bucket: bucket.bucket,
      rule: { objectOwnership: takesAcls ? "BucketOwnerPreferred" : "BucketOwnerEnforced" },
    },
    { parent },
  );
  const publicAccessBlock = new aws.s3.BucketPublicAccessBlock(
    `${name}-public-access`,
    {
      region,
      bucket: bucket.bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    { parent, dependsOn: ownership },
  );
  new aws.s3.BucketServerSideEncryptionConfiguration(
    `${name}-encryption`,
    { region, bucket: bucket.bucket, rules: [encryptionRule(encryptionKeyArn)] },
    { parent },
  );
  return { bucket, publicAccessBlock };
}

function encryptionRule(
  keyArn: pulumi.Input<string> | undefined,
): aws.types.input.s3.BucketServerSideEncryptionConfigurationRule {
  return keyArn === undefined
    ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
    : {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
        // One data key per bucket and hour instead of one KMS request per object.
        bucketKeyEnabled: true,
      };
}
