import { disableDefaultEndpoint } from "../../../../policy/rules/apigateway/disable-default-endpoint";
import { requireClientCertificate } from "../../../../policy/rules/apigateway/require-client-certificate";
import { requireExecutionLog } from "../../../../policy/rules/apigateway/require-execution-log";
import { requireStageWaf } from "../../../../policy/rules/apigateway/require-waf";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";

const restApi = (props: object = {}): Example => ({
  type: "aws:apigateway/restApi:RestApi",
  name: "api",
  props: { ...props },
});
const stage = (props: object = {}): Example => ({
  type: "aws:apigateway/stage:Stage",
  name: "stage",
  props: { restApi: unknown, stageName: "live", ...props },
  sources: { restApi: ["api"] },
});
const privateApi = restApi({ endpointConfiguration: { types: "PRIVATE" } });

const association: Example = {
  type: "aws:wafv2/webAclAssociation:WebAclAssociation",
  name: "association",
  props: { resourceArn: unknown },
  sources: { resourceArn: ["stage"] },
};
const noAcl = "(resource): has no web ACL; fix: create an aws.wafv2.WebAclAssociation for it";

testJoin(requireStageWaf, {
  violating: {
    "a stage without a web ACL": { stack: [restApi(), stage()], messages: { stage: [noAcl] } },
    "a web ACL of something else": {
      stack: [restApi(), stage(), { ...association, sources: { resourceArn: ["api"] } }],
      messages: { stage: [noAcl] },
    },
  },
  clean: {
    "a web ACL": [restApi(), stage(), association],
    "a web ACL by ARN": [
      stage({ arn: "arn:aws:apigateway:eu-central-1::/restapis/a1/stages/live" }),
      {
        ...association,
        props: { resourceArn: "arn:aws:apigateway:eu-central-1::/restapis/a1/stages/live" },
        sources: {},
      },
    ],
    "a private API": [privateApi, stage()],
  },
  unknown: {},
});

const settings = (
  loggingLevel: unknown,
  props: object = {},
  sources: Example["sources"] = { stageName: ["stage"] },
): Example => ({
  type: "aws:apigateway/methodSettings:MethodSettings",
  name: "settings",
  props: { restApi: unknown, stageName: unknown, methodPath: "*/*", settings: { loggingLevel }, ...props },
  sources,
});
const webSocket: Example = { type: "aws:apigatewayv2/api:Api", name: "socket", props: { protocolType: "WEBSOCKET" } };
const socketStage = (defaultRouteSettings: unknown): Example => ({
  type: "aws:apigatewayv2/stage:Stage",
  name: "socket-stage",
  props: { apiId: unknown, defaultRouteSettings },
  sources: { apiId: ["socket"] },
});
const level = "fix: set it to ERROR, which logs no more than what failed";
const noLog = '(resource): has no execution log; fix: create an aws.apigateway.MethodSettings for it and "*/*"';

testJoin(requireExecutionLog, {
  violating: {
    "a stage without settings": { stack: [restApi(), stage()], messages: { stage: [noLog] } },
    "a level of OFF": {
      stack: [stage(), settings("OFF")],
      messages: { settings: [`settings.loggingLevel: is "OFF"; ${level}`] },
    },
    "settings of one path": {
      stack: [stage(), settings("ERROR", { methodPath: "orders/GET" })],
      messages: { stage: [noLog] },
    },
    "a WebSocket stage": {
      stack: [webSocket, socketStage(undefined)],
      messages: { "socket-stage": [`defaultRouteSettings.loggingLevel: is not set; ${level}`] },
    },
  },
  clean: {
    "errors by the stage": [restApi(), stage(), settings("ERROR")],
    "errors by the stage's name": [restApi(), stage(), settings("INFO", { stageName: "live" }, { restApi: ["api"] })],
    "a WebSocket stage that logs": [webSocket, socketStage({ loggingLevel: "INFO" })],
  },
  unknown: {
    "a computed level": { stack: [stage(), settings(unknown)], undecided: "settings:settings.loggingLevel" },
  },
});

const integration = (type: string): Example => ({
  type: "aws:apigateway/integration:Integration",
  name: "integration",
  props: { restApi: unknown, type },
  sources: { restApi: ["api"] },
});
const certificate = "clientCertificateId: is not set; fix: set it to the id of an aws.apigateway.ClientCertificate";

testJoin(requireClientCertificate, {
  violating: {
    "an API that calls a server": {
      stack: [restApi(), integration("HTTP_PROXY"), stage()],
      messages: { stage: [certificate] },
    },
    "an empty certificate": {
      stack: [restApi(), integration("HTTP"), stage({ clientCertificateId: "" })],
      messages: { stage: [certificate] },
    },
  },
  clean: {
    "a certificate": [restApi(), integration("HTTP"), stage({ clientCertificateId: "c1" })],
    "functions alone": [restApi(), integration("AWS_PROXY"), stage()],
  },
  unknown: {
    "a computed certificate": {
      stack: [restApi(), integration("HTTP"), stage({ clientCertificateId: unknown })],
      undecided: "stage:clientCertificateId",
    },
  },
});

const mapping: Example = {
  type: "aws:apigateway/basePathMapping:BasePathMapping",
  name: "mapping",
  props: { restApi: unknown },
  sources: { restApi: ["api"] },
};
const httpMapping: Example = {
  type: "aws:apigatewayv2/apiMapping:ApiMapping",
  name: "mapping",
  props: { apiId: "a1" },
};
const httpApi: Example = { type: "aws:apigatewayv2/api:Api", name: "http", props: { id: "a1", protocolType: "HTTP" } };

testJoin(disableDefaultEndpoint, {
  violating: {
    "a domain name beside the default one": {
      stack: [restApi(), mapping],
      messages: { api: ["disableExecuteApiEndpoint: is not set; fix: set it to true"] },
    },
    "a mapped HTTP API": {
      stack: [httpApi, httpMapping],
      messages: { http: ["disableExecuteApiEndpoint: is not set; fix: set it to true"] },
    },
  },
  clean: {
    "the default one off": [restApi({ disableExecuteApiEndpoint: true }), mapping],
    "no domain name": [restApi()],
    "a private API": [privateApi, mapping],
  },
  unknown: {
    "a computed switch": {
      stack: [restApi({ disableExecuteApiEndpoint: unknown }), mapping],
      undecided: "api:disableExecuteApiEndpoint",
    },
  },
});
