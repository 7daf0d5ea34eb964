// IAM policy documents as plain data, and the statements that several components need. Every ARN is a plain string here:
// callers resolve their outputs first, so that a document is tested as the value AWS receives.

import type { Arn } from "./arns";

type OneOrMore = string | readonly string[];

export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | Readonly<Record<string, OneOrMore>>;
  readonly Action: OneOrMore;
  /** Absent in the trust policy of a role. */
  readonly Resource?: OneOrMore;
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

/** IAM reads a list of one like the element itself; one distribution is the usual case and reads better so. */
function oneOrMore(values: readonly string[]): OneOrMore {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : values;
}

/**
 * Lets these distributions, and no other one of any account, act on the objects of a bucket, and list them if asked for.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export function allowCloudFrontBucket(
  bucketArn: string,
  distributionArns: readonly string[],
  objectActions: readonly string[],
  list: boolean,
): PolicyStatement[] {
  const allow = {
    Effect: "Allow" as const,
    Principal: { Service: "cloudfront.amazonaws.com" },
    Condition: { StringEquals: { "AWS:SourceArn": oneOrMore(distributionArns) } },
  };
  const objects = {
    Sid: objectActions.length > 1 ? "AllowCloudFrontReadWrite" : "AllowCloudFrontRead",
    ...allow,
    Action: oneOrMore(objectActions),
    Resource: `${bucketArn}/*`,
  };
  return list
    ? [objects, { Sid: "AllowCloudFrontList", ...allow, Action: "s3:ListBucket", Resource: bucketArn }]
    : [objects];
}

/** Lets an origin access identity read the objects of a bucket: the legacy way, for the time of a migration. */
export function allowIdentityRead(bucketArn: string, identityArn: string): PolicyStatement {
  return {
    Sid: "AllowOriginAccessIdentityRead",
    Effect: "Allow",
    Principal: { AWS: identityArn },
    Action: "s3:GetObject",
    Resource: `${bucketArn}/*`,
  };
}

/** Lets distributions decrypt objects, and encrypt what they upload. A key policy's resource is always its own key, written as `*`. */
export function allowCloudFrontKey(distributionArns: readonly string[], write: boolean): PolicyStatement {
  return {
    Sid: write ? "AllowCloudFrontEncryptDecrypt" : "AllowCloudFrontDecrypt",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: write ? ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*"] : "kms:Decrypt",
    Resource: "*",
    Condition: { StringEquals: { "AWS:SourceArn": oneOrMore(distributionArns) } },
  };
}

/**
 * Lets distributions read from an origin endpoint of MediaPackage v2.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-mediapackage.html
 */
export function allowCloudFrontMedia(endpointArn: string, distributionArns: readonly string[]): PolicyStatement {
  return {
    Sid: "AllowCloudFrontRead",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "mediapackagev2:GetObject",
    Resource: endpointArn,
    Condition: { StringEquals: { "AWS:SourceArn": oneOrMore(distributionArns) } },
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
 * Lets CloudWatch log delivery write what these delivery sources send.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
 */
export function allowLogDelivery(
  bucketArn: string,
  deliverySourceArns: readonly string[],
  account: string,
): PolicyStatement {
  return {
    Sid: "AllowLogDelivery",
    Effect: "Allow",
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: `${bucketArn}/*`,
    Condition: {
      StringEquals: { "aws:SourceAccount": account, "s3:x-amz-acl": "bucket-owner-full-control" },
      ArnLike: { "aws:SourceArn": oneOrMore(deliverySourceArns) },
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

/** Lets services of AWS take on a role. */
export function trustServices(services: readonly string[]): PolicyStatement {
  return { Effect: "Allow", Principal: { Service: oneOrMore(services) }, Action: "sts:AssumeRole" };
}

/**
 * Lets requests to a private REST API in through one interface endpoint and through nothing else, whatever else may be allowed.
 * `execute-api:/*` stands for the API that has the policy.
 */
export function allowThroughEndpoint(vpcEndpointId: string): PolicyStatement[] {
  const invoke = { Principal: "*" as const, Action: "execute-api:Invoke", Resource: "execute-api:/*" };
  return [
    {
      Sid: "AllowThroughEndpoint",
      Effect: "Allow",
      ...invoke,
      Condition: { StringEquals: { "aws:SourceVpce": vpcEndpointId } },
    },
    {
      Sid: "DenyEverythingElse",
      Effect: "Deny",
      ...invoke,
      Condition: { StringNotEquals: { "aws:SourceVpce": vpcEndpointId } },
    },
  ];
}

/**
 * Lets the load balancers of one account and Region write access logs.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export function allowLoadBalancerLogs(
  bucketArn: string,
  region: string,
  { partition, account }: Pick<Arn, "partition" | "account">,
): PolicyStatement {
  return {
    Sid: "AllowLoadBalancerLogs",
    Effect: "Allow",
    Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: `${bucketArn}/AWSLogs/${account}/*`,
    Condition: {
      ArnLike: { "aws:SourceArn": `arn:${partition}:elasticloadbalancing:${region}:${account}:loadbalancer/*` },
    },
  };
}
