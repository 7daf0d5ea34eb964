// IAM policy documents as plain data, and the statements that several components need. Every ARN is a plain string here:
// callers resolve their outputs first, so that a document is tested as the value AWS receives.

import type { Arn } from "./arns";

type OneOrMore = string | readonly string[];

export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | Readonly<Record<string, OneOrMore>>;
  readonly Action: OneOrMore;
  readonly Resource: OneOrMore;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMore>>>>;
}

/** The JSON text of a policy document. */
export function policyDocument(statements: readonly PolicyStatement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** Refuses every request to a bucket and its objects that does not come over TLS. */
export function denyInsecureTransport(bucketArn: string): PolicyStatement {
  return {
    Sid: "DenyInsecureTransport",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

/**
 * Lets one distribution, and no other one of any account, read the objects of a bucket.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export function allowCloudFrontRead(bucketArn: string, distributionArn: string): PolicyStatement {
  return {
    Sid: "AllowCloudFrontRead",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "s3:GetObject",
    Resource: `${bucketArn}/*`,
    Condition: { StringEquals: { "AWS:SourceArn": distributionArn } },
  };
}

/** Lets one distribution decrypt objects. A key policy's resource is always its own key, written as `*`. */
export function allowCloudFrontDecrypt(distributionArn: string): PolicyStatement {
  return {
    Sid: "AllowCloudFrontDecrypt",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "kms:Decrypt",
    Resource: "*",
    Condition: { StringEquals: { "AWS:SourceArn": distributionArn } },
  };
}

/** Keeps a key manageable through IAM. Without it a key can only be saved by AWS support. */
export function allowAccountAdministration(account: Pick<Arn, "partition" | "account">): PolicyStatement {
  return {
    Sid: "AllowAccountAdministration",
    Effect: "Allow",
    Principal: { AWS: `arn:${account.partition}:iam::${account.account}:root` },
    Action: "kms:*",
    Resource: "*",
  };
}

/**
 * Lets CloudWatch log delivery write what one delivery source sends.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
 */
export function allowLogDelivery(bucketArn: string, deliverySourceArn: string, account: string): PolicyStatement {
  return {
    Sid: "AllowLogDelivery",
    Effect: "Allow",
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: `${bucketArn}/*`,
    Condition: {
      StringEquals: { "aws:SourceAccount": account, "s3:x-amz-acl": "bucket-owner-full-control" },
      ArnLike: { "aws:SourceArn": deliverySourceArn },
    },
  };
}

/** Lets CloudWatch log delivery of this account, working from `region`, encrypt what it writes into a bucket. */
export function allowLogDeliveryEncryption(
  region: string,
  account: Pick<Arn, "partition" | "account">,
): PolicyStatement {
  return {
    Sid: "AllowLogDeliveryEncryption",
    Effect: "Allow",
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
    Resource: "*",
    Condition: {
      StringEquals: { "aws:SourceAccount": account.account },
      ArnLike: { "aws:SourceArn": `arn:${account.partition}:logs:${region}:${account.account}:*` },
    },
  };
}
