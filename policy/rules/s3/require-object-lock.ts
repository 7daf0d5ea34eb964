import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import { pciDss, securityHubNist } from "../../frameworks";
import type { Parameters } from "../../parameters";
import type { Finding, Rule } from "../../rule";
import { about, undecided, violated, wholeResource } from "../../rule";
import { bucketType, configurationsOf, either, inline } from "./bucket";
import { classificationOf, classNamed, tagParameter } from "./classification";

const lockType = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const fix = "create an aws.s3.BucketObjectLockConfiguration for it with rule.defaultRetention";

/** Buckets of classes that must be retained lock their objects. */
export const requireObjectLock: Rule = {
  name: "s3-object-lock",
  severity: "medium",
  reason:
    "Data that must be retained must be locked with a default retention, so that nobody deletes it before its time.",
  remediation:
    "Set objectLockEnabled true on the bucket, and create an aws.s3.BucketObjectLockConfiguration with rule.defaultRetention: mode, and days or years.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html",
  // The control asks it of every bucket, and no default retention.
  frameworks: [securityHubNist("S3.15", "looser"), pciDss("10.5.1")],
  profile: "strict",
  types: [bucketType],
  parameters: {
    tag: tagParameter,
    classes: {
      kind: "texts",
      description: "Values of that tag, in any case, whose buckets must be locked. Without any the rule asks nothing.",
      pattern: "^[^\\s].{0,255}$",
      example: "records",
    },
  },
  *join(graph: ResourceGraph, parameters: Parameters) {
    const classes = new Set(parameters.texts("classes").map((name) => name.toLowerCase()));
    const configurations = classes.size === 0 ? () => [] : configurationsOf(graph, lockType);
    for (const bucket of classes.size === 0 ? [] : graph.ofType(bucketType)) {
      const tag = classificationOf(bucket, parameters);
      if (tag.state === "unknown") yield about(bucket, undecided(tag));
      else if (classes.has(classNamed(tag)))
        for (const finding of mustRetain(bucket, configurations(bucket))) yield about(bucket, finding);
    }
  },
};

/** Without a default retention an object is locked only where its writer asks for it. */
function* mustRetain(bucket: StackResource, configurations: readonly StackResource[]): Iterable<Finding> {
  const own = inline(bucket, "objectLockConfiguration");
  const rules = [...configurations.map(({ properties }) => properties.at("rule")), either(own, "rule", "rules")];
  const retentions = rules.map((rule) => either(rule, "defaultRetention", "defaultRetentions"));
  if (retentions.some(({ state }) => state === "known")) return;
  const open = retentions.find(({ state }) => state === "unknown");
  yield open === undefined
    ? violated(wholeResource, "holds data that must be retained, and has no default retention", fix)
    : undecided(open);
}
