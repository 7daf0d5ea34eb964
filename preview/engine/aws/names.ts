// Physical names. The provider names what the program leaves unnamed: `${name}-${7 hex digits}` (pulumi-terraform-bridge's
// AutoName), within the length that AWS allows and in the letters it allows.

import type { PropertyMap } from "../../plan/plan";
import type { Seed } from "./seed";

/** Lengths in characters where AWS allows fewer than the bridge's default of 255. */
const MAX_LENGTH: Readonly<Record<string, number>> = {
  "alb/LoadBalancer": 32,
  "alb/TargetGroup": 32,
  "cloudwatch/EventRule": 64,
  "elasticache/ReplicationGroup": 40,
  "elb/LoadBalancer": 32,
  "iam/InstanceProfile": 128,
  "iam/Policy": 128,
  "iam/Role": 64,
  "iam/RolePolicy": 128,
  "iam/User": 64,
  "kinesis/FirehoseDeliveryStream": 64,
  "kinesis/Stream": 128,
  "lambda/Function": 64,
  "lb/LoadBalancer": 32,
  "lb/TargetGroup": 32,
  "msk/Cluster": 64,
  "opensearch/Domain": 28,
  "elasticsearch/Domain": 28,
  "opensearch/ServerlessCollection": 32,
  "s3/AccessPoint": 50,
  "s3/Bucket": 63,
  "s3/BucketV2": 63,
  "sns/Topic": 256,
  "sqs/Queue": 80,
};

const DEFAULT_MAX_LENGTH = 255;

/** Modules whose names AWS takes in lower case only. */
const LOWER_CASE = new Set([
  "s3",
  "s3control",
  "s3tables",
  "elasticache",
  "rds",
  "docdb",
  "neptune",
  "opensearch",
  "ecr",
]);

/** Arguments that carry a resource's own name, in order of preference. */
const NAME_ARGUMENTS = [
  "name",
  "bucket",
  "identifier",
  "clusterIdentifier",
  "clusterName",
  "replicationGroupId",
  "userName",
  "domain",
];

/** The name AWS would know the resource by. */
export function physicalName(key: string, resource: string, name: string, inputs: PropertyMap, seed: Seed): string {
  const own = resource.charAt(0).toLowerCase() + resource.slice(1);
  for (const argument of [...NAME_ARGUMENTS, `${own}Name`, own]) {
    // A bucket's satellites name it too, and are not called by its name.
    if (argument === "bucket" && resource !== "Bucket" && resource !== "BucketV2") continue;
    const value = inputs[argument];
    if (typeof value === "string" && value !== "") return value;
    const prefix = inputs[argument === "name" ? "namePrefix" : `${argument}Prefix`];
    // Terraform's own suffix: a timestamp of 18 digits and 8 of a counter.
    if (typeof prefix === "string" && prefix !== "") return `${prefix}20240101000000${seed.hex("namePrefix", 12)}`;
  }
  return autoName(key, name, inputs, seed);
}

/** `${name}-${7 hex digits}`, cut to what AWS allows. */
export function autoName(key: string, name: string, inputs: PropertyMap, seed: Seed): string {
  const suffix = `-${seed.hex("name", 7)}${inputs.fifoQueue === true || inputs.fifoTopic === true ? ".fifo" : ""}`;
  const room = (MAX_LENGTH[key] ?? DEFAULT_MAX_LENGTH) - suffix.length;
  const module = key.slice(0, key.indexOf("/"));
  const base = LOWER_CASE.has(module) ? name.toLowerCase() : name;
  return base.slice(0, room) + suffix;
}
