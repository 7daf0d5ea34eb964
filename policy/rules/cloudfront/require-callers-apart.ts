import type { ResourceGraph } from "../../aws/resource-graph";
import type { Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { Caching } from "./caching";
import { behaviorsOf, distributionTypes, isBucketOrigin, originsAskedBy } from "./distribution";

/** What an origin answers to one caller is not kept for the next. */
export const requireCallersApart: Rule = {
  name: "cloudfront-cache-callers-apart",
  severity: "high",
  reason:
    "Where the origin sees who calls, the cache must tell callers apart or keep nothing, or one customer gets what was meant for another.",
  remediation:
    "Set cachePolicyId to the managed policy CachingDisabled (4135ea2d-6df8-44a3-9df3-4b5a84be39ad), or to an aws.cloudfront.CachePolicy with Authorization or the session's cookie in its key.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html#add-origin-custom-headers-forward-authorization",
  frameworks: [],
  profile: "strict",
  types: distributionTypes,
  *join(graph: ResourceGraph) {
    const caching = new Caching(graph);
    for (const distribution of graph.ofType(...distributionTypes)) {
      for (const behavior of behaviorsOf(distribution.properties)) {
        // Buckets answer all callers alike.
        const origins = originsAskedBy(behavior.settings, distribution.properties);
        if (origins?.every(isBucketOrigin)) continue;
        const verdicts = [caching.keepsTogether(distribution, behavior), caching.seesCallers(distribution, behavior)];
        if (verdicts.includes(false)) continue;
        const policy = behavior.settings.at("cachePolicyId");
        yield about(
          distribution,
          origins === undefined || verdicts.includes(undefined)
            ? undecided(policy)
            : violated(
                policy,
                "caches answers that may be for one caller, and gives them to every other",
                'set it to "4135ea2d-6df8-44a3-9df3-4b5a84be39ad", the managed CachingDisabled, or put Authorization in the key',
              ),
        );
      }
    }
  },
};
