import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { checkMember, checkRange } from "../../argument-checks";
import { checkSound, flag, made, number, object, text } from "../../argument-kinds";
import { policyDocument, trustServices } from "../../aws/iam-documents";
import type { Problem } from "../../errors";
import type { EdgeFunction } from "./edge-function";
import { checkPartName, type PartScope } from "./part";

export const LambdaLogFormat = { Json: "JSON", Text: "Text" } as const;
export type LambdaLogFormat = (typeof LambdaLogFormat)[keyof typeof LambdaLogFormat];

/** What of the function's own messages is kept. Only in JSON. */
export const ApplicationLogLevel = {
  Trace: "TRACE",
  Debug: "DEBUG",
  Info: "INFO",
  Warn: "WARN",
  Error: "ERROR",
  Fatal: "FATAL",
} as const;
export type ApplicationLogLevel = (typeof ApplicationLogLevel)[keyof typeof ApplicationLogLevel];

/** What of Lambda's messages is kept, such as the report of each invocation. Only in JSON. */
export const SystemLogLevel = { Debug: "DEBUG", Info: "INFO", Warn: "WARN" } as const;
export type SystemLogLevel = (typeof SystemLogLevel)[keyof typeof SystemLogLevel];

export interface LambdaAtEdgeOptions {
  /** Names the function among the front door's children; at most 16 characters. Changing it replaces the function. */
  name: string;
  /** The function's code, bundled: layers, environment variables and container images do not exist at the edge. */
  code: pulumi.asset.Archive;
  /** @default "index.handler" */
  handler?: string;
  /** A runtime of Node.js or Python. @default "nodejs22.x" */
  runtime?: string;
  /** Megabytes. Viewer events may be held to 128. @default 128 */
  memorySize?: number;
  /** 1 to 30. @default 5 */
  timeoutSeconds?: number;
  /** @default LambdaLogFormat.Json */
  logFormat?: LambdaLogFormat;
  /** @default ApplicationLogLevel.Info */
  applicationLogLevel?: ApplicationLogLevel;
  /** @default SystemLogLevel.Warn */
  systemLogLevel?: SystemLogLevel;
  /**
   * Log group in each Region in which the function runs. @default - `/aws/lambda/us-east-1.<function>`, made by Lambda and kept
   * forever
   */
  logGroup?: string;
  /** The function sees the body of requests, up to 40 KB (viewer) or 1 MB (origin). @default false */
  includeBody?: boolean;
}

const ARCHIVE = 'new pulumi.asset.FileArchive("dist/edge")';
const KINDS = object<LambdaAtEdgeOptions>({
  name: text,
  code: made<pulumi.asset.Archive>("an archive", [], ARCHIVE),
  handler: text,
  runtime: text,
  memorySize: number,
  timeoutSeconds: number,
  logFormat: text,
  applicationLogLevel: text,
  systemLogLevel: text,
  logGroup: text,
  includeBody: flag,
});

/**
 * Code with a network and up to 30 seconds, at one of four events. It is deployed in us-east-1 and copied to the edge. Lambda deletes
 * copies hours after their last use, so the function stays when the front door goes: delete it by hand a day later.
 */
export function lambdaAtEdge(options: LambdaAtEdgeOptions): EdgeFunction {
  return {
    kind: "Lambda@Edge",
    name: options?.name,
    includeBody: options?.includeBody,
    check: (path) => checkSound(path, options, KINDS, (sound) => checkOptions(path, sound)),
    bind: (scope) => createFunction(scope, options),
  };
}

function createFunction(scope: PartScope, options: LambdaAtEdgeOptions): pulumi.Output<string> {
  const { parent, edgeRegion: region } = scope;
  const name = `${scope.name}-lambda-${options.name}`;
  const role = new aws.iam.Role(
    `${name}-role`,
    {
      assumeRolePolicy: policyDocument([trustServices(["lambda.amazonaws.com", "edgelambda.amazonaws.com"])]),
      tags: scope.tags,
    },
    { parent },
  );
  const logs = new aws.iam.RolePolicy(
    `${name}-logs`,
    { role: role.id, policy: policyDocument([WRITE_LOGS]) },
    { parent },
  );
  const isJson = (options.logFormat ?? LambdaLogFormat.Json) === LambdaLogFormat.Json;
  const lambda = new aws.lambda.Function(
    name,
    {
      region,
      code: options.code,
      handler: options.handler ?? "index.handler",
      runtime: options.runtime ?? "nodejs22.x",
      memorySize: options.memorySize ?? 128,
      timeout: options.timeoutSeconds ?? 5,
      role: role.arn,
      // CloudFront runs numbered versions only.
      publish: true,
      skipDestroy: true,
      loggingConfig: {
        logFormat: options.logFormat ?? LambdaLogFormat.Json,
        applicationLogLevel: isJson ? (options.applicationLogLevel ?? ApplicationLogLevel.Info) : undefined,
        systemLogLevel: isJson ? (options.systemLogLevel ?? SystemLogLevel.Warn) : undefined,
        logGroup: options.logGroup,
      },
    },
    { parent, dependsOn: logs },
  );
  return lambda.qualifiedArn;
}

/** In every Region: a function logs where it runs. */
const WRITE_LOGS = {
  Effect: "Allow" as const,
  Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
  Resource: "arn:aws:logs:*:*:log-group:*",
};

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html
function checkOptions(path: string, options: Partial<LambdaAtEdgeOptions>): Problem[] {
  const { runtime, logFormat, applicationLogLevel, systemLogLevel } = options;
  const problems: Problem[] = [
    ...checkPartName(`${path}.name`, options.name),
    ...checkRange(`${path}.memorySize`, options.memorySize, { min: 128, max: 10_240 }),
    ...checkRange(`${path}.timeoutSeconds`, options.timeoutSeconds, { min: 1, max: 30 }),
    ...checkMember(`${path}.logFormat`, logFormat, LambdaLogFormat),
    ...checkMember(`${path}.applicationLogLevel`, applicationLogLevel, ApplicationLogLevel),
    ...checkMember(`${path}.systemLogLevel`, systemLogLevel, SystemLogLevel),
  ];
  if (!pulumi.asset.Archive.isInstance(options.code)) {
    problems.push({
      path: `${path}.code`,
      must: "be an archive",
      use: ARCHIVE,
    });
  }
  if (runtime !== undefined && !/^(nodejs|python)\d/.test(runtime)) {
    problems.push({
      path: `${path}.runtime`,
      must: "be a runtime of Node.js or Python",
      got: runtime,
      use: '"nodejs22.x"',
    });
  }
  for (const [argument, value] of Object.entries({ applicationLogLevel, systemLogLevel })) {
    if (logFormat === LambdaLogFormat.Text && value !== undefined) {
      problems.push({
        path: `${path}.${argument} and ${path}.logFormat`,
        must: "not contradict each other: only JSON logs have levels",
        got: logFormat,
      });
    }
  }
  return problems;
}
