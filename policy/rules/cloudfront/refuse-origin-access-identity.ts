import { securityHub } from "../../frameworks";
import type { Rule } from "../../rule";
import { violated, wholeResource } from "../../rule";

/** No origin access identity may be created. */
export const refuseOriginAccessIdentity: Rule = {
  name: "cloudfront-no-oai",
  severity: "medium",
  reason:
    "Origin access identities are the legacy way into a bucket: no SSE-KMS, no newer Regions, no short-lived signatures; use origin access control.",
  remediation:
    "Replace aws.cloudfront.OriginAccessIdentity by aws.cloudfront.OriginAccessControl with originAccessControlOriginType s3, signingBehavior always, signingProtocol sigv4.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
  frameworks: [securityHub("CloudFront.13", "stricter")],
  profile: "baseline",
  types: ["aws:cloudfront/originAccessIdentity:OriginAccessIdentity"],
  *check() {
    yield violated(
      wholeResource,
      "is an origin access identity",
      "create an aws.cloudfront.OriginAccessControl instead",
    );
  },
};
