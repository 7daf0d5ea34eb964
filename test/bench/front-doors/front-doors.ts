// Front doors with every feature that goes together with the others.

import * as pulumi from "@pulumi/pulumi";
import {
  apiGatewayOrigin,
  BucketAccess,
  ContinuousDeploymentPhase,
  cloudFrontFunction,
  EdgeFrontDoor,
  EncryptionMode,
  FirewallPreset,
  functionUrlOrigin,
  HttpVersion,
  httpOrigin,
  IpAddressType,
  keyGroup,
  keyValueStore,
  LoggedRequests,
  lambdaAtEdge,
  mediaPackageOrigin,
  OriginAccessPhase,
  originGroup,
  s3Origin,
  ViewerProtocolPolicy,
  vpcOrigin,
} from "../../../components";
import type { Surroundings } from "./surroundings";

export function createFrontDoors(count: number, surroundings: Surroundings): void {
  for (let index = 0; index < count; index++) {
    createFrontDoor(`door-${index}`, surroundings);
  }
}

function createFrontDoor(
  name: string,
  { loadBalancer, securityGroup, internetGateway, functionUrl, api }: Surroundings,
) {
  const host = `${name}.example.com`;
  const flags = keyValueStore({ name: "flags", entries: { checkout: "new" } });
  return new EdgeFrontDoor(name, {
    origin: originGroup({
      primary: s3Origin({ originShieldRegion: "eu-central-1", connectionAttempts: 1 }),
      secondary: s3Origin({ access: [BucketAccess.List] }),
      failoverStatusCodes: [403, 500],
    }),
    behavior: {
      functions: {
        viewerRequest: cloudFrontFunction({
          name: "redirects",
          code: "function handler(event) { return event.request; }",
          keyValueStore: flags,
        }),
      },
    },
    routes: [
      {
        name: "internal",
        pathPattern: "/internal/*",
        origin: vpcOrigin({
          domainName: "internal.example.com",
          endpoint: { loadBalancer, securityGroupId: securityGroup.id, internetGatewayId: internetGateway.id },
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.HttpsOnly,
      },
      { name: "render", pathPattern: "/render/*", origin: functionUrlOrigin({ functionUrl }) },
      {
        name: "orders",
        pathPattern: "/orders/*",
        origin: apiGatewayOrigin({ api, stageName: "prod", customHeaders: { "x-key": pulumi.secret("s") } }),
      },
      {
        name: "media",
        pathPattern: "/media/*",
        origin: mediaPackageOrigin({
          egressDomain: "a.mediapackagev2.eu-central-1.amazonaws.com",
          endpoint: {
            channelGroupName: "g",
            channelName: "c",
            originEndpointName: "e",
            arn: "arn:aws:mediapackagev2:eu-central-1:123456789012:channelGroup/g/channel/c/originEndpoint/e",
          },
        }),
      },
      {
        name: "downloads",
        pathPattern: "/downloads/*",
        origin: s3Origin({ access: [BucketAccess.Write] }),
        trustedKeyGroups: [
          keyGroup({
            name: "downloads",
            publicKeys: { first: "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----" },
          }),
        ],
      },
      {
        name: "partner",
        pathPattern: "/partner/*",
        origin: httpOrigin({
          domainName: "partner.example.org",
          ipAddressType: IpAddressType.DualStack,
          clientCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/client",
        }),
        functions: {
          viewerResponse: lambdaAtEdge({
            name: "headers",
            code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = 1;") }),
          }),
        },
      },
      {
        name: "old",
        pathPattern: "/old/*",
        origin: s3Origin({ originAccessPhase: OriginAccessPhase.SwitchOrigin }),
      },
    ],
    domain: {
      name: host,
      alternativeNames: [`*.${host}`, `www.${name}.example.org`],
      hostedZoneId: "Z0123456789ABCDEFGHIJ",
      alternativeHostedZoneIds: { [`www.${name}.example.org`]: "Z0123456789ABCDEFGHIK" },
    },
    httpVersion: HttpVersion.Http2,
    viewerMtls: {
      caBundle: { bucket: "trust", key: "ca.pem", region: "eu-central-1", version: "1" },
      connectionFunctionCode: "function connectionHandler(connection) { connection.allow(); }",
      keyValueStore: flags,
    },
    firewall: {
      preset: FirewallPreset.Recommended,
      hotlinkProtection: { pathPrefixes: ["/images/"] },
      allowedAddresses: { ipv4: ["10.0.0.0/8"], ipv6: ["2001:db8::/32"] },
      blockedAddresses: { ipv4: ["192.0.2.0/24"] },
      antiDdos: {},
      botControl: { pathPrefixes: ["/login"] },
      bodyInspectionKilobytes: 32,
      log: { requests: LoggedRequests.Matched },
    },
    geoRestriction: { blockedCountries: ["KP"] },
    responseHeaders: { contentSecurityPolicy: "default-src 'self'" },
    errorPages: [{ errorCode: 503, responsePagePath: "/503.html" }],
    anycastIpList: { existingIpListId: "aip_1", isDualStack: true },
    logging: { legacyAccessLogs: true, realTime: {} },
    monitoring: {
      additionalMetrics: true,
      alarms: {
        topicArns: ["arn:aws:sns:us-east-1:123456789012:operations"],
        blockedRequests: 1000,
        originLatencyMilliseconds: 3000,
      },
    },
    continuousDeployment: {
      phase: ContinuousDeploymentPhase.Active,
      weightPercent: 5,
      origin: s3Origin(),
    },
    encryption: EncryptionMode.SseKms,
    tags: { system: name },
  });
}
