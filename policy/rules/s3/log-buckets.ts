// Which buckets of a stack take logs that AWS services write. They cannot have everything that other buckets have: load balancers and
// server access logging write with keys of S3 only, and a bucket that logged who writes its logs would log itself.

import type { Property } from "../../aws/reading";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import { bucketType, knownNames } from "./bucket";

/** Where the types that send logs to a bucket name it: the top-level property, and the way down from it. */
const senders: readonly (readonly [type: string, property: string, ...below: readonly string[]])[] = [
  ["aws:s3/bucketLogging:BucketLogging", "targetBucket"],
  ["aws:s3/bucket:Bucket", "logging", "targetBucket"],
  ["aws:s3/bucket:Bucket", "loggings", "targetBucket"],
  ["aws:lb/loadBalancer:LoadBalancer", "accessLogs", "bucket"],
  ["aws:lb/loadBalancer:LoadBalancer", "connectionLogs", "bucket"],
  ["aws:elb/loadBalancer:LoadBalancer", "accessLogs", "bucket"],
  ["aws:cloudfront/distribution:Distribution", "loggingConfig", "bucket"],
  [
    "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
    "deliveryDestinationConfiguration",
    "destinationResourceArn",
  ],
  ["aws:ec2/flowLog:FlowLog", "logDestination"],
  ["aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "logDestinationConfigs"],
];

/** The buckets that something in the stack sends its logs to. */
export function logBuckets(graph: ResourceGraph): ReadonlySet<StackResource> {
  const byName = new Map(
    graph.ofType(bucketType).flatMap((bucket) => knownNames(bucket).map((name) => [name, bucket] as const)),
  );
  const found = new Set<StackResource>();
  for (const [type, property, ...below] of senders) {
    for (const sender of graph.ofType(type)) {
      for (const source of graph.sourcesOf(sender, property)) found.add(source);
      for (const place of placesOf(sender.properties.at(property), below)) {
        const bucket = byName.get(bucketNameIn(place.text ?? ""));
        if (bucket !== undefined) found.add(bucket);
      }
    }
  }
  return found;
}

function placesOf(property: Property, below: readonly string[]): Property[] {
  if (property.isList) return property.items.flatMap((item) => placesOf(item, below));
  const [next, ...rest] = below;
  return next === undefined ? [property] : placesOf(property.at(next), rest);
}

/** Of a name, an ARN with or without a prefix behind it, or a host name. */
function bucketNameIn(text: string): string {
  return text
    .replace(/^arn:[^:]*:s3:::/, "")
    .replace(/\/.*$/s, "")
    .replace(/\.s3[.-][a-z0-9.-]*amazonaws\.com(\.cn)?$/, "");
}
