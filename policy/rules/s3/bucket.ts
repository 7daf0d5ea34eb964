// Joins a bucket with the resources that configure it: each names the bucket by its id, which is its name.

import { Property } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Finding, StackFinding, Violated } from "../../rule";
import { about } from "../../rule";

export const bucketType = "aws:s3/bucket:Bucket";

const names = ["bucket", "id"];

/** The names under which the rest of the stack can refer to a bucket that is known already. */
export function knownNames(bucket: StackResource): string[] {
  return [...new Set(names.flatMap((property) => bucket.properties.at(property).text ?? []))];
}

/** Finds the resources of a type that configure a bucket. */
export function configurationsOf(graph: ResourceGraph, type: string): (bucket: StackResource) => StackResource[] {
  const users = new References(graph, [bucketType], names).users(graph.ofType(type), "bucket");
  return (bucket) => users.get(bucket) ?? [];
}

/** The buckets of the stack that no resource of the type configures. */
export function bucketsWithout(graph: ResourceGraph, type: string): StackResource[] {
  return new References(graph, [bucketType], names).without(graph.ofType(type), "bucket");
}

/**
 * What the program itself says on the bucket, in the older way: absent where it says nothing. In a preview a bucket also has properties
 * that AWS will fill in; they are not known and made from nothing.
 */
export function inline(bucket: StackResource, ...properties: readonly string[]): Property {
  const given = properties.map((name) => bucket.properties.at(name)).filter((property) => isGiven(bucket, property));
  return given[0] ?? new Property(properties[0] ?? "", undefined);
}

function isGiven(bucket: StackResource, { state, path, isEmpty }: Property): boolean {
  if (state === "unknown") return (bucket.sources[path] ?? []).length > 0;
  return state === "known" && !isEmpty;
}

/** `BucketV2` has a list of one where `Bucket` has an object. */
export function only(property: Property): Property {
  return property.isList ? (property.items[0] ?? new Property(property.path, undefined)) : property;
}

/** The first of them that is set. */
export function either(property: Property, ...keys: readonly string[]): Property {
  const places = keys.map((key) => property.at(key));
  return only(places.find(({ state }) => state !== "absent") ?? places[0] ?? property);
}

/**
 * One finding for each bucket that neither a resource of the type nor its own older property configures. What such a resource says is
 * judged where it is.
 */
export function* lackingBuckets(
  buckets: readonly StackResource[],
  check: (bucket: StackResource) => Iterable<Finding>,
  lacks: Violated,
): Iterable<StackFinding> {
  for (const bucket of buckets) {
    const findings = [...check(bucket)];
    if (findings.some(({ kind }) => kind === "violated")) yield about(bucket, lacks);
    else for (const finding of findings) yield about(bucket, finding);
  }
}
