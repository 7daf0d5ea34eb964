// API Gateway, AppSync.

import type { PropertyMap } from "../../../plan/plan";
import type { Context, StandInRule, StandInRules } from "../context";
import { cloudFrontZoneId, serviceZoneId } from "../zone-ids";

/** API Gateway's own ARNs carry no account. */
const gatewayArn = (c: Context, path: string): string => `arn:${c.partition}:apigateway:${c.region}::/${path}`;
const executionArn = (c: Context, api: string): string => c.arnOf("execute-api", api);
const host = (c: Context, api: string): string => `${api}.execute-api.${c.region}.${c.dns}`;

const lowerId =
  (length: number) =>
  (c: Context): string =>
    c.seed.lower("id", length);

const restApi = (c: Context): string => c.text("restApi") ?? c.seed.lower("api", 10);
const httpApi = (c: Context): string => c.text("apiId") ?? c.seed.lower("api", 10);

const regionalName = (c: Context): string => `d-${c.seed.lower("target", 10)}.execute-api.${c.region}.${c.dns}`;

/** Where alias records of API Gateway's custom domains point: one zone per Region. */
const zone = (c: Context): string => serviceZoneId("apigateway", c.region);

function restDomain(c: Context): PropertyMap {
  return {
    cloudfrontDomainName: `d${c.seed.lower("cf", 13)}.cloudfront.net`,
    cloudfrontZoneId: cloudFrontZoneId(c.partition),
    regionalDomainName: regionalName(c),
    regionalZoneId: zone(c),
    certificateUploadDate: "2024-01-01T00:00:00Z",
    ownershipVerificationCertificateArn: "",
    domainNameId: "",
  };
}

const stagePath = (c: Context): string => c.text("stageName") ?? c.physicalName;

export const apiRules: StandInRules = {
  "apigateway/RestApi": {
    id: lowerId(10),
    arn: (c) => gatewayArn(c, `restapis/${c.id}`),
    outputs: (c) => ({
      executionArn: executionArn(c, c.id),
      rootResourceId: c.seed.lower("root", 10),
      createdDate: "2024-01-01T00:00:00Z",
      endpointConfiguration: {
        types: ["EDGE"],
        ipAddressType: "ipv4",
        vpcEndpointIds: [],
        ...c.object("endpointConfiguration"),
      },
    }),
  },
  "apigateway/Resource": { id: lowerId(6), outputs: (c) => ({ path: `/${c.text("pathPart") ?? ""}` }) },
  "apigateway/Method": { id: (c) => `agm-${restApi(c)}-${c.text("resourceId") ?? ""}-${c.text("httpMethod") ?? ""}` },
  "apigateway/Integration": {
    id: (c) => `agi-${restApi(c)}-${c.text("resourceId") ?? ""}-${c.text("httpMethod") ?? ""}`,
  },
  "apigateway/Deployment": { id: lowerId(6) },
  "apigateway/Stage": {
    id: (c) => `ags-${restApi(c)}-${stagePath(c)}`,
    arn: (c) => gatewayArn(c, `restapis/${restApi(c)}/stages/${stagePath(c)}`),
    outputs: (c) => ({
      executionArn: executionArn(c, `${restApi(c)}/${stagePath(c)}`),
      invokeUrl: `https://${host(c, restApi(c))}/${stagePath(c)}`,
      webAclArn: "",
    }),
  },
  "apigateway/Authorizer": {
    id: lowerId(6),
    arn: (c) => gatewayArn(c, `restapis/${restApi(c)}/authorizers/${c.id}`),
  },
  "apigateway/ApiKey": {
    id: lowerId(10),
    arn: (c) => gatewayArn(c, `apikeys/${c.id}`),
    outputs: (c) => ({ value: `stand-in-${c.seed.alphanumeric("value", 31)}` }),
  },
  "apigateway/UsagePlan": { id: lowerId(6), arn: (c) => gatewayArn(c, `usageplans/${c.id}`) },
  "apigateway/VpcLink": { id: lowerId(6), arn: (c) => gatewayArn(c, `vpclinks/${c.id}`) },
  "apigateway/DomainName": {
    id: (c) => c.text("domainName") ?? c.name,
    arn: (c) => gatewayArn(c, `domainnames/${c.id}`),
    outputs: restDomain,
  },
  "apigatewayv2/Api": {
    id: lowerId(10),
    arn: (c) => gatewayArn(c, `apis/${c.id}`),
    outputs: (c) => ({
      apiEndpoint: `${c.text("protocolType") === "WEBSOCKET" ? "wss" : "https"}://${host(c, c.id)}`,
      executionArn: executionArn(c, c.id),
      ipAddressType: "ipv4",
    }),
  },
  "apigatewayv2/Stage": {
    id: (c) => c.physicalName,
    arn: (c) => gatewayArn(c, `apis/${httpApi(c)}/stages/${c.id}`),
    outputs: (c) => ({
      executionArn: executionArn(c, `${httpApi(c)}/${c.id}`),
      invokeUrl: `https://${host(c, httpApi(c))}/${c.id === "$default" ? "" : c.id}`,
    }),
  },
  "apigatewayv2/Integration": { id: lowerId(7), outputs: () => ({ integrationResponseSelectionExpression: "" }) },
  "apigatewayv2/Route": { id: lowerId(7) },
  "apigatewayv2/Authorizer": { id: lowerId(6) },
  "apigatewayv2/Deployment": { id: lowerId(6) },
  "apigatewayv2/VpcLink": { id: lowerId(6), arn: (c) => gatewayArn(c, `vpclinks/${c.id}`) },
  "apigatewayv2/DomainName": {
    id: (c) => c.text("domainName") ?? c.name,
    arn: (c) => gatewayArn(c, `domainnames/${c.id}`),
    outputs: (c) => ({
      apiMappingSelectionExpression: "$request.basepath",
      domainNameConfiguration: {
        ...c.object("domainNameConfiguration"),
        targetDomainName: regionalName(c),
        hostedZoneId: zone(c),
      },
    }),
  },
  "appsync/GraphQLApi": {
    id: lowerId(26),
    arn: (c) => c.arnOf("appsync", `apis/${c.id}`),
    outputs: (c) => ({
      uris: {
        GRAPHQL: `https://${c.id}.appsync-api.${c.region}.${c.dns}/graphql`,
        REALTIME: `wss://${c.id}.appsync-realtime-api.${c.region}.${c.dns}/graphql`,
      },
    }),
  },
} satisfies Record<string, StandInRule>;
