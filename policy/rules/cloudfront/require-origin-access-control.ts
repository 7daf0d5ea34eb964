import type { Property } from "../../aws/reading";
import { securityHub } from "../../frameworks";
import type { Finding, Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { distributionTypes, isBucketOrigin } from "./distribution";

/** Every S3 origin has an origin access control and none has an origin access identity. */
export const requireOriginAccessControl: Rule = {
  name: "cloudfront-s3-origin-oac",
  severity: "high",
  reason:
    "CloudFront must sign its requests to S3 with an origin access control, never with an origin access identity, so that buckets stay private.",
  remediation:
    "Set originAccessControlId on the S3 origin to the id of an aws.cloudfront.OriginAccessControl and leave s3OriginConfig out.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
  frameworks: [securityHub("CloudFront.13")],
  profile: "baseline",
  types: distributionTypes,
  *check({ properties }: Resource) {
    const origins = properties.at("origins");
    if (origins.state === "unknown") yield undecided(origins);
    for (const origin of origins.items) {
      yield* checkNoIdentity(origin);
      yield* checkAccessControl(origin);
    }
  },
};

function* checkNoIdentity(origin: Property): Iterable<Finding> {
  const identity = origin.at("s3OriginConfig", "originAccessIdentity");
  if (identity.state === "unknown") yield undecided(identity);
  else if (identity.state === "known" && !identity.isEmpty) {
    yield violated(
      identity,
      "names an origin access identity",
      "leave s3OriginConfig out and set originAccessControlId",
    );
  }
}

function* checkAccessControl(origin: Property): Iterable<Finding> {
  if (!isBucketOrigin(origin)) return;
  const control = origin.at("originAccessControlId");
  if (control.state === "unknown") yield undecided(control);
  else if (control.state === "absent" || control.isEmpty) {
    yield violated(control, "is not set on an S3 origin", "set it to the id of an aws.cloudfront.OriginAccessControl");
  }
}
