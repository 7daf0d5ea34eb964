import { isUnset } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import type { Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { distributionTypes, kindOf } from "./distribution";

const accessControlType = "aws:cloudfront/originAccessControl:OriginAccessControl";

/** An origin's access control is of the origin's kind. */
export const requireAccessControlKind: Rule = {
  name: "cloudfront-oac-kind",
  severity: "medium",
  reason:
    "An origin access control signs for one kind of origin: with one of another kind, CloudFront's requests are refused or not signed at all.",
  remediation:
    'Set originAccessControlOriginType of the aws.cloudfront.OriginAccessControl to the kind of the origin: "s3", "lambda", "mediastore" or "mediapackagev2".',
  url: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html",
  frameworks: [],
  profile: "baseline",
  types: distributionTypes,
  *join(graph: ResourceGraph) {
    const controls = new References(graph, [accessControlType], ["id"]);
    for (const distribution of graph.ofType(...distributionTypes)) {
      for (const origin of distribution.properties.at("origins").items) {
        const kind = kindOf(origin);
        const place = origin.at("originAccessControlId");
        if (isUnset(place) || kind === "server" || kind === "unknown") continue;
        // Where the id is not known, it is that of one of those that the origins were made from.
        const candidates =
          place.text === undefined ? controls.madeFrom(distribution, "origins") : controls.named(place.text);
        const kinds = candidates.map((control) => control.properties.at("originAccessControlOriginType"));
        if (kinds.some(({ text }) => text === kind)) continue;
        if (kinds.some(({ state }) => state === "unknown")) yield about(distribution, undecided(place));
        else if (kinds.length > 0)
          yield about(
            distribution,
            violated(
              place,
              `is an origin access control of another kind, on an origin of the kind "${kind}"`,
              `set originAccessControlOriginType of an aws.cloudfront.OriginAccessControl to "${kind}" and name that one`,
            ),
          );
      }
    }
  },
};
