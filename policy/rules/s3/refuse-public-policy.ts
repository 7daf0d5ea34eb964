import { mustNotBePublic } from "../../documents";
import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";

const multiRegionPolicyType = "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy";

/** No policy of a bucket or an access point lets everyone in. */
export const refusePublicPolicy: Rule = {
  name: "s3-no-public-policy",
  severity: "critical",
  reason:
    "The policy of a bucket or an access point must not let everyone in: the data would be public but for one flag.",
  remediation:
    'Name the principals, or add a condition with fixed values, such as StringEquals "aws:PrincipalOrgID", to the statement.',
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status",
  // The controls also ask for the public access block, which is a rule of its own.
  frameworks: [securityHub("S3.2", "looser"), securityHub("S3.3", "looser")],
  profile: "baseline",
  types: [
    "aws:s3/bucketPolicy:BucketPolicy",
    "aws:s3/bucket:Bucket",
    "aws:s3/accessPoint:AccessPoint",
    "aws:s3control/accessPointPolicy:AccessPointPolicy",
    "aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy",
    multiRegionPolicyType,
  ],
  *check({ type, properties }: Resource) {
    yield* mustNotBePublic(
      type === multiRegionPolicyType ? properties.at("details", "policy") : properties.at("policy"),
    );
  },
};
