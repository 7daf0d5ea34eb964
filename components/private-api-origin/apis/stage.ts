import * as aws from "@pulumi/aws";
import { checkMember, checkRange } from "../../argument-checks";
import { flag, number, object, text } from "../../argument-kinds";
import type { Problem } from "../../errors";
import { STAGE_DEFAULTS } from "../defaults";
import type { PrivateApiScope } from "./private-api";

/** What API Gateway itself writes of each execution. Needs the account's CloudWatch role in the Region (`aws.apigateway.Account`). */
export const ExecutionLogLevel = { Off: "OFF", Error: "ERROR", Info: "INFO" } as const;
export type ExecutionLogLevel = (typeof ExecutionLogLevel)[keyof typeof ExecutionLogLevel];

export interface ApiStageArgs {
  /** In front of every path at the API. Changing it replaces the stage. @default "live" */
  name?: string;
  /** Requests in a second, on average. @default 1000 */
  throttlingRateLimit?: number;
  /** Requests at once. @default 500 */
  throttlingBurstLimit?: number;
  /** Gigabytes of a cache for answers to GET: 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237. Encrypted. Priced by the hour. @default - none */
  cacheSizeGigabytes?: number;
  /** 0 to 3600. Only with a cache. @default 300 */
  cacheTtlSeconds?: number;
  /** AWS X-Ray. @default true */
  tracing?: boolean;
  /** @default ExecutionLogLevel.Off */
  executionLogLevel?: ExecutionLogLevel;
}

export interface StageParts {
  readonly restApi: aws.apigateway.RestApi;
  readonly deployment: aws.apigateway.Deployment;
}

/** The stage that answers, with access logs. Children: `<name>-api-stage`, `<name>-api-access-log`, `<name>-api-method-settings`. */
export function createStage(scope: PrivateApiScope, args: ApiStageArgs, parts: StageParts): aws.apigateway.Stage {
  const { parent, name, logsReady, retentionDays, deletionProtection, tags } = scope;
  const { restApi, deployment } = parts;
  const accessLog = new aws.cloudwatch.LogGroup(
    `${name}-api-access-log`,
    { retentionInDays: retentionDays, tags },
    { parent, protect: deletionProtection || undefined },
  );
  const hasCache = args.cacheSizeGigabytes !== undefined;
  const stage = new aws.apigateway.Stage(
    `${name}-api-stage`,
    {
      restApi: restApi.id,
      deployment: deployment.id,
      stageName: args.name ?? STAGE_DEFAULTS.name,
      accessLogSettings: { destinationArn: accessLog.arn, format: ACCESS_LOG_FORMAT },
      xrayTracingEnabled: args.tracing ?? true,
      cacheClusterEnabled: hasCache || undefined,
      cacheClusterSize: hasCache ? String(args.cacheSizeGigabytes) : undefined,
      tags,
    },
    { parent, dependsOn: [...logsReady] },
  );
  new aws.apigateway.MethodSettings(
    `${name}-api-method-settings`,
    {
      restApi: restApi.id,
      stageName: stage.stageName,
      methodPath: "*/*",
      settings: {
        metricsEnabled: true,
        // Bodies and headers stay out of the logs.
        dataTraceEnabled: false,
        loggingLevel: args.executionLogLevel ?? ExecutionLogLevel.Off,
        throttlingRateLimit: args.throttlingRateLimit ?? STAGE_DEFAULTS.throttlingRateLimit,
        throttlingBurstLimit: args.throttlingBurstLimit ?? STAGE_DEFAULTS.throttlingBurstLimit,
        cachingEnabled: hasCache || undefined,
        cacheDataEncrypted: hasCache || undefined,
        // Otherwise any client could empty it with a header.
        requireAuthorizationForCacheControl: hasCache || undefined,
        cacheTtlInSeconds: hasCache ? (args.cacheTtlSeconds ?? STAGE_DEFAULTS.cacheTtlSeconds) : undefined,
      },
    },
    { parent },
  );
  return stage;
}

/** One JSON object a request, without query strings and bodies. https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html */
const ACCESS_LOG_FORMAT = JSON.stringify({
  requestId: "$context.requestId",
  requestTime: "$context.requestTime",
  httpMethod: "$context.httpMethod",
  resourcePath: "$context.resourcePath",
  status: "$context.status",
  responseLength: "$context.responseLength",
  responseLatency: "$context.responseLatency",
  integrationLatency: "$context.integrationLatency",
  vpceId: "$context.identity.vpceId",
  errorMessage: "$context.error.message",
});

const CACHE_SIZES_GIGABYTES = [0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237];

export const STAGE_KINDS = object<ApiStageArgs>({
  name: text,
  throttlingRateLimit: number,
  throttlingBurstLimit: number,
  cacheSizeGigabytes: number,
  cacheTtlSeconds: number,
  tracing: flag,
  executionLogLevel: text,
});

export function checkStage(path: string, args: ApiStageArgs = {}): Problem[] {
  const { name, cacheSizeGigabytes, cacheTtlSeconds } = args;
  const problems: Problem[] = [
    ...checkRange(`${path}.throttlingRateLimit`, args.throttlingRateLimit, { min: 1, max: 1_000_000 }),
    ...checkRange(`${path}.throttlingBurstLimit`, args.throttlingBurstLimit, { min: 1, max: 1_000_000 }),
    ...checkRange(`${path}.cacheTtlSeconds`, cacheTtlSeconds, { min: 0, max: 3_600 }),
    ...checkMember(`${path}.executionLogLevel`, args.executionLogLevel, ExecutionLogLevel),
  ];
  if (name !== undefined && !/^[A-Za-z0-9_-]{1,128}$/.test(name)) {
    problems.push({ path: `${path}.name`, must: "be letters, digits, _ and -", got: name, use: '"live"' });
  }
  if (cacheSizeGigabytes !== undefined && !CACHE_SIZES_GIGABYTES.includes(cacheSizeGigabytes)) {
    problems.push({
      path: `${path}.cacheSizeGigabytes`,
      must: `be one of ${CACHE_SIZES_GIGABYTES.join(", ")}`,
      got: cacheSizeGigabytes,
    });
  }
  if (cacheTtlSeconds !== undefined && cacheSizeGigabytes === undefined) {
    problems.push({ path: `${path}.cacheTtlSeconds and ${path}.cacheSizeGigabytes`, must: "be given together" });
  }
  return problems;
}
