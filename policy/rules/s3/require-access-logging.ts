import type { ResourceGraph } from "../../aws/resource-graph";
import { pciDss, securityHub } from "../../frameworks";
import type { Rule } from "../../rule";
import { undecided, violated, wholeResource } from "../../rule";
import { bucketsWithout, inline, lackingBuckets, only } from "./bucket";
import { logBuckets } from "./log-buckets";

const loggingType = "aws:s3/bucketLogging:BucketLogging";
const fix = "create an aws.s3.BucketLogging for it with a targetBucket";

/** Every bucket logs who asks for what; those that take logs need not. */
export const requireAccessLogging: Rule = {
  name: "s3-access-logging",
  severity: "medium",
  reason: "Every bucket must log the requests to it: without, nobody can tell afterwards who has read or deleted what.",
  remediation: "Create an aws.s3.BucketLogging for the bucket with the targetBucket and targetPrefix of its logs.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html",
  // The control asks it of buckets with logs, too.
  frameworks: [securityHub("S3.9", "looser"), pciDss("10.2.1")],
  profile: "strict",
  types: [loggingType],
  *join(graph: ResourceGraph) {
    const exempt = logBuckets(graph);
    const buckets = bucketsWithout(graph, loggingType).filter((bucket) => !exempt.has(bucket));
    yield* lackingBuckets(
      buckets,
      function* (bucket) {
        const logging = only(inline(bucket, "logging", "loggings"));
        const target = logging.at("targetBucket");
        if (logging.state === "unknown") yield undecided(logging);
        else if (target.state === "absent" || target.isEmpty) yield violated(target, "is not set", fix);
      },
      violated(wholeResource, "does not log requests", fix),
    );
  },
};
