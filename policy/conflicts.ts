// Controls of other packs that this pack has no rule for, because what they ask for would be wrong here, and why.

import { type FrameworkMapping, securityHub } from "./frameworks";

export interface Conflict {
  /** What they ask for, as a sentence. */
  readonly asks: string;
  /** Where it stands. Names of scanners' checks are as those print them. */
  readonly controls: readonly (FrameworkMapping | string)[];
  /** Why there is no such rule. */
  readonly reason: string;
  /** What this pack says of the matter. */
  readonly instead: string;
}

export const conflicts: readonly Conflict[] = [
  {
    asks: "S3 buckets replicate to another Region.",
    controls: [securityHub("S3.7", "conflict"), "CKV_AWS_144", "cdk-nag S3BucketReplicationEnabled"],
    reason: "A copy in another Region is what residency forbids; a backup in the same one is as good against mistakes.",
    instead: "Where a bucket replicates, region-residency asks where to.",
  },
  {
    asks: "API Gateway stages cache answers.",
    controls: ["CKV_AWS_120", "CKV_AWS_225", "AWS-0190"],
    reason: "Answers of an API are about one caller; a cache that is keyed a little wrong shows them to another.",
    instead: "Where a stage caches, the cache is encrypted.",
  },
  {
    asks: "Every distribution has an origin group to fail over to.",
    controls: [securityHub("CloudFront.4", "conflict"), "CKV_AWS_310"],
    reason: "A second origin is useful where there are two of what is served; a bucket has three zones of its own.",
    instead: "Nothing.",
  },
  {
    asks: "Every distribution names a default root object.",
    controls: ["CKV_AWS_305"],
    reason: "An API has no root object, and CloudFront would ask it for a file.",
    instead: "cloudfront-default-root-object asks it of S3 origins, as Security Hub does.",
  },
  {
    asks: "Every distribution restricts the countries of its viewers.",
    controls: ["cdk-nag AwsSolutions-CFR1", "CKV_AWS_374"],
    reason: "Who may see something is a decision about the business, and addresses say it only roughly.",
    instead: "Nothing; and geo restriction is no residency: it limits viewers, not where bytes are cached.",
  },
  {
    asks: "S3 buckets notify of events.",
    controls: [securityHub("S3.11", "conflict")],
    reason: "Events that nobody listens to protect nothing.",
    instead: "Nothing.",
  },
  {
    asks: "Every Lambda function is in a VPC.",
    controls: [securityHub("Lambda.3", "conflict"), "CKV_AWS_117"],
    reason: "A function that only calls AWS is no safer behind a NAT gateway, and starts more slowly.",
    instead: "A function in a VPC has subnets in two zones.",
  },
  {
    asks: "Networks have no network ACLs of their own.",
    controls: ["cdk-nag AwsSolutions-VPC3"],
    reason: "They are the one filter that also denies.",
    instead: "Nothing.",
  },
  {
    asks: "S3 origins are read with an origin access identity.",
    controls: [
      "cdk-nag AwsSolutions-CFR6",
      "CKV2_AWS_46",
      "AWS Guard Rules Registry CLOUDFRONT_ORIGIN_ACCESS_IDENTITY_ENABLED",
    ],
    reason:
      "Identities know no SSE-KMS, no Regions opened since 2023 and no other methods than reading; AWS calls them legacy.",
    instead: "cloudfront-s3-origin-oac asks for origin access control, and cloudfront-no-oai refuses identities.",
  },
  {
    asks: "Every Lambda function reserves concurrency.",
    controls: ["CKV_AWS_115", "cdk-nag LambdaConcurrency"],
    reason:
      "What one function reserves all others of the account no longer have, and a limit that is reached loses work.",
    instead: "Nothing.",
  },
  {
    asks: "Every VPC has interface endpoints for EC2, ECR and Systems Manager.",
    controls: [securityHub("EC2.10", "conflict"), securityHub("EC2.55", "conflict"), securityHub("EC2.56", "conflict")],
    reason: "An endpoint for what nobody calls from there costs by the hour in each zone and opens a way more.",
    instead: "Where there are endpoints, ec2-endpoint-policy asks what may pass through them.",
  },
  {
    asks: "Event buses have a global endpoint that fails over to another Region.",
    controls: ["Security Hub EventBridge.4"],
    reason: "Events that are replicated to another Region are what residency forbids.",
    instead: "Where events go to another Region, region-residency asks where to.",
  },
];
