import { requireAuthorization } from "../../../../policy/rules/apigateway/require-authorization";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const type = "aws:apigatewayv2/route:Route";
const fix = "fix: set it to AWS_IAM, JWT or CUSTOM";

testRule(requireAuthorization, {
  type,
  violating: {
    "a route without authorization": {
      props: { routeKey: "GET /orders" },
      messages: [`authorizationType: is not set; ${fix}`],
    },
    "a connection that asks nobody": {
      props: { routeKey: "$connect", authorizationType: "NONE" },
      messages: [`authorizationType: is "NONE"; ${fix}`],
    },
  },
  clean: {
    "a token": { props: { routeKey: "ANY /{proxy+}", authorizationType: "JWT", authorizerId: unknown } },
    "a message after the connection": { props: { routeKey: "sendMessage" } },
    "a preflight": { props: { routeKey: "OPTIONS /orders" } },
    "a default route, which the API decides on": { props: { routeKey: "$default" } },
  },
  unknown: {
    "a computed key": { props: { routeKey: unknown }, path: "routeKey" },
    "a computed type": { props: { routeKey: "GET /", authorizationType: unknown }, path: "authorizationType" },
  },
});

const api = (protocolType: string, props: object = {}): Example => ({
  type: "aws:apigatewayv2/api:Api",
  name: "api",
  props: { protocolType, ...props },
});
const route: Example = { type, name: "all", props: { routeKey: "$default" }, sources: { apiId: ["api"] } };
const restApi = (types: unknown): Example => ({
  type: "aws:apigateway/restApi:RestApi",
  name: "rest",
  props: { endpointConfiguration: { types } },
});
const method = (props: object): Example => ({
  type: "aws:apigateway/method:Method",
  name: "method",
  props: { restApi: unknown, httpMethod: "GET", ...props },
  sources: { restApi: ["rest"] },
});
const methodFix = "fix: set it to AWS_IAM, COGNITO_USER_POOLS or CUSTOM with an authorizer";

testJoin(requireAuthorization, {
  violating: {
    "a default route of an HTTP API": {
      stack: [api("HTTP"), route],
      messages: { all: [`authorizationType: is not set; ${fix}`] },
    },
    "an API that makes its own route": {
      stack: [api("HTTP", { target: unknown })],
      messages: {
        api: ["target: makes a route without authorization; fix: create an aws.apigatewayv2.Route with one"],
      },
    },
    "a method of a Regional API": {
      stack: [restApi("REGIONAL"), method({ authorization: "NONE" })],
      messages: { method: [`authorization: is "NONE"; ${methodFix}`] },
    },
    "a method of an API elsewhere": {
      stack: [method({ authorization: "NONE" })],
      messages: { method: [`authorization: is "NONE"; ${methodFix}`] },
    },
  },
  clean: {
    "a default route of a WebSocket API": [api("WEBSOCKET"), route],
    "a default route with authorization": [{ ...route, props: { routeKey: "$default", authorizationType: "JWT" } }],
    "a method of a private API, whose policy decides": [restApi("PRIVATE"), method({ authorization: "NONE" })],
    "a method with IAM": [restApi("EDGE"), method({ authorization: "AWS_IAM" })],
    "a preflight method": [restApi("EDGE"), method({ httpMethod: "OPTIONS", authorization: "NONE" })],
  },
  unknown: {
    "a default route of an API elsewhere": { stack: [route], undecided: "all:apiId" },
    "a default route of an API of either kind": {
      stack: [{ ...api("HTTP"), props: { protocolType: unknown } }, route],
      undecided: "all:apiId",
    },
    "a computed authorization": { stack: [method({ authorization: unknown })], undecided: "method:authorization" },
  },
});
