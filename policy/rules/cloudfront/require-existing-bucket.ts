import type { ResourceGraph } from "../../aws/resource-graph";
import { pciDss, securityHub } from "../../frameworks";
import type { Parameters } from "../../parameters";
import type { Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { bucketNameOf, distributionTypes, kindOf, unknownOriginsOf } from "./distribution";
import { bucketsOf } from "./origin-buckets";

/** S3 origins are buckets of the stack, or buckets that the config vouches for. Without a word from the config nothing is asked. */
export const requireExistingBucket: Rule = {
  name: "cloudfront-origin-bucket-exists",
  severity: "high",
  reason:
    "Whoever creates the bucket that an origin names and nobody has decides what viewers get; a stack only shows its own buckets to exist.",
  remediation:
    "Make domainName from the bucketRegionalDomainName of a bucket in the same stack, or name the bucket in the parameter otherBuckets.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-12",
  frameworks: [securityHub("CloudFront.12", "looser"), pciDss("2.2.6")],
  profile: "strict",
  types: distributionTypes,
  parameters: {
    otherBuckets: {
      kind: "texts",
      description:
        "Names of buckets outside of the stack that are known to exist. Where it is set, S3 origins may name no others.",
      pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
      example: "shop-assets",
    },
  },
  *join(graph: ResourceGraph, parameters: Parameters) {
    const others = new Set(parameters.texts("otherBuckets"));
    // Buckets of other stacks are nothing unusual, and whether they exist does not show here.
    if (others.size === 0) return;
    const buckets = bucketsOf(graph);
    for (const distribution of graph.ofType(...distributionTypes)) {
      for (const open of unknownOriginsOf(distribution.properties)) yield about(distribution, undecided(open));
      for (const origin of distribution.properties.at("origins").items) {
        if (kindOf(origin) !== "s3") continue;
        const host = origin.at("domainName");
        // An access point's host name says nothing of the bucket.
        const name = bucketNameOf(host.text ?? "")?.toLowerCase();
        if (host.state === "unknown" && buckets.madeFrom(distribution, "origins").length === 0)
          yield about(distribution, undecided(host));
        else if (name !== undefined && buckets.named(name).length === 0 && !others.has(name))
          yield about(
            distribution,
            violated(
              host,
              "names a bucket that is not in this stack",
              "make it from a bucket of the stack, or name the bucket in the parameter otherBuckets",
            ),
          );
      }
    }
  },
};
