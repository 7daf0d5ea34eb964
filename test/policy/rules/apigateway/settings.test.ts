import { refuseOldTls } from "../../../../policy/rules/apigateway/refuse-old-tls";
import { requireAccessLog } from "../../../../policy/rules/apigateway/require-access-log";
import { requireCacheEncryption } from "../../../../policy/rules/apigateway/require-cache-encryption";
import { requireCurrentTlsPolicy } from "../../../../policy/rules/apigateway/require-current-tls-policy";
import { requireIntegrationHttps } from "../../../../policy/rules/apigateway/require-integration-https";
import { requireRequestValidation } from "../../../../policy/rules/apigateway/require-request-validation";
import { requireTracing } from "../../../../policy/rules/apigateway/require-tracing";
import { unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const restIntegration = "aws:apigateway/integration:Integration";

testRule(requireIntegrationHttps, {
  type: "aws:apigatewayv2/integration:Integration",
  violating: {
    "a private connection without TLS": {
      props: { connectionType: "VPC_LINK", integrationUri: unknown },
      messages: ["tlsConfig: is not set; fix: set serverNameToVerify in it"],
    },
    "a plain address": {
      props: { connectionType: "INTERNET", integrationUri: "http://shop.example" },
      messages: ["integrationUri: is a plain HTTP address; fix: use https://"],
    },
    "a plain address of a REST API": {
      type: restIntegration,
      props: { connectionType: "VPC_LINK", uri: "HTTP://nlb.example/orders" },
      messages: ["uri: is a plain HTTP address; fix: use https://"],
    },
    "a certificate that nobody verifies": {
      type: restIntegration,
      props: { uri: "https://shop.example", tlsConfig: { insecureSkipVerification: true } },
      messages: ["tlsConfig.insecureSkipVerification: is true; fix: leave it out"],
    },
  },
  clean: {
    "a private connection with TLS": {
      props: { connectionType: "VPC_LINK", integrationUri: unknown, tlsConfig: { serverNameToVerify: "a.example" } },
    },
    "a function": { props: { integrationType: "AWS_PROXY", integrationUri: unknown } },
    "a private connection of a REST API": {
      type: restIntegration,
      props: { connectionType: "VPC_LINK", uri: "https://nlb.example" },
    },
  },
  unknown: { "a computed connection": { props: { connectionType: unknown }, path: "connectionType" } },
});

testRule(requireCacheEncryption, {
  type: "aws:apigateway/methodSettings:MethodSettings",
  violating: {
    "a cache in the clear": {
      props: { settings: { cachingEnabled: true } },
      messages: ["settings.cacheDataEncrypted: is not set; fix: set it to true"],
    },
    "encryption switched off": {
      props: { settings: { cachingEnabled: true, cacheDataEncrypted: false } },
      messages: ["settings.cacheDataEncrypted: is not true; fix: set it to true"],
    },
  },
  clean: {
    "an encrypted cache": { props: { settings: { cachingEnabled: true, cacheDataEncrypted: true } } },
    "no cache": { props: { settings: { loggingLevel: "ERROR" } } },
  },
  unknown: {
    "computed caching": { props: { settings: { cachingEnabled: unknown } }, path: "settings.cachingEnabled" },
    "computed settings": { props: { settings: unknown }, path: "settings" },
  },
});

const restApi = "aws:apigateway/restApi:RestApi";
const enhanced = 'fix: set it to a policy that begins with "SecurityPolicy_", and endpointAccessMode beside it';
const extension = "x-amazon-apigateway-security-policy";
testRule(refuseOldTls, {
  type: "aws:apigateway/domainName:DomainName",
  violating: {
    "TLS 1.0 of a domain name": {
      props: { securityPolicy: "TLS_1_0" },
      messages: ['securityPolicy: is "TLS_1_0"; fix: set it to "TLS_1_2"'],
    },
    "TLS 1.0 of an API": {
      type: restApi,
      props: { securityPolicy: "TLS_1_0" },
      messages: [`securityPolicy: is "TLS_1_0"; ${enhanced}`],
    },
    "what a Regional API has by default": {
      type: restApi,
      props: { endpointConfiguration: { types: "REGIONAL" } },
      messages: [`securityPolicy: is not set, which is "TLS_1_0"; ${enhanced}`],
    },
    "what an API has by default whose document names no policy": {
      type: restApi,
      props: { body: JSON.stringify({ openapi: "3.0.1" }) },
      messages: [`securityPolicy: is not set, which is "TLS_1_0"; ${enhanced}`],
    },
    "TLS 1.0 in the document of an API": {
      type: restApi,
      props: { body: JSON.stringify({ [extension]: "TLS_1_0" }) },
      messages: [`body.${extension}: is "TLS_1_0"; ${enhanced}`],
    },
  },
  clean: {
    "TLS 1.2": { props: { securityPolicy: "TLS_1_2" } },
    "a domain name without a policy": { props: {} },
    "a private API without a policy": { type: restApi, props: { endpointConfiguration: { types: "PRIVATE" } } },
    "a private API with a computed document": {
      type: restApi,
      props: { endpointConfiguration: { types: "PRIVATE" }, body: unknown },
    },
    "a policy in the document of an API": {
      type: restApi,
      props: { body: JSON.stringify({ [extension]: "SecurityPolicy_TLS13_1_3_2025_09" }) },
    },
    "a policy in a document of YAML": { type: restApi, props: { body: `${extension}: TLS_1_2` } },
  },
  unknown: {
    "a computed policy": { props: { securityPolicy: unknown }, path: "securityPolicy" },
    "a computed document": { type: restApi, props: { body: unknown }, path: "body" },
    "a computed kind of endpoint": {
      type: restApi,
      props: { endpointConfiguration: { types: unknown } },
      path: "endpointConfiguration.types",
    },
  },
});

const tls = 'fix: set it to "SecurityPolicy_TLS13_1_3_2025_09" with endpointAccessMode "STRICT"';
testRule(requireCurrentTlsPolicy, {
  type: "aws:apigateway/domainName:DomainName",
  violating: {
    "no policy": { props: {}, messages: [`securityPolicy: is not set; ${tls}`] },
    "an older policy": { props: { securityPolicy: "TLS_1_2" }, messages: [`securityPolicy: is "TLS_1_2"; ${tls}`] },
  },
  clean: {
    "a current policy": { props: { securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" } },
    "mutual TLS, which takes none of them": {
      props: { securityPolicy: "TLS_1_2", mutualTlsAuthentication: { truststoreUri: "s3://trust/ca.pem" } },
    },
  },
  unknown: { "a computed policy": { props: { securityPolicy: unknown }, path: "securityPolicy" } },
});

const log = "accessLogSettings.destinationArn: is not set; fix: set it to the ARN of a log group";
testRule(requireAccessLog, {
  type: "aws:apigatewayv2/stage:Stage",
  violating: {
    "an HTTP stage without a log": { props: {}, messages: [log] },
    "a REST stage without a log": { type: "aws:apigateway/stage:Stage", props: {}, messages: [log] },
  },
  clean: { "a log": { props: { accessLogSettings: { destinationArn: "arn:aws:logs:eu-central-1:1:log-group:a" } } } },
  unknown: {
    "a computed log group": {
      props: { accessLogSettings: { destinationArn: unknown } },
      path: "accessLogSettings.destinationArn",
    },
  },
});

testRule(requireTracing, {
  type: "aws:apigateway/stage:Stage",
  violating: {
    "no tracing": { props: {}, messages: ["xrayTracingEnabled: is not set; fix: set it to true"] },
    "tracing switched off": {
      props: { xrayTracingEnabled: false },
      messages: ["xrayTracingEnabled: is not true; fix: set it to true"],
    },
  },
  clean: { tracing: { props: { xrayTracingEnabled: true } } },
  unknown: { "a computed switch": { props: { xrayTracingEnabled: unknown }, path: "xrayTracingEnabled" } },
});

const validator =
  "requestValidatorId: is not set; fix: set it to the id of an aws.apigateway.RequestValidator that validates the body";
testRule(requireRequestValidation, {
  type: "aws:apigateway/method:Method",
  violating: {
    "a POST": { props: { httpMethod: "POST" }, messages: [validator] },
    "an empty validator": { props: { httpMethod: "ANY", requestValidatorId: "" }, messages: [validator] },
  },
  clean: {
    "a validator": { props: { httpMethod: "PUT", requestValidatorId: "v1" } },
    "a GET": { props: { httpMethod: "GET" } },
  },
  unknown: {
    "a computed validator": { props: { httpMethod: "POST", requestValidatorId: unknown }, path: "requestValidatorId" },
    "a computed method": { props: { httpMethod: unknown }, path: "httpMethod" },
  },
});
