import type { Property } from "../../aws/reading";
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
  for (const resource of graph.ofType(replicationType, bucketType)) {
    for (const [source, configuration] of replicationsOf(resource)) {
      const inStack = graph.sourcesOf(resource, source).some((other) => buckets.includes(other));
      for (const destination of destinationsOf(configuration)) {
        const found = destination.text === undefined ? inStack : isNamed(buckets, destination.text);
        if (!found) yield about(resource, undecided(destination));
      }
    }
  }
}

/** With the name of the property that it is in: a resource of its own, or the older settings of the bucket itself, one object or a list of one. */
function replicationsOf({ properties }: StackResource): [string, Property][] {
  return [
    ["rules", properties],
    ["replicationConfiguration", properties.at("replicationConfiguration")],
    ...properties
      .at("replicationConfigurations")
      .items.map((item): [string, Property] => ["replicationConfigurations", item]),
  ];
}

function destinationsOf(configuration: Property): Property[] {
  return configuration
    .at("rules")
    .items.flatMap((rule) => [rule.at("destination"), ...rule.at("destinations").items])
    .map((destination) => destination.at("bucket"))
    .filter((bucket) => bucket.state !== "absent");
}

function isNamed(buckets: readonly StackResource[], arn: string): boolean {
  const name = arn.split(":").at(-1);
  return buckets.some(
    (bucket) => bucket.properties.at("bucket").text === name || bucket.properties.at("arn").text === arn,
  );
}
