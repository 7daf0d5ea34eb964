import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../../errors";
import type { WebsiteBucket } from "../website-bucket";
import { isBucketWebsite } from "./origin-checks";

/** A bucket made elsewhere. An `aws.s3.Bucket` fits as it is. */
export interface ExistingBucket {
  /** Name of the bucket. */
  bucket: pulumi.Input<string>;
  arn: pulumi.Input<string>;
  /** `<bucket>.s3.<region>.amazonaws.com`, never the website endpoint. */
  bucketRegionalDomainName: pulumi.Input<string>;
  /** Region of the bucket. @default - the provider's Region */
  region?: pulumi.Input<string>;
}

/** What a program without a compiler may have left out, and what CloudFront could not sign for. */
export function checkExistingBucket(path: string, existing: ExistingBucket): Problem[] {
  const missing = (["bucket", "arn", "bucketRegionalDomainName"] as const).filter((key) => existing[key] === undefined);
  const host = existing.bucketRegionalDomainName;
  const problems: Problem[] = missing.map((key) => ({ path: `${path}.${key}`, must: "be given" }));
  if (typeof host === "string" && isBucketWebsite(host)) {
    problems.push({
      path: `${path}.bucketRegionalDomainName`,
      must: "not be a website endpoint, which takes no signed requests",
      got: host,
      use: '"<bucket>.s3.<region>.amazonaws.com"',
    });
  }
  return problems;
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
