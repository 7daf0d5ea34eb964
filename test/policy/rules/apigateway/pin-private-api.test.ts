import { pinPrivateApi } from "../../../../policy/rules/apigateway/pin-private-api";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const type = "aws:apigateway/restApi:RestApi";
const endpointConfiguration = { types: "PRIVATE" };
const endpoint = "vpce-0123456789abcdef0";
const invoke = { Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*" };
const allow = (Condition?: object) => ({ Effect: "Allow", ...invoke, Condition });
const deny = (Condition: object, Resource = "execute-api:/*") => ({ Effect: "Deny", ...invoke, Resource, Condition });
const pinned = document(allow({ StringEquals: { "aws:SourceVpce": endpoint } }));
const fix =
  'fix: add StringEquals "aws:SourceVpce" with the endpoint\'s id to each Allow, or deny execute-api:Invoke to everyone where StringNotEquals "aws:SourceVpce"';
const message = (i = 0) => `policy.Statement[${i}]: does not name the VPC endpoints; ${fix}`;
const judged = (...statements: object[]) => ({ props: { endpointConfiguration, policy: document(...statements) } });

testRule(pinPrivateApi, {
  type,
  violating: {
    "a policy for everybody": { ...judged(allow()), messages: [message()] },
    "every endpoint": { ...judged(allow({ StringLike: { "aws:SourceVpce": "vpce-*" } })), messages: [message()] },
    "no endpoint": { ...judged(allow({ StringEquals: { "aws:SourceVpce": [] } })), messages: [message()] },
    "all endpoints but one": {
      ...judged(allow({ StringNotEquals: { "aws:SourceVpce": endpoint } })),
      messages: [message()],
    },
    "a condition that holds without an endpoint": {
      ...judged(allow({ StringEqualsIfExists: { "aws:SourceVpce": endpoint } })),
      messages: [message()],
    },
    "a denial of one path": {
      ...judged(allow(), deny({ StringNotEquals: { "aws:SourceVpce": endpoint } }, "execute-api:/prod/GET/a")),
      messages: [message()],
    },
    "a denial that a second condition narrows": {
      ...judged(
        allow(),
        deny({ StringNotEquals: { "aws:SourceVpce": endpoint }, IpAddress: { "aws:SourceIp": "10.0.0.0/8" } }),
      ),
      messages: [message()],
    },
    "an allowance of all but one path": {
      ...judged({ ...allow(), Resource: undefined, NotResource: "execute-api:/prod/GET/health" }),
      messages: [message()],
    },
    "every VPC": { ...judged(allow({ StringLike: { "aws:SourceVpc": "vpc-*" } })), messages: [message()] },
    "a list of types, as older SDKs write it": {
      props: { endpointConfiguration: { types: ["PRIVATE"] }, policy: document(allow()) },
      messages: [message()],
    },
    "a policy in the API's document": {
      props: { endpointConfiguration, body: JSON.stringify({ "x-amazon-apigateway-policy": { Statement: allow() } }) },
      messages: [`body.x-amazon-apigateway-policy.Statement[0]: does not name the VPC endpoints; ${fix}`],
    },
  },
  clean: {
    "an allowance through one endpoint": { props: { endpointConfiguration, policy: pinned } },
    "an allowance from one VPC": judged(allow({ StringEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } })),
    "a denial of all others that spells every path": judged(
      allow(),
      deny({ StringNotLike: { "aws:SourceVpce": endpoint } }, "execute-api:/*/*/*"),
    ),
    "a denial of all others that is about all of the API": judged(
      { ...allow(), Resource: undefined, NotResource: "execute-api:/prod/GET/health" },
      deny({ StringNotEquals: { "aws:SourceVpce": endpoint } }),
    ),
    "a denial of all others": { ...judged(allow(), deny({ StringNotEquals: { "AWS:sourceVpce": [endpoint] } })) },
    "an API that is not private": {
      props: { endpointConfiguration: { types: "REGIONAL" }, policy: document(allow()) },
    },
    "no endpoint configuration": { props: {} },
  },
  unknown: {
    "a computed policy": { props: { endpointConfiguration, policy: unknown }, path: "policy" },
    "a computed type": { props: { endpointConfiguration: { types: unknown } }, path: "endpointConfiguration.types" },
    "a computed document": { props: { endpointConfiguration, body: unknown }, path: "body" },
  },
});

const api = (props: object = {}): Example => ({ type, name: "api", props: { endpointConfiguration, ...props } });
const apiPolicy = (policy: string): Example => ({
  type: "aws:apigateway/restApiPolicy:RestApiPolicy",
  name: "policy",
  props: { restApiId: unknown, policy },
  sources: { restApiId: ["api"] },
});

testJoin(pinPrivateApi, {
  violating: {
    "a private API without a policy": {
      stack: [api()],
      messages: {
        api: [
          "(resource): is private and has no policy; fix: create an aws.apigateway.RestApiPolicy that names the endpoints",
        ],
      },
    },
    "a policy for everybody": { stack: [api(), apiPolicy(document(allow()))], messages: { policy: [message()] } },
    "a policy of another API": {
      stack: [api({ id: "a1" }), { ...apiPolicy(pinned), props: { restApiId: "b2", policy: pinned }, sources: {} }],
      messages: {
        api: [
          "(resource): is private and has no policy; fix: create an aws.apigateway.RestApiPolicy that names the endpoints",
        ],
      },
    },
  },
  clean: {
    "a policy that names the endpoint": [api(), apiPolicy(pinned)],
    "a policy by the API's id": [
      api({ id: "a1" }),
      { ...apiPolicy(pinned), props: { restApiId: "a1", policy: pinned }, sources: {} },
    ],
    "a policy in a document of YAML": [api({ body: "openapi: 3.0.1\nx-amazon-apigateway-policy: {}" })],
    "a policy on the API": [api({ policy: pinned })],
    "a Regional API": [{ type, name: "api", props: {} }, apiPolicy(document(allow()))],
  },
  unknown: {
    "a computed policy": { stack: [api(), apiPolicy(unknown)], undecided: "policy:policy" },
    "a document that may hold a policy": { stack: [api({ body: unknown })], undecided: "api:body" },
  },
});
