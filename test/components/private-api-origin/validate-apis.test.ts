import {
  ApiRouting,
  ExecutionLogLevel,
  existingApi,
  lambdaRoutes,
  openApi,
  type PrivateApi,
} from "../../../components";
import { problemsOf, untyped } from "./refusals";
import { document, handler, handmadeApi, orders } from "./variants";

const ROUTE = 'be a method, a blank and a path, such as "GET /orders/{id}"';

/** As a JavaScript program would write it. */
function made<T extends object>(make: (options: T) => PrivateApi, options: object): PrivateApi {
  return make(options as T);
}

function refusedApi(api: PrivateApi): string[] {
  return problemsOf({ api });
}

const withRoutes = (...routes: string[]) =>
  lambdaRoutes({ routes: Object.fromEntries(routes.map((route) => [route, handler])) });
const withRestApi = (change: object, stageName = "live") =>
  made(existingApi, { restApi: { ...handmadeApi, ...change }, stageName });
const withStage = (stage: object) => made(openApi, { document, stage });

test.each<[string, PrivateApi, string[]]>([
  ["no routes", withRoutes(), ["api.routes: name at least one route"]],
  ["routes in a list", made(lambdaRoutes, { routes: ["GET /"] }), ["api.routes: be an object, not a list"]],
  ["nothing of functions", made(lambdaRoutes, {}), ["api.routes: name at least one route"]],
  ...[
    "/orders",
    "get /orders",
    "GET orders",
    "TRACE /",
    "GET /a b",
    "GET /a/",
    "GET /{id",
    "GET /{all+}/a",
    "GET /a*",
  ].map((route): [string, PrivateApi, string[]] => [
    `the route ${route}`,
    withRoutes(route),
    [`api.routes["${route}"]: ${ROUTE}`],
  ]),
  [
    "a function by its name",
    made(lambdaRoutes, { routes: { "GET /": { arn: "orders-handler" } } }),
    ['api.routes["GET /"].name: be given', 'api.routes["GET /"].arn: be the ARN of a function'],
  ],
  ["no function", made(lambdaRoutes, { routes: { "GET /": null } }), ['api.routes["GET /"]: be an object, not null']],
  [
    "routes whose children would have one name",
    withRoutes("GET /a-b", "GET /a_b"),
    ['api.routes["GET /a-b"] and api.routes["GET /a_b"]: differ in more than signs: children are named after them'],
  ],
  [
    "two names for the parameter of one place",
    withRoutes("GET /orders/{id}", "PUT /orders/{order}/lines"),
    [
      'api.routes["GET /orders/{id}"] and api.routes["PUT /orders/{order}/lines"]: have the same parameter below /orders: API Gateway takes one in a place',
    ],
  ],
  ["no document", made(openApi, {}), ["api.document: be given"]],
  ...["paths: {}", "[]", "7"].map((text): [string, PrivateApi, string[]] => [
    `a document that is ${text}`,
    openApi({ document: text }),
    ["api.document: be an OpenAPI document: an object, or its JSON text"],
  ]),
])("refuses %s", (_title, api, problems) => {
  expect(refusedApi(api)).toEqual(problems);
});

test.each<[string, PrivateApi, string[]]>([
  ["no API", made(existingApi, { stageName: "live" }), ["api.restApi: be given"]],
  [
    "an API by its id",
    made(existingApi, { restApi: "a1b2c3d4e5", stageName: "live" }),
    ["api.restApi: be an object, not text"],
  ],
  [
    "an id alone",
    withRestApi({ region: undefined, executionArn: undefined }),
    ["api.restApi.region: be given", "api.restApi.executionArn: be given"],
  ],
  [
    "the id of another API",
    withRestApi({ id: "f6g7h8i9j0" }),
    ["api.restApi.id and api.restApi.executionArn: name the same API"],
  ],
  [
    "the Region of another API",
    withRestApi({ region: "eu-west-1" }),
    [
      "api.restApi.region and api.restApi.executionArn: name the same Region",
      "api.restApi.region: be eu-central-1: an endpoint leads to the private APIs of its own Region",
    ],
  ],
  [
    "the ARN for whoever manages it",
    withRestApi({ executionArn: "arn:aws:apigateway:eu-central-1::/restapis/a1b2c3d4e5" }),
    ["api.restApi.executionArn: be the execution ARN of a REST API"],
  ],
  ["a stage's path", withRestApi({}, "/live"), ["api.stageName: be the name of a stage"]],
  ["no stage", made(existingApi, { restApi: handmadeApi }), ["api.stageName: be the name of a stage"]],
])("refuses for an API made elsewhere %s", (_title, api, problems) => {
  expect(refusedApi(api)).toEqual(problems);
});

test.each<[string, object, string[]]>([
  ["a name with a slash", { name: "v1/live" }, ["name: be letters, digits, _ and -"]],
  [
    "requests without end",
    { throttlingRateLimit: 0, throttlingBurstLimit: 1.5 },
    [
      "throttlingRateLimit: be a whole number from 1 to 1000000",
      "throttlingBurstLimit: be a whole number from 1 to 1000000",
    ],
  ],
  [
    "a cache of another size",
    { cacheSizeGigabytes: 1 },
    ["cacheSizeGigabytes: be one of 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237"],
  ],
  ["a text for a switch", { tracing: "false" }, ["tracing: be true or false, not text"]],
  ["a level that is none", { executionLogLevel: "DEBUG" }, ['executionLogLevel: be one of "OFF", "ERROR", "INFO"']],
])("refuses for a stage %s", (_title, stage, problems) => {
  expect(refusedApi(withStage(stage))).toEqual(problems.map((problem) => `api.stage.${problem}`));
});

