import { isUnset, type Property } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import { bucketNameOf, kindOf } from "./distribution";

const bucketType = "aws:s3/bucket:Bucket";

/** The buckets of a stack, named by their names. */
export function bucketsOf(graph: ResourceGraph): References {
  return new References(graph, [bucketType], ["bucket", "id"]);
}

export interface OriginBuckets {
  /** Buckets that the distribution reads through an origin access control. */
  readonly read: readonly StackResource[];
  /** Buckets that its origins were made from, one way or another: too many to tell which of them it reads. */
  readonly perhaps: readonly StackResource[];
}

/** The buckets of the stack behind the S3 origins of a distribution. */
export function originBuckets(distribution: StackResource, buckets: References): OriginBuckets {
  const origins = distribution.properties.at("origins").items.filter(isReadWithAccessControl);
  const named = new Set<StackResource>();
  const open: Property[] = [];
  for (const origin of origins) {
    const found = buckets.named(bucketNameOf(origin.at("domainName").text ?? "") ?? "");
    for (const bucket of found) named.add(bucket);
    if (found.length === 0) open.push(origin);
  }
  const rest = buckets
    .madeFrom(distribution, "origins")
    .filter((bucket) => !named.has(bucket) && open.some((origin) => canBe(origin, bucket)));
  return rest.length <= open.length ? { read: [...named, ...rest], perhaps: [] } : { read: [...named], perhaps: rest };
}

function isReadWithAccessControl(origin: Property): boolean {
  return kindOf(origin) === "s3" && isUnset(origin.at("s3OriginConfig", "originAccessIdentity"));
}

/** A host name that names some other bucket than this one rules it out. */
function canBe(origin: Property, bucket: StackResource): boolean {
  const isNamed = ["bucket", "id"].some((name) => bucket.properties.at(name).text !== undefined);
  return !isNamed || bucketNameOf(origin.at("domainName").text ?? "") === undefined;
}
