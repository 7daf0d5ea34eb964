// The REST API that each kind of API becomes.

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { existingApi, lambdaRoutes, type OpenApiOptions, openApi, PrivateApiOrigin } from "../../../components";
import { follows, known, recordStack } from "../record-stack";
import { build } from "./build";
import { argsWith, document, existingEndpoint, handler, handmadeApi, network, REGION, tags } from "./variants";

const ENDPOINT_EXTENSION = {
  "x-amazon-apigateway-endpoint-configuration": { vpcEndpointIds: ["orders-endpoint-id"] },
};
const THROUGH_ENDPOINT = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "AllowThroughEndpoint",
      Effect: "Allow",
      Principal: "*",
      Action: "execute-api:Invoke",
      Resource: "execute-api:/*",
      Condition: { StringEquals: { "aws:SourceVpce": "orders-endpoint-id" } },
    },
    {
      Sid: "DenyEverythingElse",
      Effect: "Deny",
      Principal: "*",
      Action: "execute-api:Invoke",
      Resource: "execute-api:/*",
      Condition: { StringNotEquals: { "aws:SourceVpce": "orders-endpoint-id" } },
    },
  ],
};

const bodyOf = (inputs: Record<string, unknown>) => JSON.parse(String(inputs.body));
const uriOf = (arn: string) => `arn:aws:apigateway:${REGION}:lambda:path/2015-03-31/functions/${arn}/invocations`;

describe("functions", () => {
  const alias = { arn: `${handler.arn}:live`, name: "live" };
  let made: Awaited<ReturnType<typeof build>>;

  beforeAll(async () => {
    const routes = { "GET /": handler, "GET /orders/{id}": handler, "ANY /orders/{id}/{rest+}": alias };
    made = await build(argsWith({ api: lambdaRoutes({ routes }) }));
  });

  const operation = (arn: string, parameters: string[] = []) => ({
    ...(parameters.length > 0
      ? { parameters: parameters.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })) }
      : {}),
    responses: {},
    "x-amazon-apigateway-integration": { type: "aws_proxy", httpMethod: "POST", uri: uriOf(arn) },
  });

  test("become a private API of one document, closed to all but the endpoint", () => {
    const { body, ...inputs } = made.inputsOf("orders-api");
    expect(inputs).toEqual({
      putRestApiMode: "overwrite",
      endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["orders-endpoint-id"], ipAddressType: "dualstack" },
      failOnWarnings: true,
      tags,
    });
    expect(bodyOf({ body })).toEqual({
      openapi: "3.0.1",
      info: { title: "orders", version: "1" },
      paths: {
        "/": { get: operation(handler.arn) },
        "/orders/{id}": { get: operation(handler.arn, ["id"]) },
        "/orders/{id}/{rest+}": { "x-amazon-apigateway-any-method": operation(alias.arn, ["id", "rest"]) },
      },
      servers: [{ url: "/", ...ENDPOINT_EXTENSION }],
    });
    expect(made.inputsOf("orders-api-policy")).toEqual({
      restApiId: "orders-api-id",
      policy: JSON.stringify(THROUGH_ENDPOINT),
    });
  });

  test("may be called by their own routes, an alias by its own permission", () => {
    const sourceArn = `arn:aws:execute-api:${REGION}:123456789012:orders-api-id`;
    const permission = {
      action: "lambda:InvokeFunction",
      function: "orders-handler",
      principal: "apigateway.amazonaws.com",
    };
    expect(made.namesOf("lambda/permission:Permission").sort()).toEqual([
      "orders-invoke-any-orders-id-rest",
      "orders-invoke-get",
      "orders-invoke-get-orders-id",
    ]);
    expect(made.inputsOf("orders-invoke-get")).toEqual({ ...permission, sourceArn: `${sourceArn}/*/GET/` });
    expect(made.inputsOf("orders-invoke-get-orders-id")).toEqual({
      ...permission,
      sourceArn: `${sourceArn}/*/GET/orders/*`,
    });
    expect(made.inputsOf("orders-invoke-any-orders-id-rest")).toEqual({
      ...permission,
      qualifier: "live",
      sourceArn: `${sourceArn}/*/*/orders/*/*`,
    });
  });

  test("may be resources of the program, of which a first preview knows nothing", async () => {
    const program = () => {
      const made = new aws.lambda.Function("handler", { role: "arn:aws:iam::123456789012:role/handler" });
      const alias = new aws.lambda.Alias("live", { functionName: made.name, functionVersion: "1" });
      return new PrivateApiOrigin(
        "orders",
        argsWith({ api: lambdaRoutes({ routes: { "GET /": made, "PUT /": alias } }) }),
      );
    };
    const { resources } = await recordStack(program, { preview: true });
    expect(follows(resources, "orders-api", "handler")).toBe(true);
    expect(follows(resources, "orders-invoke-get", "handler")).toBe(true);
    expect(follows(resources, "orders-invoke-put", "live")).toBe(true);
  });
});

