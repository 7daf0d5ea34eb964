import * as pulumi from "@pulumi/pulumi";
import {
  ApplicationLogLevel,
  cloudFrontFunction,
  existingLambdaAtEdge,
  httpOrigin,
  type LambdaAtEdgeOptions,
  LambdaLogFormat,
  lambdaAtEdge,
  SystemLogLevel,
  s3Origin,
} from "../../../../components";
import { find, follows } from "../../record-stack";
import { build } from "../build";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = 0") });
const arnOf = (name: string): string => `arn:aws:lambda:us-east-1:123456789012:function:site-lambda-${name}-0123456:1`;

/** A front door with this function on origin requests. */
function withFunction(options: Omit<LambdaAtEdgeOptions, "name" | "code"> = {}) {
  const originRequest = lambdaAtEdge({ name: "sign", code, ...options });
  return build({ origin: s3Origin(), behavior: { functions: { originRequest } }, tags: { team: "web" } });
}

describe("a function at the edge", () => {
  test("is a numbered version in us-east-1 that stays when the front door goes", async () => {
    const { inputsOf } = await withFunction();
    // Neither environment variables nor a VPC, an architecture or tags: CloudFront refuses them.
    expect(inputsOf("site-lambda-sign")).toEqual({
      region: "us-east-1",
      code: expect.anything(),
      handler: "index.handler",
      runtime: "nodejs22.x",
      memorySize: 128,
      timeout: 5,
      role: "arn:aws:iam::123456789012:role/site-lambda-sign-role-0123456",
      publish: true,
      skipDestroy: true,
      loggingConfig: { logFormat: "JSON", applicationLogLevel: "INFO", systemLogLevel: "WARN" },
    });
    expect(inputsOf("site-distribution").defaultCacheBehavior).toMatchObject({
      lambdaFunctionAssociations: [{ eventType: "origin-request", lambdaArn: arnOf("sign") }],
    });
    expect(inputsOf("site-distribution").defaultCacheBehavior).not.toHaveProperty("functionAssociations");
  });

  test("has a role of its own for the services that run it, and may write logs and nothing else", async () => {
    const { inputsOf, policyOf, resources } = await withFunction();
    expect(inputsOf("site-lambda-sign-role")).toEqual({
      assumeRolePolicy: expect.any(String),
      tags: { team: "web" },
    });
    expect(JSON.parse(String(inputsOf("site-lambda-sign-role").assumeRolePolicy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: ["lambda.amazonaws.com", "edgelambda.amazonaws.com"] },
          Action: "sts:AssumeRole",
        },
      ],
    });
    expect(inputsOf("site-lambda-sign-logs").role).toBe("site-lambda-sign-role-id");
    expect(policyOf("site-lambda-sign-logs")).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: "arn:aws:logs:*:*:log-group:*",
        },
      ],
    });
    expect(follows(resources, "site-lambda-sign", "site-lambda-sign-logs")).toBe(true);
    expect(find(resources, "site-lambda-sign").protect).toBe(false);
  });

  test("takes every setting", async () => {
    const { inputsOf } = await withFunction({
      handler: "main.run",
      runtime: "python3.13",
      memorySize: 512,
      timeoutSeconds: 30,
      applicationLogLevel: ApplicationLogLevel.Debug,
      systemLogLevel: SystemLogLevel.Info,
      logGroup: "/edge/sign",
      includeBody: true,
    });
    expect(inputsOf("site-lambda-sign")).toMatchObject({
      handler: "main.run",
      runtime: "python3.13",
      memorySize: 512,
      timeout: 30,
      loggingConfig: {
        logFormat: "JSON",
        applicationLogLevel: "DEBUG",
        systemLogLevel: "INFO",
        logGroup: "/edge/sign",
      },
    });
    expect(inputsOf("site-distribution").defaultCacheBehavior).toMatchObject({
      lambdaFunctionAssociations: [{ eventType: "origin-request", lambdaArn: arnOf("sign"), includeBody: true }],
    });
  });

  test("logs text without levels, which Lambda has for JSON only", async () => {
    const { inputsOf } = await withFunction({ logFormat: LambdaLogFormat.Text });
    expect(inputsOf("site-lambda-sign").loggingConfig).toEqual({ logFormat: "Text" });
  });
});

test("all four events take a function, and one that serves several is made once", async () => {
  const shared = lambdaAtEdge({ name: "shared", code });
  const existing = "arn:aws:lambda:us-east-1:123456789012:function:handmade:7";
  const { inputsOf, resources } = await build({
    origin: s3Origin(),
    behavior: {
      functions: {
        viewerRequest: shared,
        viewerResponse: shared,
        originRequest: existingLambdaAtEdge(existing),
        originResponse: existingLambdaAtEdge(pulumi.output(existing)),
      },
    },
    routes: [
      {
        name: "api",
        pathPattern: "/api/*",
        origin: httpOrigin({ domainName: "api.example.com" }),
        functions: { originResponse: shared },
      },
    ],
  });
  expect(resources.filter(({ type }) => type === "aws:lambda/function:Function")).toHaveLength(1);
  const { defaultCacheBehavior, orderedCacheBehaviors } = inputsOf("site-distribution");
  expect(defaultCacheBehavior).toMatchObject({
    lambdaFunctionAssociations: [
      { eventType: "viewer-request", lambdaArn: arnOf("shared") },
      { eventType: "viewer-response", lambdaArn: arnOf("shared") },
      { eventType: "origin-request", lambdaArn: existing },
      { eventType: "origin-response", lambdaArn: existing },
    ],
  });
  expect(orderedCacheBehaviors).toMatchObject([
    { lambdaFunctionAssociations: [{ eventType: "origin-response", lambdaArn: arnOf("shared") }] },
  ]);
});

test("a CloudFront Function on viewer events and Lambda@Edge on origin events share a behavior", async () => {
  const { inputsOf } = await build({
    origin: s3Origin(),
    behavior: {
      functions: {
        viewerRequest: cloudFrontFunction({ name: "redirects", code: "function handler(event) {}" }),
        originRequest: lambdaAtEdge({ name: "sign", code }),
      },
    },
  });
  expect(inputsOf("site-distribution").defaultCacheBehavior).toMatchObject({
    functionAssociations: [{ eventType: "viewer-request" }],
    lambdaFunctionAssociations: [{ eventType: "origin-request" }],
  });
});
