import type { Property } from "../../aws/reading";
import { isUnset } from "../../aws/reading";
import { securityHub } from "../../frameworks";
import type { Parameters } from "../../parameters";
import type { Finding, Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { matchesWildcard } from "../../waivers/wildcard";
import { behaviorsOf, distributionTypes } from "./distribution";

/** Behaviors for paths that the config calls signed serve nobody without a signed URL or cookie. */
export const requireSignedPaths: Rule = {
  name: "cloudfront-signed-paths",
  severity: "high",
  reason:
    "What is shared by signed URLs or cookies must ask for them: without a key group, whoever knows or guesses the path reads it.",
  remediation:
    "Set trustedKeyGroups of the behavior to the ids of aws.cloudfront.KeyGroup, and name the paths that need it in the parameter signedPaths.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-viewers.html",
  // The control asks for a signature everywhere.
  frameworks: [securityHub("CloudFront.17", "looser")],
  profile: "baseline",
  types: distributionTypes,
  parameters: {
    signedPaths: {
      kind: "texts",
      description:
        'Path patterns that need a signed URL or cookie; "*" alone stands for the default behavior and every other. None where it is not set.',
      pattern: "^\\S+$",
      example: "/share/*",
    },
  },
  *check({ properties }: Resource, parameters: Parameters) {
    const signed = parameters.texts("signedPaths").map(withoutSlash);
    if (signed.length === 0) return;
    for (const { settings } of behaviorsOf(properties)) {
      const pattern = settings.at("pathPattern");
      // The default behavior has no pattern: it is for whatever no other is for.
      const path = withoutSlash(pattern.state === "absent" ? "*" : (pattern.text ?? ""));
      if (pattern.state === "unknown") yield undecided(pattern);
      else if (signed.some((each) => matchesWildcard(each, path))) yield* checkGroups(settings.at("trustedKeyGroups"));
    }
  },
};

function withoutSlash(path: string): string {
  return path.replace(/^\//, "");
}

/** A list of ids, or `{ enabled, items }` in a multi-tenant distribution. */
function* checkGroups(groups: Property): Iterable<Finding> {
  const enabled = groups.at("enabled");
  const items = groups.isList ? groups : groups.at("items");
  if (groups.state === "unknown") yield undecided(groups);
  else if (!groups.isList && enabled.state === "unknown") yield undecided(enabled);
  else if (items.state === "unknown") yield undecided(items);
  else if (isUnset(items) || (!groups.isList && enabled.flag !== true))
    yield violated(groups, "names no key group for a signed path", "set it to the id of an aws.cloudfront.KeyGroup");
}
