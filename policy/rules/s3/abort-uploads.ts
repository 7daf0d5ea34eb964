import type { ResourceGraph } from "../../aws/resource-graph";
import type { Resource, Rule } from "../../rule";
import { violated, wholeResource } from "../../rule";
import { bucketsWithout, inline, lackingBuckets } from "./bucket";
import { abortsUploads, lifecycleType, mustHaveRule } from "./lifecycle";

const what = "has no rule that aborts unfinished uploads of every object";
const fix = "add a rule without filter and with abortIncompleteMultipartUpload.daysAfterInitiation";

/** Every bucket throws away the parts of uploads that nobody finished. */
export const abortUnfinishedUploads: Rule = {
  name: "s3-abort-uploads",
  severity: "low",
  reason:
    "Every bucket must abort unfinished multipart uploads: their parts are in no listing, and are kept and paid for.",
  remediation:
    'Add a rule to the bucket\'s aws.s3.BucketLifecycleConfiguration: status "Enabled", filter {}, abortIncompleteMultipartUpload.daysAfterInitiation 7.',
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html",
  frameworks: [],
  profile: "strict",
  types: [lifecycleType],
  *check({ properties }: Resource) {
    yield* mustHaveRule(properties.at("rules"), abortsUploads, what, fix);
  },
  *join(graph: ResourceGraph) {
    yield* lackingBuckets(
      bucketsWithout(graph, lifecycleType),
      (bucket) => mustHaveRule(inline(bucket, "lifecycleRules"), abortsUploads, what, fix),
      violated(
        wholeResource,
        "keeps unfinished uploads",
        `create an aws.s3.BucketLifecycleConfiguration for it: ${fix}`,
      ),
    );
  },
};
