// Where data is written to a bucket of any Region. Neither the name of a bucket nor its ARN names a Region, so the bucket is looked up
// in the stack, or in the config. Destinations that AWS takes in the resource's own Region only, such as S3's access logs and
// inventories, need no look.

import type { Property } from "../../aws/reading";
import { isRegion, regionsIn } from "../../aws/regions";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Parameters } from "../../parameters";
import type { Finding, StackFinding } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { follow } from "./paths";
import { fixFor, scopeOf } from "./scope";

const bucketType = "aws:s3/bucket:Bucket";

interface Destination {
  readonly type: string;
  /** The way to the bucket; "[]" is every element of a list. */
  readonly path: readonly string[];
  /** AWS fills it where the program sets nothing, so that a preview calls it unknown: only what was made from a resource is a destination. */
  readonly isComputed?: true;
}

const firehoseType = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
const firehoseConfigurations = [
  "elasticsearch",
  "httpEndpoint",
  "iceberg",
  "opensearch",
  "opensearchserverless",
  "redshift",
  "snowflake",
  "splunk",
].map((kind) => [`${kind}Configuration`, "s3Configuration"]);

const destinations: readonly Destination[] = [
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html
  {
    type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    path: ["rules", "[]", "destination", "bucket"],
  },
  { type: bucketType, path: ["replicationConfiguration", "rules", "[]", "destination", "bucket"], isComputed: true },
  {
    type: bucketType,
    path: ["replicationConfigurations", "[]", "rules", "[]", "destinations", "[]", "bucket"],
    isComputed: true,
  },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPoints.html
  {
    type: "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
    path: ["details", "regions", "[]", "bucket"],
  },
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html
  { type: "aws:dynamodb/tableExport:TableExport", path: ["s3Bucket"] },
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
  { type: "aws:cloudtrail/trail:Trail", path: ["s3BucketName"] },
  // https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html
  { type: "aws:cfg/deliveryChannel:DeliveryChannel", path: ["s3BucketName"] },
  // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html
  { type: "aws:ec2/flowLog:FlowLog", path: ["logDestination"], isComputed: true },
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
  {
    type: "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
    path: ["deliveryDestinationConfiguration", "destinationResourceArn"],
  },
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
  { type: "aws:cloudfront/distribution:Distribution", path: ["loggingConfig", "bucket"] },
  // https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html
  ...[
    ["extendedS3Configuration"],
    ["extendedS3Configuration", "s3BackupConfiguration"],
    ["redshiftConfiguration", "s3BackupConfiguration"],
    ...firehoseConfigurations,
  ].map((path) => ({ type: firehoseType, path: [...path, "bucketArn"] })),
];

/** A bucket of this stack is judged where it is, one of another stack where the config says it is, and any other cannot be. */
export function* checkBucketDestinations(graph: ResourceGraph, parameters: Parameters): Iterable<StackFinding> {
  const buckets = new Buckets(graph, parameters);
  for (const { type, path, isComputed } of destinations) {
    for (const resource of graph.ofType(type)) {
      const [top = ""] = path;
      const sources = graph.sourcesOf(resource, top).filter((source) => buckets.has(source));
      for (const destination of follow(resource.properties, path)) {
        if (destination.state === "unknown" && isComputed && sources.length === 0) continue;
        const { allowed } = scopeOf({ properties: resource.properties, stackTags: graph.stackTags }, parameters);
        for (const finding of checkRegions(destination, buckets.regionsOf(destination, sources), allowed))
          yield about(resource, finding);
      }
    }
  }
}

function* checkRegions(
  destination: Property,
  regions: readonly string[] | undefined,
  allowed: ReadonlySet<string>,
): Iterable<Finding> {
  const wrong = regions?.filter((region) => !allowed.has(region)) ?? [];
  if (regions === undefined) yield undecided(destination);
  // One of several buckets that the value was made from is the destination, and which is not known.
  else if (destination.state === "unknown" && wrong.length > 0 && wrong.length < regions.length)
    yield undecided(destination);
  else for (const region of new Set(wrong)) yield violated(destination, `is a bucket in ${region}`, fixFor(allowed));
}

class Buckets {
  private readonly byName = new Map<string, StackResource>();
  private readonly all: ReadonlySet<StackResource>;
  private readonly elsewhere: ReadonlyMap<string, readonly string[]>;

  constructor(graph: ResourceGraph, parameters: Parameters) {
    const buckets = graph.ofType(bucketType);
    this.all = new Set(buckets);
    this.elsewhere = parameters.textsByName("bucketRegions");
    for (const bucket of buckets) {
      for (const name of [bucket.properties.at("bucket").text, bucketNamed(bucket.properties.at("arn").text)])
        if (name !== undefined) this.byName.set(name, bucket);
    }
  }

  has(resource: StackResource): boolean {
    return this.all.has(resource);
  }

  /** Undefined where nobody knows. None where it is no bucket, or where its name tells the Region and the inputs were judged by that. */
  regionsOf(destination: Property, sources: readonly StackResource[]): readonly string[] | undefined {
    if (destination.state === "unknown") return sources.length > 0 ? sources.flatMap(regionOf) : undefined;
    const name = bucketNamed(destination.text);
    if (name === undefined || regionsIn(destination.text ?? "").length > 0) return [];
    // A name that the bucket's properties do not say may be said by what the value was made from.
    const [source, ...others] = sources;
    const bucket = this.byName.get(name) ?? (others.length === 0 ? source : undefined);
    return bucket === undefined ? this.elsewhere.get(name) : regionOf(bucket);
  }
}

/** None where it is not known: the bucket itself is reported as undecided. */
function regionOf({ properties }: StackResource): string[] {
  const region = properties.at("region").text;
  return region !== undefined && isRegion(region) ? [region] : [];
}

/** Of a name, an ARN with or without a path, or a host name; nothing for ARNs of other services. */
function bucketNamed(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const [name = ""] = text.replace(/^arn:aws[a-z-]*:s3:::/, "").split("/");
  return name.startsWith("arn:") ? undefined : name.replace(/\.s3[.-].*$/, "");
}