test("a cache's time without a cache is refused, and a stage that is no object", () => {
  expect(refusedApi(withStage({ cacheTtlSeconds: 60 }))).toEqual([
    "api.stage.cacheTtlSeconds and api.stage.cacheSizeGigabytes: be given together",
  ]);
  expect(refusedApi(made(openApi, { document, stage: "live" }))).toEqual(["api.stage: be an object, not text"]);
});

test("takes what API Gateway takes", () => {
  expect(refusedApi(withRoutes("GET /", "ANY /orders/{id}", "GET /orders/{id}/{rest+}", "PUT /v1.2/a:b"))).toEqual([]);
  expect(refusedApi(openApi({ document: JSON.stringify(document) }))).toEqual([]);
  expect(
    refusedApi(withStage({ name: "v_2-b", cacheSizeGigabytes: 118, executionLogLevel: ExecutionLogLevel.Info })),
  ).toEqual([]);
  expect(refusedApi(withRestApi({}, "a".repeat(128)))).toEqual([]);
});

const stock = () => openApi({ document });

describe("of several APIs", () => {
  test.each<[string, object, string[]]>([
    ["none at all", {}, ["apis: name at least one API"]],
    ["a list", [orders()], ["apis: be an object, not a list"]],
    [
      "a name with capitals, or one that is too long",
      {
        Orders: { api: orders(), pathPrefix: "/o" },
        ["s".repeat(13)]: { api: stock(), pathPrefix: "/s" },
      },
      ["Orders", "s".repeat(13)].map(
        (name) => `apis.${name}: have a name of at most 12 lower-case letters, digits and hyphens`,
      ),
    ],
    ["what is no API", { orders: { api: {}, pathPrefix: "/o" } }, ["apis.orders.api: be an API, not an object"]],
    ["an API that is missing", { orders: { pathPrefix: "/o" } }, ["apis.orders.api: be an API"]],
    [
      "a path that is a number",
      { orders: { api: orders(), pathPrefix: 5 } },
      ["apis.orders.pathPrefix: be text, not a number"],
    ],
    [
      "places that nobody tells apart",
      { orders: { api: orders(), pathPrefix: "/o" }, stock: { api: stock() } },
      ["apis.stock.pathPrefix and apis.stock.hostName: be given one or both, to tell the APIs apart"],
    ],
    ...["orders", "/", "/orders/", "/orders/*", `/${"o".repeat(64)}`].map((pathPrefix): [string, object, string[]] => [
      `the path ${pathPrefix}`,
      { orders: { api: orders(), pathPrefix } },
      ["apis.orders.pathPrefix: start with /, not end with /, have no wildcards and at most 64 characters"],
    ]),
    ...["Orders.example.com", "*.example.com", "orders"].map((hostName): [string, object, string[]] => [
      `the host ${hostName}`,
      { orders: { api: orders(), hostName } },
      ["apis.orders.hostName: be a full domain name in lower case of at most 128 characters"],
    ]),
    [
      "an order in which the first takes all",
      { orders: { api: orders(), pathPrefix: "/o" }, stock: { api: stock(), pathPrefix: "/o/stock" } },
      [
        "apis.orders and apis.stock: be the other way round, or differ in path or host: the first takes every request of the second",
      ],
    ],
    [
      "the same place twice",
      { orders: { api: orders(), hostName: "a.example.com" }, stock: { api: stock(), hostName: "a.example.com" } },
      [
        "apis.orders and apis.stock: be the other way round, or differ in path or host: the first takes every request of the second",
      ],
    ],
  ])("refuses %s", (_title, apis, problems) => {
    expect(problemsOf(untyped({ apis }))).toEqual(problems);
  });

  test("takes the narrower path first, and paths that only begin alike in any order", () => {
    const at = (...paths: string[]) =>
      problemsOf({
        apis: Object.fromEntries(paths.map((pathPrefix, index) => [`a${index}`, { api: stock(), pathPrefix }])),
      });
    expect(at("/o/stock", "/o")).toEqual([]);
    expect(at("/o", "/orders")).toEqual([]);
  });

  test("refuses places where CloudFront tells them apart, and a domain for more than one", () => {
    const placed = { orders: { api: orders(), pathPrefix: "/o" } };
    expect(problemsOf({ apis: placed, routing: ApiRouting.ApiIdHeader })).toEqual([
      "apis.orders.pathPrefix or apis.orders.hostName and routing: not contradict each other: with this routing the front door's routes tell the APIs apart",
    ]);
    expect(
      problemsOf({ apis: { orders: { api: orders() }, stock: { api: stock() } }, routing: ApiRouting.CustomDomain }),
    ).toEqual(["routing and apis: not contradict each other: a custom domain leads to one API"]);
  });
});

test("one API or several, not both and not neither", () => {
  const problem = ["api and apis: be given one without the other"];
  expect(problemsOf({ api: orders(), apis: { stock: { api: stock(), pathPrefix: "/s" } } })).toEqual(problem);
  expect(problemsOf(untyped({ api: undefined }))).toEqual(problem);
});
