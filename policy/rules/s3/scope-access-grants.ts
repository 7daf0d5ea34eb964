import type { ResourceGraph } from "../../aws/resource-graph";
import type { Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";

const grantType = "aws:s3control/accessGrant:AccessGrant";
const locationType = "aws:s3control/accessGrantsLocation:AccessGrantsLocation";

/** An access grant is of a bucket or a part of one, never of all buckets. */
export const scopeAccessGrants: Rule = {
  name: "s3-access-grants-scoped",
  severity: "high",
  reason:
    "An access grant must name a bucket, or a prefix in one: a grant of the whole location s3:// is of every bucket.",
  remediation: 'Set accessGrantsLocationConfiguration.s3SubPrefix to a bucket and prefix, such as "reports/2026/*".',
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-grant.html",
  frameworks: [],
  profile: "strict",
  types: [grantType],
  *join(graph: ResourceGraph) {
    for (const grant of graph.ofType(grantType)) {
      const prefix = grant.properties.at("accessGrantsLocationConfiguration", "s3SubPrefix");
      if (/^[^*]/.test(prefix.text ?? "")) continue;
      const id = grant.properties.at("accessGrantsLocationId");
      const [location] = graph.sourcesOf(grant, "accessGrantsLocationId").filter(({ type }) => type === locationType);
      const scope = location?.properties.at("locationScope");
      const isEverything = id.text === "default" || scope?.text === "s3://";
      // What a location of another stack is of is not known here.
      if (!isEverything && scope?.state !== "unknown") continue;
      if (!isEverything) yield about(grant, undecided(id));
      else if (prefix.state === "unknown") yield about(grant, undecided(prefix));
      else
        yield about(grant, violated(prefix, "is of every bucket", 'name a bucket and a prefix, such as "reports/*"'));
    }
  },
};
