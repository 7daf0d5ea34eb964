// One front door with as many features as go together.

import * as pulumi from "@pulumi/pulumi";
import {
  BucketAccess,
  ContinuousDeploymentPhase,
  cloudFrontFunction,
  type EdgeFrontDoorArgs,
  EncryptionMode,
  FirewallPreset,
  FrameOption,
  HttpVersion,
  httpOrigin,
  keyGroup,
  keyValueStore,
  LoggedRequests,
  lambdaAtEdge,
  originGroup,
  RuleAction,
  s3Origin,
  ViewerTlsPolicy,
} from "../../../components";
import { caBundle, hostedZoneId, tags, topicArns } from "./made-elsewhere";

const CODE = "function handler(event) { return event.request; }";
const PEM = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----";

export function everyFeature(): EdgeFrontDoorArgs {
  const flags = keyValueStore({ name: "flags", entries: { beta: "on" } });
  const redirects = cloudFrontFunction({ name: "redirects", code: CODE, keyValueStore: flags });
  return {
    origin: originGroup({
      primary: s3Origin({ originShieldRegion: "eu-central-1", connectionAttempts: 1 }),
      secondary: s3Origin({ access: [BucketAccess.List] }),
      failoverStatusCodes: [403, 500],
    }),
    behavior: { functions: { viewerRequest: redirects } },
    routes: [
      {
        name: "downloads",
        pathPattern: "/downloads/*",
        origin: s3Origin({ access: [BucketAccess.Write, BucketAccess.Delete] }),
        trustedKeyGroups: [keyGroup({ name: "downloads", publicKeys: { first: PEM, second: PEM } })],
      },
      {
        name: "edge",
        pathPattern: "/edge/*",
        origin: httpOrigin({ domainName: "edge.example.com", customHeaders: { "x-key": pulumi.secret("s3cr3t") } }),
        functions: {
          viewerResponse: lambdaAtEdge({
            name: "headers",
            code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = 0") }),
          }),
        },
      },
    ],
    domain: {
      name: "example.com",
      alternativeNames: ["*.example.com", "www.example.org"],
      hostedZoneId,
      alternativeHostedZoneIds: { "www.example.org": "Z0000000000000000OTHER" },
    },
    minimumProtocolVersion: ViewerTlsPolicy.Tls12_2021,
    httpVersion: HttpVersion.Http2,
    viewerMtls: {
      caBundle,
      connectionFunctionCode: "function connectionHandler(connection) { connection.allow(); }",
      keyValueStore: flags,
    },
    firewall: {
      preset: FirewallPreset.Recommended,
      allowedAddresses: { ipv4: ["10.0.0.0/8"], ipv6: ["2001:db8::/32"] },
      blockedAddresses: { ipv4: ["192.0.2.0/24"] },
      rateLimits: [{ name: "logins", limit: 100, pathPrefix: "/login", action: RuleAction.Captcha }],
      hotlinkProtection: { pathPrefixes: ["/images/"] },
      antiDdos: {},
      botControl: { pathPrefixes: ["/login"] },
      bodyInspectionKilobytes: 32,
      log: { requests: LoggedRequests.Matched },
    },
    geoRestriction: { blockedCountries: ["KP"] },
    responseHeaders: { contentSecurityPolicy: "default-src 'self'", frameOption: FrameOption.Deny },
    errorPages: [{ errorCode: 503, responsePagePath: "/503.html" }],
    anycastIpList: { existingIpListId: "aip_1", isDualStack: true },
    logging: { legacyAccessLogs: true, realTime: {} },
    monitoring: {
      additionalMetrics: true,
      alarms: { topicArns, blockedRequests: 1_000, originLatencyMilliseconds: 3_000 },
    },
    continuousDeployment: { phase: ContinuousDeploymentPhase.Active, weightPercent: 5, origin: s3Origin() },
    encryption: EncryptionMode.SseKms,
    tags,
  };
}
