import { isUnset } from "../../aws/reading";
import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { distributionTypes, isBucketOrigin, originsAskedBy } from "./distribution";

/** A distribution whose default behavior asks a bucket names the object at its root. */
export const requireDefaultRootObject: Rule = {
  name: "cloudfront-default-root-object",
  severity: "low",
  reason:
    "Without a default root object, a request for the root asks the bucket for the list of its objects, and gets it where the bucket allows that.",
  remediation: 'Set defaultRootObject to the key of an object, for instance "index.html".',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html",
  // The control asks wherever there is an S3 origin, even if requests for the root go to another.
  frameworks: [securityHub("CloudFront.1", "looser"), pciDss("2.2.6")],
  profile: "strict",
  types: distributionTypes,
  *check({ properties }: Resource) {
    const root = properties.at("defaultRootObject");
    if (root.state === "unknown") yield undecided(root);
    if (!isUnset(root)) return;
    const origins = originsAskedBy(properties.at("defaultCacheBehavior"), properties);
    if (origins === undefined) yield undecided(root);
    else if (origins.some(isBucketOrigin))
      yield violated(
        root,
        "is not set, and requests for the root go to a bucket",
        'set it, for instance to "index.html"',
      );
  },
};
