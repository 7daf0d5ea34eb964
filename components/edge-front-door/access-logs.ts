import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { parseArn } from "../aws/arns";
import { allowLogDelivery, denyInsecureTransport, policyDocument } from "../aws/iam-documents";
import { createPrivateBucket } from "../s3/private-bucket";
import { AccessLogDestination } from "./args";
import type { EdgeFrontDoorConfig } from "./config";
import { LOGGING_DEFAULTS, WEBSITE_BUCKET_DEFAULTS } from "./defaults";

export interface AccessLogParts {
  readonly distribution: aws.cloudfront.Distribution;
  readonly encryptionKeyArn: pulumi.Input<string> | undefined;
  /** What must exist before logs can be written. */
  readonly ready: pulumi.Resource[];
}

/** Where the logs go, and what must exist before they can. */
interface LogStore {
  readonly arn: pulumi.Output<string>;
  readonly ready: pulumi.Resource[];
}

/**
 * CloudFront standard logging v2. Its three resources live in the edge Region wherever the logs go
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html) and are created one after
 * the other: CloudWatch answers parallel changes with ConflictException (hashicorp/terraform-provider-aws#48158).
 * Returns the ARN of the bucket or log group, or nothing without access logs.
 */
export function createAccessLogs(
  config: EdgeFrontDoorConfig,
  parts: AccessLogParts,
  parent: pulumi.Resource,
): pulumi.Output<string> | undefined {
  if (config.accessLogs === AccessLogDestination.None) {
    return undefined;
  }
  const { name, edgeRegion: region, tags } = config;
  const source = new aws.cloudwatch.LogDeliverySource(
    `${name}-log-source`,
    { region, logType: "ACCESS_LOGS", resourceArn: parts.distribution.arn, tags },
    { parent },
  );
  const store =
    config.accessLogs === AccessLogDestination.S3
      ? createLogBucket(config, parts, source, parent)
      : createLogGroup(config, parent);
  const destination = new aws.cloudwatch.LogDeliveryDestination(
    `${name}-log-destination`,
    {
      region,
      outputFormat: LOGGING_DEFAULTS.outputFormat,
      deliveryDestinationConfiguration: { destinationResourceArn: store.arn },
      tags,
    },
    { parent, dependsOn: source },
  );
  new aws.cloudwatch.LogDelivery(
    `${name}-log-delivery`,
    { region, deliverySourceName: source.name, deliveryDestinationArn: destination.arn, tags },
    { parent, dependsOn: [...parts.ready, ...store.ready] },
  );
  return store.arn;
}

/** A bucket in the stack's own Region: log delivery crosses Regions, and viewer addresses stay where the stack is. */
function createLogBucket(
  config: EdgeFrontDoorConfig,
  parts: AccessLogParts,
  source: aws.cloudwatch.LogDeliverySource,
  parent: pulumi.Resource,
): LogStore {
  const name = `${config.name}-log-bucket`;
  const { encryptionKeyArn } = parts;
  const { deletionProtection, tags } = config;
  const { bucket, publicAccessBlock } = createPrivateBucket(name, {
    parent,
    encryptionKeyArn,
    deletionProtection,
    tags,
  });
  new aws.s3.BucketLifecycleConfiguration(
    `${name}-lifecycle`,
    {
      bucket: bucket.bucket,
      rules: [
        {
          id: "expire-logs",
          status: "Enabled",
          filter: {},
          expiration: { days: config.retentionDays },
          abortIncompleteMultipartUpload: { daysAfterInitiation: WEBSITE_BUCKET_DEFAULTS.abandonedUploadDays },
        },
      ],
    },
    { parent },
  );
  const policy = new aws.s3.BucketPolicy(
    `${name}-policy`,
    {
      bucket: bucket.bucket,
      policy: pulumi
        .all([bucket.arn, source.arn])
        .apply(([bucketArn, sourceArn]) =>
          policyDocument([
            allowLogDelivery(bucketArn, sourceArn, parseArn(sourceArn)?.account ?? ""),
            denyInsecureTransport(bucketArn),
          ]),
        ),
    },
    { parent, dependsOn: publicAccessBlock },
  );
  return { arn: bucket.arn, ready: [policy] };
}

function createLogGroup(config: EdgeFrontDoorConfig, parent: pulumi.Resource): LogStore {
  const logGroup = new aws.cloudwatch.LogGroup(
    `${config.name}-log-group`,
    { region: config.edgeRegion, retentionInDays: config.retentionDays, tags: config.tags },
    { parent, protect: config.deletionProtection || undefined },
  );
  return { arn: logGroup.arn, ready: [] };
}
