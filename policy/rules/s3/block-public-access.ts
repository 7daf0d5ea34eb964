import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import { cisFoundations, pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { about, mustBeTrue, violated, wholeResource } from "../../rule";
import { bucketsWithout } from "./bucket";

const blockType = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const accountBlockType = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
const flags = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

/** Every bucket has a public access block with all four flags on. */
export const blockPublicAccess: Rule = {
  name: "s3-block-public-access",
  severity: "critical",
  reason:
    "Every bucket must block public access with all four flags, so that no later ACL or policy can open it to everyone.",
  remediation: `Create an aws.s3.BucketPublicAccessBlock for the bucket with ${flags.join(", ")} all true.`,
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  frameworks: [
    securityHub("S3.8"),
    securityHub("S3.1"),
    pciDss("1.4.4"),
    cisFoundations("5.0.0", "2.1.4"),
    cisFoundations("6.0.0", "3.1.4"),
  ],
  profile: "baseline",
  types: [blockType, accountBlockType],
  *check({ properties }: Resource) {
    for (const flag of flags) yield* mustBeTrue(properties.at(flag), "set it to true");
  },
  *join(graph: ResourceGraph) {
    for (const bucket of bucketsWithout(graph, blockType)) yield missing(bucket);
  },
};

function missing(bucket: StackResource) {
  return about(
    bucket,
    violated(
      wholeResource,
      "has no public access block",
      "create an aws.s3.BucketPublicAccessBlock for it with all four flags true",
    ),
  );
}
