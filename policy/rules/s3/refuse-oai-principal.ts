import type { Principal } from "../../aws/policy-document";
import { checkStatements } from "../../documents";
import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { violated } from "../../rule";

/** No bucket policy lets an origin access identity in. */
export const refuseOaiPrincipal: Rule = {
  name: "s3-no-oai-principal",
  severity: "medium",
  reason:
    "A bucket policy must let CloudFront in by its service principal and the distribution's ARN, not by a legacy origin access identity.",
  remediation:
    'Replace the principal by {"Service": "cloudfront.amazonaws.com"} with the condition StringEquals "AWS:SourceArn" of the distribution.',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html#migrate-from-oai-to-oac",
  frameworks: [securityHub("CloudFront.13", "stricter")],
  profile: "baseline",
  types: ["aws:s3/bucketPolicy:BucketPolicy", "aws:s3/bucket:Bucket"],
  check({ properties }: Resource) {
    return checkStatements(properties.at("policy"), function* (statement) {
      if (statement.effect !== "Allow" || !statement.principals.some(isOriginAccessIdentity)) return;
      yield violated(
        statement.path,
        "lets an origin access identity in",
        'use the principal {"Service": "cloudfront.amazonaws.com"} with the distribution\'s ARN in "AWS:SourceArn"',
      );
    });
  },
};

/** Canonical users in bucket policies are, today, either an origin access identity or another account's legacy grant: both are refused. */
function isOriginAccessIdentity({ kind, id }: Principal): boolean {
  return kind === "CanonicalUser" || /^arn:aws[a-z-]*:iam::cloudfront:user\//.test(id);
}