describe("a document", () => {
  const servedAs = async (given: OpenApiOptions["document"]) => {
    const { inputsOf } = await build(argsWith({ api: openApi({ document: given }) }));
    return bodyOf(inputsOf("orders-api"));
  };

  test.each<[string, OpenApiOptions["document"]]>([
    ["an object", document],
    ["text", JSON.stringify(document)],
    ["an output", pulumi.output(document)],
    ["an object with outputs inside", { ...document, info: pulumi.output(document.info) }],
  ])("as %s is taken as it is, with the endpoint in it", async (_title, given) => {
    expect(await servedAs(given)).toEqual({ ...document, servers: [{ url: "/", ...ENDPOINT_EXTENSION }] });
  });

  test("of Swagger has the endpoint at its top", async () => {
    const swagger = { swagger: "2.0", info: document.info, paths: {} };
    expect(await servedAs(swagger)).toEqual({ ...swagger, ...ENDPOINT_EXTENSION });
  });

  test("keeps its servers, and the first takes the endpoint in place of what it said", async () => {
    const [first, second] = [{ url: "https://api.example.com/v1", description: "us" }, { url: "/other" }];
    const ownExtension = { "x-amazon-apigateway-endpoint-configuration": { disableExecuteApiEndpoint: true } };
    expect(await servedAs({ ...document, servers: [{ ...first, ...ownExtension }, second] })).toEqual({
      ...document,
      servers: [{ ...first, ...ENDPOINT_EXTENSION }, second],
    });
  });
});

describe("an API made elsewhere", () => {
  const api = () => existingApi({ restApi: handmadeApi, stageName: "prod" });

  test("is left alone", async () => {
    const { resources, orders } = await build(argsWith({ api: api() }));
    expect(resources.filter(({ type }) => /^aws:(apigateway|lambda)\//.test(type))).toEqual([]);
    expect(await known(orders.restApiIds)).toEqual({ api: "a1b2c3d4e5" });
  });

  test("has an owner who is told what its policy must say", async () => {
    const { orders } = await build(argsWith({ network: { ...network, existingEndpoint }, api: api() }));
    const text = JSON.stringify(THROUGH_ENDPOINT.Statement).replaceAll("orders-endpoint-id", "vpce-1");
    expect(await known(orders.requiredGrants)).toEqual([
      { resourceArn: handmadeApi.executionArn, statements: JSON.parse(text) },
    ]);
  });

  test("asks its owner for nothing where all APIs are the component's", async () => {
    const { orders } = await build(argsWith());
    expect(await known(orders.requiredGrants)).toEqual([]);
    expect(await known(orders.restApiIds)).toEqual({ api: "orders-api-id" });
    expect(await known(orders.vpcEndpointId)).toBe("orders-endpoint-id");
  });
});
