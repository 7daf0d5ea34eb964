import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import { securityHubNist } from "../../frameworks";
import type { Finding, Resource, Rule } from "../../rule";
import { mustBeTrue, undecided, violated, wholeResource } from "../../rule";
import { bucketsWithout, inline, lackingBuckets, only } from "./bucket";
import { logBuckets } from "./log-buckets";

const versioningType = "aws:s3/bucketVersioning:BucketVersioning";
const fix = 'set it to "Enabled"';

/** Every bucket keeps replaced and deleted objects as versions; those that take logs need not. */
export const requireVersioning: Rule = {
  name: "s3-versioning",
  severity: "medium",
  reason: "Every bucket must be versioned, or what somebody overwrites or deletes by mistake is gone for good.",
  remediation:
    'Create an aws.s3.BucketVersioning for the bucket with versioningConfiguration.status "Enabled", and a lifecycle rule that expires old versions.',
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
  // The control asks it of buckets with logs, too: those are written once, and never replaced.
  frameworks: [securityHubNist("S3.14", "looser")],
  profile: "baseline",
  types: [versioningType],
  *check({ properties }: Resource) {
    const status = properties.at("versioningConfiguration", "status");
    if (status.state === "unknown") yield undecided(status);
    else if (status.text !== "Enabled")
      yield violated(status, status.state === "absent" ? "is not set" : 'is not "Enabled"', fix);
  },
  *join(graph: ResourceGraph) {
    const exempt = logBuckets(graph);
    const buckets = bucketsWithout(graph, versioningType).filter((bucket) => !exempt.has(bucket));
    yield* lackingBuckets(
      buckets,
      mustBeVersioned,
      violated(wholeResource, "is not versioned", 'create an aws.s3.BucketVersioning for it with status "Enabled"'),
    );
  },
};

/** Object Lock brings versions with it. */
function* mustBeVersioned(bucket: StackResource): Iterable<Finding> {
  const locked = inline(bucket, "objectLockEnabled");
  if (locked.flag === true) return;
  if (locked.state === "unknown") yield undecided(locked);
  else yield* mustBeTrue(only(inline(bucket, "versioning", "versionings")).at("enabled"), fix);
}
