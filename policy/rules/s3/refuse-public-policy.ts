import { mustNotBePublic } from "../../documents";
import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";

const multiRegionPolicyType = "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy";
const tablePolicyTypes = ["aws:s3tables/tableBucketPolicy:TableBucketPolicy", "aws:s3tables/tablePolicy:TablePolicy"];

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
    "aws:s3control/bucketPolicy:BucketPolicy",
    ...tablePolicyTypes,
  ],
  *check({ type, properties }: Resource) {
    const owner = type === multiRegionPolicyType ? properties.at("details") : properties;
    yield* mustNotBePublic(owner.at(tablePolicyTypes.includes(type) ? "resourcePolicy" : "policy"));
  },
};
