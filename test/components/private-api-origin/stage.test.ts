// The stage: logs, tracing, throttling, cache, and the account's role for logs.

import { type ApiStageArgs, ExecutionLogLevel, openApi } from "../../../components";
import { find, follows } from "../record-stack";
import { build } from "./build";
import { argsWith, document, REGION, tags } from "./variants";

const buildStage = (stage?: ApiStageArgs) => build(argsWith({ api: openApi({ document, stage }) }));

const STAGE = {
  restApi: "orders-api-id",
  deployment: "orders-api-deployment-id",
  stageName: "live",
  accessLogSettings: {
    destinationArn: `arn:aws:logs:${REGION}:123456789012:log-group:orders-api-access-log-0123456`,
    format: expect.any(String),
  },
  xrayTracingEnabled: true,
  tags,
};
const SETTINGS = {
  metricsEnabled: true,
  dataTraceEnabled: false,
  loggingLevel: "OFF",
  throttlingRateLimit: 1000,
  throttlingBurstLimit: 500,
};

describe("without options", () => {
  let made: Awaited<ReturnType<typeof build>>;

  beforeAll(async () => {
    made = await buildStage();
  });

  test("has access logs, tracing and throttling", () => {
    expect(made.inputsOf("orders-api-stage")).toEqual(STAGE);
    expect(made.inputsOf("orders-api-method-settings")).toEqual({
      restApi: "orders-api-id",
      stageName: "live",
      methodPath: "*/*",
      settings: SETTINGS,
    });
    expect(made.inputsOf("orders-api-access-log")).toEqual({ retentionInDays: 90, tags });
    expect(find(made.resources, "orders-api-access-log").protect).toBe(true);
  });

  test("logs one JSON object a request, with the endpoint it came through and without what viewers send", () => {
    const { accessLogSettings } = made.inputsOf("orders-api-stage");
    expect(accessLogSettings).toMatchObject({ format: expect.not.stringMatching(/\n|queryString|authorizer|\.path"/) });
    const format: unknown = JSON.parse(JSON.parse(JSON.stringify(accessLogSettings)).format);
    expect(format).toMatchObject({
      // API Gateway takes no format without it.
      requestId: "$context.requestId",
      resourcePath: "$context.resourcePath",
      status: "$context.status",
      vpceId: "$context.identity.vpceId",
    });
  });
});

test("with all options has what they say, and a cache that is encrypted and that nobody empties", async () => {
  const { inputsOf } = await buildStage({
    name: "prod",
    throttlingRateLimit: 10,
    throttlingBurstLimit: 5,
    cacheSizeGigabytes: 0.5,
    cacheTtlSeconds: 60,
    tracing: false,
    executionLogLevel: ExecutionLogLevel.Error,
  });
  expect(inputsOf("orders-api-stage")).toEqual({
    ...STAGE,
    stageName: "prod",
    xrayTracingEnabled: false,
    cacheClusterEnabled: true,
    cacheClusterSize: "0.5",
  });
  expect(inputsOf("orders-api-method-settings")).toMatchObject({
    stageName: "prod",
    settings: {
      ...SETTINGS,
      loggingLevel: "ERROR",
      throttlingRateLimit: 10,
      throttlingBurstLimit: 5,
      cachingEnabled: true,
      cacheDataEncrypted: true,
      requireAuthorizationForCacheControl: true,
      cacheTtlInSeconds: 60,
    },
  });
});

test("a cache keeps answers for five minutes unless it is told otherwise, and may keep none", async () => {
  for (const [cacheTtlSeconds, cacheTtlInSeconds] of [
    [undefined, 300],
    [0, 0],
  ]) {
    const { inputsOf } = await buildStage({ cacheSizeGigabytes: 237, cacheTtlSeconds });
    expect(inputsOf("orders-api-method-settings")).toMatchObject({ settings: { cacheTtlInSeconds } });
  }
});

describe("the account's role for logs", () => {
  test("is nobody's business unless asked for", async () => {
    const { namesOf } = await buildStage();
    expect(namesOf("apigateway/account:Account")).toEqual([]);
    expect(namesOf("iam/role:Role")).toEqual([]);
  });

  test("is there before the stage, and stays when the component goes", async () => {
    const { inputsOf, resources } = await build(argsWith({ manageAccountLogging: true }));
    expect(inputsOf("orders-logging-role")).toEqual({
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "apigateway.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
      tags,
    });
    expect(inputsOf("orders-logging-role-policy")).toEqual({
      role: "orders-logging-role-0123456",
      policyArn: "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs",
    });
    expect(inputsOf("orders-api-gateway-account")).toEqual({
      cloudwatchRoleArn: "arn:aws:iam::123456789012:role/orders-logging-role-0123456",
    });
    for (const name of ["orders-logging-role", "orders-logging-role-policy", "orders-api-gateway-account"]) {
      expect([name, find(resources, name).retainOnDelete]).toEqual([name, true]);
      expect([name, follows(resources, "orders-api-stage", name)]).toEqual([name, true]);
    }
  });
});
