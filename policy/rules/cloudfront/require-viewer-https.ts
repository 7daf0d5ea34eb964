import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf, undecided } from "../../rule";
import { distributionTypes } from "./distribution";

const secure = new Set(["redirect-to-https", "https-only"]);

/** Every cache behavior, the default one and each ordered one, refuses or redirects plain HTTP. */
export const requireViewerHttps: Rule = {
  name: "cloudfront-viewer-https",
  severity: "high",
  reason:
    "Viewers must reach every CloudFront cache behavior over HTTPS, so that nobody on the way reads or changes what is served.",
  remediation:
    'Set viewerProtocolPolicy to "redirect-to-https" or "https-only" in defaultCacheBehavior and in every ordered behavior.',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html",
  frameworks: [securityHub("CloudFront.3"), pciDss("4.2.1")],
  types: distributionTypes,
  *check({ properties }: Resource) {
    const fix = 'set it to "redirect-to-https" or "https-only"';
    yield* mustBeOneOf(properties.at("defaultCacheBehavior", "viewerProtocolPolicy"), secure, fix);
    // A multi-tenant distribution calls its ordered behaviors `cacheBehaviors`.
    for (const list of [properties.at("orderedCacheBehaviors"), properties.at("cacheBehaviors")]) {
      if (list.state === "unknown") yield undecided(list);
      for (const behavior of list.items) yield* mustBeOneOf(behavior.at("viewerProtocolPolicy"), secure, fix);
    }
  },
};
