// APIs of API Gateway, by their stage.

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { apiGatewayOrigin, OriginRequestPolicy } from "../../../../components";
import { problemsOf, serve } from "./serve";

const api = { id: "abc123", region: "eu-central-1" };

const https = {
  httpPort: 80,
  httpsPort: 443,
  originProtocolPolicy: "https-only",
  originSslProtocols: ["TLSv1.2"],
  originReadTimeout: 30,
};

test("a REST API's stage is the path in front, and nothing is made for it", async () => {
  const { origins, children, distribution } = await serve(() => apiGatewayOrigin({ api, stageName: "prod" }));
  expect(origins).toEqual([
    {
      originId: "default",
      domainName: "abc123.execute-api.eu-central-1.amazonaws.com",
      originPath: "/prod",
      customOriginConfig: https,
    },
  ]);
  expect(children).toEqual([]);
  // API Gateway answers 403 to any Host but its own.
  expect(distribution.defaultCacheBehavior).toMatchObject({
    originRequestPolicyId: OriginRequestPolicy.AllViewerExceptHostHeader,
  });
});

test("an HTTP API's default stage has no path", async () => {
  const { origins } = await serve(() => apiGatewayOrigin({ api }));
  expect(origins).toEqual([
    { originId: "default", domainName: "abc123.execute-api.eu-central-1.amazonaws.com", customOriginConfig: https },
  ]);
});

test.each([
  ["an aws.apigateway.RestApi", () => new aws.apigateway.RestApi("orders")],
  ["an aws.apigatewayv2.Api", () => new aws.apigatewayv2.Api("orders", { protocolType: "HTTP" })],
])("%s of the same program fits as it is", async (_title, make) => {
  const { origins } = await serve(() => apiGatewayOrigin({ api: make(), stageName: "prod" }));
  expect(origins).toMatchObject([
    { domainName: "orders-id.execute-api.eu-central-1.amazonaws.com", originPath: "/prod" },
  ]);
});

test("the options of every server reach CloudFront", async () => {
  const { origins } = await serve(() =>
    apiGatewayOrigin({
      api,
      stageName: "v1",
      customHeaders: { "x-key": pulumi.secret("s3cr3t") },
      readTimeoutSeconds: 29,
      originShieldRegion: "eu-central-1",
    }),
  );
  expect(origins).toMatchObject([
    {
      originPath: "/v1",
      customHeaders: [{ name: "x-key", value: "s3cr3t" }],
      originShield: { enabled: true, originShieldRegion: "eu-central-1" },
      customOriginConfig: { originReadTimeout: 29 },
    },
  ]);
});

const STAGE = "origin.stageName: be the name of a stage, without slashes";

describe("is refused", () => {
  const cases: [string, object, string[]][] = [
    ["without an API", { api: undefined }, ["origin.api.id: be given", "origin.api.region: be given"]],
    ["without its Region", { api: { id: "abc123" } }, ["origin.api.region: be given"]],
    ["by its name", { api: "orders" }, ["origin.api: be an object, not text"]],
    ["by nothing", { api: {} }, ["origin.api.id: be given", "origin.api.region: be given"]],
    ["not at all", {}, ["origin.api.id: be given", "origin.api.region: be given"]],
    ["with a path for a stage", { api, stageName: "/prod" }, [STAGE]],
    ["with an empty stage", { api, stageName: "" }, [STAGE]],
    [
      "with a stage that is an output",
      { api, stageName: pulumi.output("prod") },
      ["origin.stageName: be text, not an output: its value is needed before anything is created"],
    ],
    ["with a stage that is too long", { api, stageName: "s".repeat(129) }, [STAGE]],
    [
      "with the default stage by name, which no path leads to",
      { api, stageName: "$default" },
      ["origin.stageName: be left out for $default: the API serves that stage without a path"],
    ],
  ];
  test.each(cases)("%s", (_title, options, problems) => {
    expect(problemsOf(apiGatewayOrigin(options as { api: typeof api }))).toEqual(problems);
  });
});
