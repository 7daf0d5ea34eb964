import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { checkRange } from "../../argument-checks";
import { policyDocument, trustServices } from "../../aws/iam-documents";
import type { Problem } from "../../errors";
import { LOGGING_DEFAULTS } from "../defaults";
import type { FrontDoorScope } from "../scope";
import type { RealTimeLogArgs } from "./logging-args";
import { DEFAULT_REAL_TIME_LOG_FIELDS, REAL_TIME_LOG_FIELDS } from "./real-time-log-fields";

/** The configuration that every behavior of the distribution refers to; nothing without real-time logs. */
export function createRealTimeLogs(
  scope: FrontDoorScope,
  realTime: RealTimeLogArgs | undefined,
): pulumi.Output<string> | undefined {
  if (realTime === undefined) {
    return undefined;
  }
  const { parent, name, tags } = scope;
  const streamArn = pulumi.output(realTime.existingStreamArn ?? createStream(scope));
  const role = new aws.iam.Role(
    `${name}-real-time-log-role`,
    { assumeRolePolicy: policyDocument([trustServices(["cloudfront.amazonaws.com"])]), tags },
    { parent },
  );
  const writing = new aws.iam.RolePolicy(
    `${name}-real-time-log-writing`,
    { role: role.id, policy: streamArn.apply((arn) => policyDocument([writeRecords(arn)])) },
    { parent },
  );
  return new aws.cloudfront.RealtimeLogConfig(
    `${name}-real-time-log`,
    {
      endpoint: { streamType: "Kinesis", kinesisStreamConfig: { roleArn: role.arn, streamArn } },
      fields: inOrder(realTime.fields ?? DEFAULT_REAL_TIME_LOG_FIELDS),
      samplingRate: realTime.samplingPercent ?? 100,
    },
    // CloudFront tries the role at once.
    { parent, dependsOn: writing },
  ).arn;
}

function createStream({ parent, name, deletionProtection, tags }: FrontDoorScope): pulumi.Output<string> {
  return new aws.kinesis.Stream(
    `${name}-real-time-log-stream`,
    {
      streamModeDetails: { streamMode: "ON_DEMAND" },
      encryptionType: "KMS",
      // AWS's own key: CloudFront needs no permission for it and it costs nothing.
      kmsKeyId: "alias/aws/kinesis",
      retentionPeriod: LOGGING_DEFAULTS.streamRetentionHours,
      tags,
    },
    { parent, protect: deletionProtection || undefined },
  ).arn;
}

function writeRecords(streamArn: string) {
  return {
    Effect: "Allow" as const,
    Action: ["kinesis:DescribeStreamSummary", "kinesis:DescribeStream", "kinesis:PutRecord", "kinesis:PutRecords"],
    Resource: streamArn,
  };
}

function inOrder(fields: readonly string[]): string[] {
  return REAL_TIME_LOG_FIELDS.filter((field) => fields.includes(field));
}

export function checkRealTimeLogs(path: string, realTime: RealTimeLogArgs | undefined): Problem[] {
  if (realTime === undefined) {
    return [];
  }
  const { existingStreamArn: arn, samplingPercent, fields } = realTime;
  const unknown = (fields ?? []).filter((field) => !REAL_TIME_LOG_FIELDS.includes(field));
  return [
    ...checkRange(`${path}.samplingPercent`, samplingPercent, { min: 1, max: 100 }),
    ...unknown.map((field) => ({
      path: `${path}.fields`,
      must: "name fields of CloudFront's real-time logs",
      got: field,
    })),
    ...(fields?.length === 0 ? [{ path: `${path}.fields`, must: "name at least one field" }] : []),
    ...(typeof arn === "string" && !/^arn:[^:]+:kinesis:[^:]+:\d{12}:stream\/.+$/.test(arn)
      ? [{ path: `${path}.existingStreamArn`, must: "be the ARN of a Kinesis data stream", got: arn }]
      : []),
  ];
}
