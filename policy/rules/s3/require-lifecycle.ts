import type { ResourceGraph } from "../../aws/resource-graph";
import { securityHub, securityHubNist } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { violated, wholeResource } from "../../rule";
import { bucketsWithout, inline, lackingBuckets } from "./bucket";
import { isEnabled, lifecycleType, mustHaveRule } from "./lifecycle";

const what = "has no rule that is on";
const fix = 'add a rule with status "Enabled"';

/** Every bucket has a lifecycle. */
export const requireLifecycle: Rule = {
  name: "s3-lifecycle",
  severity: "low",
  reason: "Every bucket must say how long it keeps what: data that nobody needs any more costs, and can still leak.",
  remediation:
    'Create an aws.s3.BucketLifecycleConfiguration for the bucket with at least one rule of status "Enabled".',
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html",
  // S3.10 asks it of versioned buckets alone.
  frameworks: [securityHub("S3.13"), securityHubNist("S3.10", "stricter")],
  profile: "strict",
  types: [lifecycleType],
  *check({ properties }: Resource) {
    yield* mustHaveRule(properties.at("rules"), isEnabled, what, fix);
  },
  *join(graph: ResourceGraph) {
    yield* lackingBuckets(
      bucketsWithout(graph, lifecycleType),
      (bucket) => mustHaveRule(inline(bucket, "lifecycleRules"), isEnabled, what, fix),
      violated(wholeResource, "has no lifecycle", "create an aws.s3.BucketLifecycleConfiguration for it"),
    );
  },
};
