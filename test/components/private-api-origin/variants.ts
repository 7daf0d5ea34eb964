// Private API origins that together reach every branch of the component, for tests that must hold for all of them.

import * as pulumi from "@pulumi/pulumi";
import {
  ApiRouting,
  type EdgeFrontDoorArgs,
  ExecutionLogLevel,
  existingApi,
  FirewallMode,
  lambdaRoutes,
  openApi,
  type PrivateApi,
  type PrivateApiOriginArgs,
  VpcOriginIngress,
} from "../../../components";

export const REGION = "eu-central-1";
export const tags = { team: "orders" };
export const hostedZoneId = "Z0123456789ABCDEFGHIJ";
export const secret = "0123456789abcdef0123456789abcdef";
export const originName = "orders-origin.example.com";
export const certificateArn = `arn:aws:acm:${REGION}:123456789012:certificate/handmade`;
export const network = {
  vpcId: "vpc-1",
  internetGatewayId: "igw-1",
  subnets: [
    { id: "subnet-a", availabilityZoneId: "euc1-az1" },
    { id: "subnet-b", availabilityZoneId: "euc1-az2" },
  ],
};

export const existingEndpoint = {
  id: "vpce-1",
  securityGroupId: "sg-endpoint",
  subnetConfigurations: [
    { subnetId: "subnet-c", ipv4: "10.0.2.20" },
    { subnetId: "subnet-b", ipv4: "10.0.1.20" },
    { subnetId: "subnet-a", ipv4: "10.0.0.20" },
  ],
};

export const handmadeApi = {
  id: "a1b2c3d4e5",
  region: REGION,
  executionArn: `arn:aws:execute-api:${REGION}:123456789012:a1b2c3d4e5`,
};

export const handler = {
  arn: `arn:aws:lambda:${REGION}:123456789012:function:orders-handler`,
  name: "orders-handler",
};

export const document = { openapi: "3.0.1", info: { title: "Orders", version: "1" }, paths: { "/orders": {} } };

export const orders = (): PrivateApi => lambdaRoutes({ routes: { "ANY /{proxy+}": handler } });
const stock = (stage?: string): PrivateApi =>
  openApi({ document, stage: stage === undefined ? undefined : { name: stage } });

/** Around an API: nothing optional. `more` comes last. */
export function argsWith(more: Partial<PrivateApiOriginArgs> = {}): PrivateApiOriginArgs {
  const api = more.apis === undefined ? { api: orders() } : {};
  return {
    network,
    ...api,
    certificate: { domainName: originName, hostedZoneId },
    secretHeader: { value: pulumi.secret(secret) },
    tags,
    ...more,
  };
}

export const frontDoor: Omit<EdgeFrontDoorArgs, "origin"> = {
  domain: { name: "orders.example.com", alternativeNames: ["*.example.org"], hostedZoneId },
  firewall: { mode: FirewallMode.None },
  tags,
};

/** A function a variant: APIs and arguments belong to one component. */
export const VARIANTS: Readonly<Record<string, () => PrivateApiOriginArgs>> = {
  "an API of functions": () => argsWith(),
  "an API of a document, with everything of its stage": () =>
    argsWith({
      api: openApi({
        document,
        stage: {
          name: "prod",
          throttlingRateLimit: 10,
          throttlingBurstLimit: 5,
          cacheSizeGigabytes: 0.5,
          cacheTtlSeconds: 60,
          tracing: false,
          executionLogLevel: ExecutionLogLevel.Error,
        },
      }),
      manageAccountLogging: true,
      retentionDays: 365,
      deletionProtection: false,
    }),
  "an API made elsewhere, through an endpoint made elsewhere": () =>
    argsWith({
      network: { ...network, existingEndpoint },
      api: existingApi({ restApi: handmadeApi, stageName: "prod" }),
      certificate: { domainName: originName, existingCertificateArn: certificateArn },
    }),
  "several APIs with one stage, by path": () =>
    argsWith({
      apis: { orders: { api: orders(), pathPrefix: "/orders" }, stock: { api: stock(), pathPrefix: "/stock" } },
    }),
  "several APIs with stages of their own, by path": () =>
    argsWith({
      apis: { orders: { api: orders(), pathPrefix: "/orders" }, stock: { api: stock("v2"), pathPrefix: "/stock" } },
    }),
  "several APIs by host, behind a front door of the component": () =>
    argsWith({
      apis: {
        orders: { api: orders(), hostName: "orders.example.com" },
        stock: { api: stock(), hostName: "stock.example.org", pathPrefix: "/v1" },
      },
      frontDoor,
    }),
  "an API that CloudFront names": () => argsWith({ routing: ApiRouting.ApiIdHeader, frontDoor }),
  "several APIs that CloudFront names": () =>
    argsWith({ routing: ApiRouting.ApiIdHeader, apis: { orders: { api: orders() }, stock: { api: stock("v2") } } }),
  "an API with a domain of its own": () =>
    argsWith({
      routing: ApiRouting.CustomDomain,
      certificate: { domainName: "orders.example.com", hostedZoneId },
      frontDoor,
    }),
  "shared with others, open to CloudFront's addresses": () =>
    argsWith({
      ingress: VpcOriginIngress.PrefixList,
      shareWith: ["210987654321", "arn:aws:organizations::123456789012:ou/o-a1b2c3d4e5/ou-ab12-cd34ef56"],
      readTimeoutSeconds: 60,
    }),
};
