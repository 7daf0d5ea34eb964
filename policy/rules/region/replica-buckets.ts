import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { StackFinding } from "../../rule";
import { about, undecided } from "../../rule";

const replicationType = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
const bucketType = "aws:s3/bucket:Bucket";

/**
 * The ARN of a bucket names no Region. A replica in a bucket of this stack is judged where the bucket is; one in any other bucket
 * cannot be.
 */
export function* checkReplicaBuckets(graph: ResourceGraph): Iterable<StackFinding> {
  const buckets = graph.ofType(bucketType);
  for (const replication of graph.ofType(replicationType)) {
    const inStack = graph.sourcesOf(replication, "rules").some((source) => buckets.includes(source));
    for (const rule of replication.properties.at("rules").items) {
      const destination = rule.at("destination", "bucket");
      if (destination.state === "absent") continue;
      const found = destination.text === undefined ? inStack : isNamed(buckets, destination.text);
      if (!found) yield about(replication, undecided(destination));
    }
  }
}

function isNamed(buckets: readonly StackResource[], arn: string): boolean {
  const name = arn.split(":").at(-1);
  return buckets.some(
    (bucket) => bucket.properties.at("bucket").text === name || bucket.properties.at("arn").text === arn,
  );
}
