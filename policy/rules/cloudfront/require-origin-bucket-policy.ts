import type { ResourceGraph } from "../../aws/resource-graph";
import type { Rule } from "../../rule";
import { about, undecided } from "../../rule";
import { distributionTypes, unknownOriginsOf } from "./distribution";
import { checkLetIn } from "./grants";
import { bucketsOf, originBuckets } from "./origin-buckets";

/** The bucket behind each S3 origin lets the distribution read. */
export const requireOriginBucketPolicy: Rule = {
  name: "cloudfront-origin-bucket-policy",
  severity: "medium",
  reason:
    "The bucket behind an S3 origin must let its distribution read, or viewers get 403 until somebody opens the bucket to everyone.",
  remediation:
    'Allow s3:GetObject to the service cloudfront.amazonaws.com in the bucket\'s policy, with StringEquals "AWS:SourceArn" of the distribution.',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html#oac-permission-to-access-s3",
  frameworks: [],
  profile: "baseline",
  types: distributionTypes,
  // The policy names the distribution and the distribution names the bucket: no resource by itself shows that the ring is closed.
  *join(graph: ResourceGraph) {
    const buckets = bucketsOf(graph);
    const policies = buckets.users(graph.ofType("aws:s3/bucketPolicy:BucketPolicy"), "bucket");
    for (const distribution of graph.ofType(...distributionTypes)) {
      for (const open of unknownOriginsOf(distribution.properties)) yield about(distribution, undecided(open));
      const { read, perhaps } = originBuckets(distribution, buckets);
      const need = {
        action: "s3:getobject",
        distribution,
        fix: 'allow s3:GetObject to cloudfront.amazonaws.com with the condition StringEquals "AWS:SourceArn" of the distribution',
      };
      for (const bucket of read) yield* checkLetIn(graph, need, bucket, policies.get(bucket) ?? []);
      for (const bucket of perhaps) {
        for (const finding of checkLetIn(graph, need, bucket, policies.get(bucket) ?? []))
          yield { ...undecided(finding.path), urn: finding.urn };
      }
    }
  },
};
