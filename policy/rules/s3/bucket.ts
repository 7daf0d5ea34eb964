// Joins a bucket with the resources that configure it: each names the bucket by its id, which is its name.

import type { ResourceGraph, StackResource } from "../../aws/resource-graph";

export const bucketType = "aws:s3/bucket:Bucket";

/** The names under which the rest of the stack can refer to a bucket that is known already. */
function knownNames(bucket: StackResource): string[] {
  return ["bucket", "id"].flatMap((property) => bucket.properties.at(property).text ?? []);
}

function configures(graph: ResourceGraph, configuration: StackResource, bucket: StackResource): boolean {
  if (graph.sourcesOf(configuration, "bucket").some((source) => source.urn === bucket.urn)) return true;
  const name = configuration.properties.at("bucket").text;
  return name !== undefined && knownNames(bucket).includes(name);
}

/** The buckets of the stack that none of these resources configures. */
export function bucketsWithout(graph: ResourceGraph, configurations: readonly StackResource[]): StackResource[] {
  return graph
    .ofType(bucketType)
    .filter((bucket) => !configurations.some((configuration) => configures(graph, configuration, bucket)));
}
