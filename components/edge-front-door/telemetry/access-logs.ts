import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { LOGGING_DEFAULTS } from "../defaults";
import type { FrontDoorScope } from "../scope";
import { createLogBucket, type LogStore } from "./log-bucket";
import { AccessLogDestination } from "./logging-args";

/** One kind of log of one distribution. */
export interface LogSource {
  /** In names of children; empty for the access logs of the distribution. */
  readonly infix: string;
  readonly logType: "ACCESS_LOGS" | "CONNECTION_LOGS";
  readonly distributionArn: pulumi.Output<string>;
}

/** What a distribution logs: requests and, where viewers show certificates, connections. */
export function logSources(distribution: aws.cloudfront.Distribution, asksForCertificates: boolean): LogSource[] {
  const distributionArn = distribution.arn;
  const requests = { infix: "", logType: "ACCESS_LOGS" as const, distributionArn };
  return asksForCertificates
    ? [requests, { infix: "-connection", logType: "CONNECTION_LOGS", distributionArn }]
    : [requests];
}

export interface AccessLogParts {
  readonly sources: readonly LogSource[];
  readonly destination: AccessLogDestination;
  readonly encryptionKeyArn: pulumi.Input<string> | undefined;
  /** What must exist before logs can be written. */
  readonly ready: readonly pulumi.Resource[];
}

/**
 * CloudFront standard logging v2. Its three resources live in the edge Region wherever the logs go
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html) and are created one after
 * the other: CloudWatch answers parallel changes with ConflictException (hashicorp/terraform-provider-aws#48158).
 * Returns the ARN of the bucket or log group, or nothing without access logs.
 */
export function createAccessLogs(scope: FrontDoorScope, parts: AccessLogParts): pulumi.Output<string> | undefined {
  if (parts.destination === AccessLogDestination.None) {
    return undefined;
  }
  const { parent, name, edgeRegion: region, tags } = scope;
  let previous: pulumi.Resource[] = [];
  const sources = parts.sources.map(({ infix, logType, distributionArn }) => {
    const source = new aws.cloudwatch.LogDeliverySource(
      `${name}${infix}-log-source`,
      { region, logType, resourceArn: distributionArn, tags },
      { parent, dependsOn: previous },
    );
    previous = [source];
    return { infix, source };
  });
  const store =
    parts.destination === AccessLogDestination.S3
      ? createLogBucket(
          scope,
          sources.map(({ source }) => source.arn),
          parts.encryptionKeyArn,
        )
      : createLogGroup(scope);
  const destination = new aws.cloudwatch.LogDeliveryDestination(
    `${name}-log-destination`,
    {
      region,
      outputFormat: LOGGING_DEFAULTS.outputFormat,
      deliveryDestinationConfiguration: { destinationResourceArn: store.arn },
      tags,
    },
    { parent, dependsOn: previous },
  );
  for (const { infix, source } of sources) {
    const delivery = new aws.cloudwatch.LogDelivery(
      `${name}${infix}-log-delivery`,
      { region, deliverySourceName: source.name, deliveryDestinationArn: destination.arn, tags },
      { parent, dependsOn: [...parts.ready, ...store.ready, ...previous] },
    );
    previous = [delivery];
  }
  return store.arn;
}

/** Whether logs are written into a bucket, with its key. */
export function usesKey(destination: AccessLogDestination): boolean {
  return destination === AccessLogDestination.S3;
}

function createLogGroup({
  parent,
  name,
  edgeRegion,
  retentionDays,
  deletionProtection,
  tags,
}: FrontDoorScope): LogStore {
  const logGroup = new aws.cloudwatch.LogGroup(
    `${name}-log-group`,
    { region: edgeRegion, retentionInDays: retentionDays, tags },
    { parent, protect: deletionProtection || undefined },
  );
  return { arn: logGroup.arn, ready: [] };
}
