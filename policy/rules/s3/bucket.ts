// Joins a bucket with the resources that configure it: each names the bucket by its id, which is its name.

import type { ResourceGraph, StackResource } from "../../aws/resource-graph";

export const bucketType = "aws:s3/bucket:Bucket";

/** The names under which the rest of the stack can refer to a bucket that is known already. */
function knownNames(bucket: StackResource): string[] {
  return ["bucket", "id"].flatMap((property) => bucket.properties.at(property).text ?? []);
}

/** The buckets of the stack that none of these resources configures. Takes time in step with the stack, not with its square. */
export function bucketsWithout(graph: ResourceGraph, configurations: readonly StackResource[]): StackResource[] {
  const urns = new Set(configurations.flatMap((each) => graph.sourcesOf(each, "bucket").map(({ urn }) => urn)));
  const names = new Set(configurations.flatMap((each) => each.properties.at("bucket").text ?? []));
  return graph
    .ofType(bucketType)
    .filter((bucket) => !urns.has(bucket.urn) && !knownNames(bucket).some((name) => names.has(name)));
}
