import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { denyInsecureTransport, policyDocument } from "../../aws/iam-documents";
import type { Problem } from "../../errors";
import { expireLogs } from "../../s3/log-lifecycle";
import { createPrivateBucket } from "../../s3/private-bucket";
import type { FrontDoorScope } from "../scope";

/** What the distribution declares about legacy logs, and what must exist before it. */
export interface LegacyLogs {
  readonly loggingConfig: aws.types.input.cloudfront.DistributionLoggingConfig;
  readonly ready: pulumi.Resource[];
}

/**
 * CloudFront's older access logs. CloudFront writes them with an ACL, so the bucket cannot do without: it adds its own grant when the
 * distribution is created, if the deploying role has `s3:GetBucketAcl` and `s3:PutBucketAcl`.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
 */
export function createLegacyLogs(scope: FrontDoorScope, wanted: boolean): LegacyLogs | undefined {
  if (!wanted) {
    return undefined;
  }
  const { parent, deletionProtection, retentionDays, tags } = scope;
  const name = `${scope.name}-legacy-log-bucket`;
  void pulumi.log.warn(
    "legacy access logs need a bucket with ACLs, which Security Hub S3.12 reports; the newer logs do not",
    parent,
  );
  const { bucket, publicAccessBlock } = createPrivateBucket(name, {
    parent,
    // The log writer may use no key of the account unless that key's policy lets it.
    encryptionKeyArn: undefined,
    deletionProtection,
    tags,
    takesAcls: true,
  });
  expireLogs(name, { parent, bucket: bucket.bucket, retentionDays });
  const policy = new aws.s3.BucketPolicy(
    `${name}-policy`,
    { bucket: bucket.bucket, policy: bucket.arn.apply((arn) => policyDocument([denyInsecureTransport(arn)])) },
    { parent, dependsOn: publicAccessBlock },
  );
  return {
    loggingConfig: { bucket: bucket.bucketDomainName, includeCookies: false, prefix: scope.name },
    ready: [policy],
  };
}

/** As the page above lists them. */
const REGIONS_WITHOUT: readonly string[] = [
  "af-south-1",
  "ap-east-1",
  "ap-south-2",
  "ap-southeast-3",
  "ap-southeast-4",
  "ca-west-1",
  "eu-central-2",
  "eu-south-1",
  "eu-south-2",
  "il-central-1",
  "me-central-1",
  "me-south-1",
];

/** The bucket is in the Region of the stack. */
export function checkLegacyLogs(path: string, wanted: boolean | undefined, stackRegion: string | undefined): Problem[] {
  if (wanted !== true || !REGIONS_WITHOUT.includes(stackRegion ?? "")) {
    return [];
  }
  return [
    {
      path: `${path} and aws:region`,
      must: "not be combined: CloudFront delivers no legacy logs to buckets in this Region",
      got: stackRegion,
      use: "accessLogs alone, which it delivers to every Region",
    },
  ];
}
