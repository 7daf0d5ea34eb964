import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountOf } from "../../aws/arns";
import { allowLogDelivery, denyInsecureTransport, policyDocument } from "../../aws/iam-documents";
import { expireLogs } from "../../s3/log-lifecycle";
import { createPrivateBucket } from "../../s3/private-bucket";
import type { FrontDoorScope } from "../scope";

/** Where logs go, and what must exist before they can. */
export interface LogStore {
  readonly arn: pulumi.Output<string>;
  readonly ready: pulumi.Resource[];
}

/** A bucket in the stack's own Region: log delivery crosses Regions, and viewer addresses stay where the stack is. */
export function createLogBucket(
  scope: FrontDoorScope,
  sourceArns: pulumi.Output<string>[],
  encryptionKeyArn: pulumi.Input<string> | undefined,
): LogStore {
  const { parent, deletionProtection, retentionDays, tags } = scope;
  const name = `${scope.name}-log-bucket`;
  const { bucket, publicAccessBlock } = createPrivateBucket(name, {
    parent,
    encryptionKeyArn,
    deletionProtection,
    tags,
  });
  expireLogs(name, { parent, bucket: bucket.bucket, retentionDays });
  const policy = new aws.s3.BucketPolicy(
    `${name}-policy`,
    {
      bucket: bucket.bucket,
      policy: pulumi
        .all([bucket.arn, pulumi.all(sourceArns)])
        .apply(([bucketArn, arns]) =>
          policyDocument([
            allowLogDelivery(bucketArn, arns, accountOf(arns[0] ?? "").account),
            denyInsecureTransport(bucketArn),
          ]),
        ),
    },
    { parent, dependsOn: publicAccessBlock },
  );
  return { arn: bucket.arn, ready: [policy] };
}
