import type { References } from "../../aws/references";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Rule, StackFinding } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { distributionTypes, unknownOriginsOf } from "./distribution";
import { checkLetIn, type Need } from "./grants";
import { bucketsOf, originBuckets } from "./origin-buckets";
import { type DefaultEncryption, encryptionsOf, encryptionType, keysOf, usesManagedKey } from "./origin-key";

/** The KMS key of the bucket behind each S3 origin lets the distribution decrypt. */
export const requireOriginKeyPolicy: Rule = {
  name: "cloudfront-origin-key-policy",
  severity: "medium",
  reason:
    "The KMS key of a bucket behind an S3 origin must let the distribution decrypt, or viewers get 403 although the bucket lets it read.",
  remediation:
    'Encrypt the bucket with a key of your own, and allow kms:Decrypt to the service cloudfront.amazonaws.com in the key\'s policy, with StringEquals "AWS:SourceArn" of the distribution.',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html#oac-permissions-sse-kms",
  frameworks: [],
  profile: "baseline",
  types: distributionTypes,
  *join(graph: ResourceGraph) {
    const buckets = bucketsOf(graph);
    const keys = keysOf(graph);
    const configurations = buckets.users(graph.ofType(encryptionType), "bucket");
    const policies = keys.users(graph.ofType("aws:kms/keyPolicy:KeyPolicy"), "keyId");
    for (const distribution of graph.ofType(...distributionTypes)) {
      for (const open of unknownOriginsOf(distribution.properties)) yield about(distribution, undecided(open));
      const need = {
        action: "kms:decrypt",
        distribution,
        fix: 'allow kms:Decrypt to cloudfront.amazonaws.com with the condition StringEquals "AWS:SourceArn" of the distribution',
      };
      for (const bucket of originBuckets(distribution, buckets).read) {
        for (const encryption of encryptionsOf(bucket, configurations.get(bucket) ?? []))
          yield* checkEncryption(graph, need, encryption, keys, policies);
      }
    }
  },
};

function* checkEncryption(
  graph: ResourceGraph,
  need: Need,
  encryption: DefaultEncryption,
  keys: References,
  policies: ReadonlyMap<StackResource, readonly StackResource[]>,
): Iterable<StackFinding> {
  const { resource, property, settings } = encryption;
  if (settings.at("sseAlgorithm").text === "AES256") return;
  const place = settings.at("kmsMasterKeyId");
  if (usesManagedKey(encryption)) {
    yield about(
      resource,
      violated(
        place,
        `leaves it to the key aws/s3, which nobody can open to the distribution "${need.distribution.name}"`,
        "set it to the ARN of an aws.kms.Key",
      ),
    );
    return;
  }
  const found = keys.from(resource, property, place);
  if (found.length === 0 && place.state === "unknown") yield about(resource, undecided(place));
  for (const key of found) yield* checkLetIn(graph, need, key, policies.get(key) ?? []);
}
