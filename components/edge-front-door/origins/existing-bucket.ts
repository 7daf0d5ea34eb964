import * as pulumi from "@pulumi/pulumi";
import { checkAccountId, checkGiven } from "../../argument-checks";
import { accountId, input, object } from "../../argument-kinds";
import { isKeyArn } from "../../aws/arns";
import type { Problem } from "../../errors";
import { isBucketWebsite } from "./check-server-name";
import type { WebsiteBucket } from "./website-bucket";

/** A bucket made elsewhere. An `aws.s3.Bucket` fits as it is. */
export interface ExistingBucket {
  /** Name of the bucket. */
  bucket: pulumi.Input<string>;
  arn: pulumi.Input<string>;
  /** `<bucket>.s3.<region>.amazonaws.com`, never the website endpoint. */
  bucketRegionalDomainName: pulumi.Input<string>;
  /** Region of the bucket. @default - the provider's Region */
  region?: pulumi.Input<string>;
  /**
   * The customer managed key its objects are encrypted with, so that `requiredGrants` says what the key's policy must contain. The
   * key `aws/s3` can let nobody in. @default - keys of S3
   */
  encryptionKeyArn?: pulumi.Input<string>;
  /** The account that owns it, where it is another one: only that account can write its policy. @default - this account */
  ownerAccountId?: string;
}

export const EXISTING_BUCKET_KINDS = object<ExistingBucket>({
  bucket: input,
  arn: input,
  bucketRegionalDomainName: input,
  region: input,
  encryptionKeyArn: input,
  ownerAccountId: accountId,
});

/** What a program without a compiler may have left out, and what CloudFront could not sign for. */
export function checkExistingBucket(path: string, existing: ExistingBucket): Problem[] {
  const { bucketRegionalDomainName: host, encryptionKeyArn: key, ownerAccountId } = existing;
  const problems = checkGiven(path, existing, ["bucket", "arn", "bucketRegionalDomainName"]);
  if (typeof host === "string" && isBucketWebsite(host)) {
    problems.push({
      path: `${path}.bucketRegionalDomainName`,
      must: "not be a website endpoint, which takes no signed requests",
      got: host,
      use: '"<bucket>.s3.<region>.amazonaws.com"',
    });
  }
  if (typeof key === "string" && /:alias\/aws\/s3$|^alias\/aws\/s3$/.test(key)) {
    problems.push({
      path: `${path}.encryptionKeyArn`,
      must: "be a customer managed key: the policy of aws/s3 cannot let CloudFront in",
      got: key,
    });
  } else if (typeof key === "string" && !isKeyArn(key)) {
    problems.push({ path: `${path}.encryptionKeyArn`, must: "be the ARN of a key", got: key });
  }
  return [...problems, ...checkAccountId(`${path}.ownerAccountId`, ownerAccountId)];
}

export function adoptBucket(existing: ExistingBucket): WebsiteBucket {
  return {
    bucket: pulumi.output(existing.bucket),
    arn: pulumi.output(existing.arn),
    bucketRegionalDomainName: pulumi.output(existing.bucketRegionalDomainName),
    region: existing.region,
    hardening: [],
  };
}
