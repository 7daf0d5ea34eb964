import { isDistributionArn } from "../../aws/arn";
import type { Condition, Statement } from "../../aws/policy-document";
import { isEveryone } from "../../aws/policy-document";
import { checkStatements } from "../../documents";
import type { Resource, Rule } from "../../rule";
import { violated } from "../../rule";

const exactOperators = new Set(["StringEquals", "ArnEquals", "StringLike", "ArnLike"]);

/** A bucket or key policy that lets CloudFront in names the exact distributions. */
export const pinAccessToDistribution: Rule = {
  name: "cloudfront-access-pinned",
  severity: "high",
  reason:
    "A policy that lets cloudfront.amazonaws.com in must name the exact distribution, or a distribution in anybody's account can read the data.",
  remediation:
    'Add the condition StringEquals "AWS:SourceArn" with the ARN of each distribution, without wildcards, to the statement.',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html#oac-permission-to-access-s3",
  frameworks: [],
  profile: "baseline",
  types: [
    "aws:s3/bucketPolicy:BucketPolicy",
    "aws:s3/bucket:Bucket",
    "aws:s3/accessPoint:AccessPoint",
    "aws:s3control/accessPointPolicy:AccessPointPolicy",
    "aws:kms/keyPolicy:KeyPolicy",
    "aws:kms/key:Key",
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/replicaExternalKey:ReplicaExternalKey",
  ],
  check({ properties }: Resource) {
    return checkStatements(properties.at("policy"), function* (statement) {
      if (!letsCloudFrontIn(statement) || statement.conditions.some(namesDistributions)) return;
      yield violated(
        statement.path,
        "lets cloudfront.amazonaws.com in without naming the exact distribution",
        'add the condition StringEquals "AWS:SourceArn" with the distribution\'s ARN, without wildcards',
      );
    });
  },
};

function letsCloudFrontIn(statement: Statement): boolean {
  if (statement.effect !== "Allow") return false;
  // Everyone includes services; a condition, such as one on the caller's organization, shuts them out.
  if (isEveryone(statement) && statement.conditions.length === 0) return true;
  return statement.principals.some(
    ({ kind, id }) => kind === "Service" && (id === "*" || /^cloudfront\.amazonaws\.com/i.test(id)),
  );
}

function namesDistributions({ operator, key, values }: Condition): boolean {
  return (
    key === "aws:sourcearn" &&
    exactOperators.has(operator) &&
    values.length > 0 &&
    values.every((value) => isDistributionArn(value))
  );
}
