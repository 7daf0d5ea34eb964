import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

export interface LogLifecycleSettings {
  readonly parent: pulumi.Resource;
  /** Of the bucket; the provider's unless given. */
  readonly region?: pulumi.Input<string>;
  readonly bucket: pulumi.Output<string>;
  readonly retentionDays: number;
}

/** Parts of broken uploads are invisible and cost like objects. */
const ABANDONED_UPLOAD_DAYS = 7;

/** Deletes logs when their time is up, and what broken uploads left behind. */
export function expireLogs(name: string, { parent, region, bucket, retentionDays }: LogLifecycleSettings): void {
  new aws.s3.BucketLifecycleConfiguration(
    `${name}-lifecycle`,
    {
      region,
      bucket,
      rules: [
        {
          id: "expire-logs",
          status: "Enabled",
          filter: {},
          expiration: { days: retentionDays },
          abortIncompleteMultipartUpload: { daysAfterInitiation: ABANDONED_UPLOAD_DAYS },
        },
      ],
    },
    { parent },
  );
}
