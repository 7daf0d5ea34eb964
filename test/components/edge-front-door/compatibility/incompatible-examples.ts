// Arguments for every row of the table of incompatibilities, and the same with the row's way out taken literally.

import * as pulumi from "@pulumi/pulumi";
import {
  AllowedMethods,
  CachePolicy,
  ContinuousDeploymentPhase,
  cloudFrontFunction,
  type EdgeFrontDoorArgs,
  type EdgeFunction,
  EncryptionMode,
  Feature,
  grpcOrigin,
  HttpVersion,
  httpOrigin,
  lambdaAtEdge,
  OriginAccessPhase,
  OriginRequestPolicy,
  originGroup,
  PriceClass,
  type Problem,
  ReferrerPolicy,
  s3Origin,
  type TierArgs,
  ViewerTlsPolicy,
  vpcOrigin,
  WebsiteRouting,
} from "../../../../components";
import { checkTenantedFrontDoor } from "../../../../components/edge-front-door/tenants/validate-tenants";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { hostedZoneId } from "../variants";

export interface Example {
  readonly one: Feature;
  readonly other: Feature;
  /** What is wrong with the contradictory arguments. */
  readonly problems: () => Problem[];
  /** Both arguments, as the problem names them. */
  readonly path: string;
  /** What is wrong after the way out. */
  readonly wayOut: () => Problem[];
}

function frontDoor(args: Partial<EdgeFrontDoorArgs>): () => Problem[] {
  return () => checkEdgeFrontDoor("site", { origin: s3Origin(), ...args });
}

function tier(gold: TierArgs): () => Problem[] {
  return () => checkTenantedFrontDoor("stores", { tiers: { gold } });
}

function example(
  [one, other]: readonly [Feature, Feature],
  path: string,
  problems: () => Problem[],
  wayOut: () => Problem[],
): Example {
  return { one, other, path, problems, wayOut };
}

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = () => {};") });
const lambda: EdgeFunction = lambdaAtEdge({ name: "edge", code });
const light: EdgeFunction = cloudFrontFunction({ name: "light", code: "function handler(e) { return e.request; }" });

const calls = "calls.example.com";
const grpc = grpcOrigin({ domainName: calls });
const server = httpOrigin({ domainName: "api.example.com" });
const group = originGroup({ primary: server, secondary: httpOrigin({ domainName: "standby.example.com" }) });
const clientCertificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/client";
const partner = httpOrigin({ domainName: "partner.example.com", clientCertificateArn });
const internal = vpcOrigin({ domainName: "internal.example.com", existing: { vpcOriginId: "vo_1" } });
const shared = { vpcOriginId: "vo_1", ownerAccountId: "210987654321" };
const domain = { name: "www.example.com", hostedZoneId };
const anycast = { existingIpListId: "aip_1" };
const viewerMtls = { existingTrustStoreId: "ts_1" };
const deployment = { phase: ContinuousDeploymentPhase.Prepare, weightPercent: 5 };
const ipv4 = ["192.0.2.0/24"];
const noReferrer = { referrerPolicy: ReferrerPolicy.NoReferrer };
const strictReferrer = { referrerPolicy: ReferrerPolicy.StrictOriginWhenCrossOrigin };

export const EXAMPLES: readonly Example[] = [
  example(
    [Feature.Grpc, Feature.VpcOrigin],
    "behavior.grpc and origin",
    frontDoor({ origin: internal, behavior: { grpc: true } }),
    frontDoor({ origin: grpc, behavior: { grpc: true } }),
  ),
  example(
    [Feature.Grpc, Feature.OriginGroup],
    "behavior.grpc and origin",
    frontDoor({ origin: group, behavior: { grpc: true } }),
    frontDoor({ origin: grpc, behavior: { grpc: true } }),
  ),
  example(
    [Feature.Grpc, Feature.LambdaViewerTrigger],
    "origin and behavior.functions.viewerResponse",
    frontDoor({ origin: grpc, behavior: { functions: { viewerResponse: lambda } } }),
    frontDoor({ origin: grpc, behavior: { functions: { viewerResponse: light } } }),
  ),
  example(
    [Feature.Grpc, Feature.LambdaOriginTrigger],
    "origin and behavior.functions.originRequest",
    frontDoor({ origin: grpc, behavior: { functions: { originRequest: lambda } } }),
    frontDoor({ origin: grpc, behavior: { functions: { viewerRequest: light } } }),
  ),
  example(
    [Feature.Grpc, Feature.OriginShield],
    "origin and origin.originShieldRegion",
    frontDoor({ origin: grpcOrigin({ domainName: calls, originShieldRegion: "eu-west-1" }) }),
    frontDoor({ origin: grpc }),
  ),
  example(
    [Feature.Grpc, Feature.OriginMtls],
    "origin and origin.clientCertificateArn",
    frontDoor({ origin: grpcOrigin({ domainName: calls, clientCertificateArn }) }),
    frontDoor({ origin: grpc }),
  ),
  example(
    [Feature.Grpc, Feature.NoPost],
    "origin and behavior.allowedMethods",
    frontDoor({ origin: grpc, behavior: { allowedMethods: AllowedMethods.ReadAndOptions } }),
    frontDoor({ origin: grpc, behavior: { allowedMethods: AllowedMethods.All } }),
  ),
  example(
    [Feature.Grpc, Feature.ErrorPages],
    "routes[0].origin and errorPages",
    frontDoor({ routes: [{ name: "calls", pathPattern: "/calls/*", origin: grpc }], errorPages: [{ errorCode: 503 }] }),
    () => [...frontDoor({ errorPages: [{ errorCode: 503 }] })(), ...frontDoor({ origin: grpc })()],
  ),
  example(
    [Feature.Grpc, Feature.Http1Only],
    "origin and httpVersion",
    frontDoor({ origin: grpc, httpVersion: HttpVersion.Http1 }),
    frontDoor({ origin: grpc, httpVersion: HttpVersion.Http2 }),
  ),
  example(
    [Feature.VpcOrigin, Feature.LambdaOriginTrigger],
    "origin and behavior.functions.originResponse",
    frontDoor({ origin: internal, behavior: { functions: { originResponse: lambda } } }),
    frontDoor({ origin: internal, behavior: { functions: { viewerResponse: lambda } } }),
  ),
  example(
    [Feature.OriginGroup, Feature.Writes],
    "origin and behavior.allowedMethods",
    frontDoor({ origin: group, behavior: { allowedMethods: AllowedMethods.All } }),
    frontDoor({
      origin: group,
      behavior: { allowedMethods: AllowedMethods.ReadAndOptions },
      routes: [{ name: "orders", pathPattern: "/orders/*", origin: server, allowedMethods: AllowedMethods.All }],
    }),
  ),
  example(
    [Feature.OriginMtls, Feature.LambdaOriginTrigger],
    "origin.clientCertificateArn and behavior.functions.originRequest",
    frontDoor({ origin: partner, behavior: { functions: { originRequest: lambda } } }),
    frontDoor({ origin: partner, behavior: { functions: { viewerRequest: lambda } } }),
  ),
  example(
    [Feature.SignedHost, Feature.ForwardedHost],
    "origin and behavior.originRequestPolicyId",
    frontDoor({ behavior: { originRequestPolicyId: OriginRequestPolicy.AllViewer } }),
    frontDoor({
      behavior: {
        originRequestPolicyId: OriginRequestPolicy.AllViewerExceptHostHeader,
        cachePolicyId: CachePolicy.CachingDisabled,
      },
    }),
  ),
  example(
    [Feature.ViewerFunction, Feature.LambdaViewerTrigger],
    "behavior.functions.viewerRequest and behavior.functions.viewerResponse",
    frontDoor({ behavior: { functions: { viewerRequest: light, viewerResponse: lambda } } }),
    frontDoor({ behavior: { functions: { viewerRequest: light, originResponse: lambda } } }),
  ),
  example(
    [Feature.ViewerRequestRouting, Feature.ViewerRequestFunction],
    "websiteRouting and behavior.functions.viewerRequest",
    frontDoor({ websiteRouting: WebsiteRouting.SinglePageApp, behavior: { functions: { viewerRequest: light } } }),
    frontDoor({ websiteRouting: WebsiteRouting.Files, behavior: { functions: { viewerRequest: light } } }),
  ),
  example(
    [Feature.IdentityOnNewBucket, Feature.SseKms],
    "origin and encryption",
    frontDoor({
      origin: s3Origin({ originAccessPhase: OriginAccessPhase.AllowBoth }),
      encryption: EncryptionMode.SseKms,
    }),
    frontDoor({
      origin: s3Origin({ originAccessPhase: OriginAccessPhase.SwitchOrigin }),
      encryption: EncryptionMode.SseKms,
    }),
  ),
  example(
    [Feature.AnycastIpList, Feature.ReducedPriceClass],
    "anycastIpList and priceClass",
    frontDoor({ anycastIpList: anycast, ipv6: false, priceClass: PriceClass.Class100 }),
    frontDoor({ anycastIpList: anycast, ipv6: false, priceClass: PriceClass.All }),
  ),
  example([Feature.AnycastIpv4, Feature.Ipv6], "anycastIpList and ipv6", frontDoor({ anycastIpList: anycast }), () => [
    ...frontDoor({ anycastIpList: anycast, ipv6: false })(),
    ...frontDoor({ anycastIpList: { ...anycast, isDualStack: true } })(),
  ]),
  example(
    [Feature.ViewerMtls, Feature.Http3],
    "viewerMtls and httpVersion",
    frontDoor({ viewerMtls, domain }),
    frontDoor({ viewerMtls, domain, httpVersion: HttpVersion.Http2 }),
  ),
  example(
    [Feature.ContinuousDeployment, Feature.Http3],
    "continuousDeployment and httpVersion",
    frontDoor({ continuousDeployment: deployment, httpVersion: HttpVersion.Http2And3 }),
    frontDoor({ continuousDeployment: deployment, httpVersion: HttpVersion.Http2 }),
  ),
  example(
    [Feature.ContinuousDeployment, Feature.ResponseCompletionTimeout],
    "continuousDeployment and origin.responseCompletionTimeoutSeconds",
    frontDoor({
      origin: s3Origin({ responseCompletionTimeoutSeconds: 60 }),
      continuousDeployment: deployment,
      httpVersion: HttpVersion.Http2,
    }),
    frontDoor({ continuousDeployment: deployment, httpVersion: HttpVersion.Http2 }),
  ),
  example(
    [Feature.IpAllowListIpv4Only, Feature.Ipv6],
    "firewall.allowedAddresses and ipv6",
    frontDoor({ firewall: { allowedAddresses: { ipv4 } } }),
    () => [
      ...frontDoor({ firewall: { allowedAddresses: { ipv4, ipv6: ["2001:db8::/32"] } } })(),
      ...frontDoor({ firewall: { allowedAddresses: { ipv4 } }, ipv6: false })(),
    ],
  ),
  example(
    [Feature.HotlinkProtection, Feature.NoReferrer],
    "firewall.hotlinkProtection and responseHeaders.referrerPolicy",
    frontDoor({ domain, firewall: { hotlinkProtection: {} }, responseHeaders: noReferrer }),
    frontDoor({ domain, firewall: { hotlinkProtection: {} }, responseHeaders: strictReferrer }),
  ),
  example(
    [Feature.MultiTenant, Feature.Grpc],
    "tiers.gold and tiers.gold.origin",
    tier({ origin: grpc }),
    frontDoor({ origin: grpc }),
  ),
  example(
    [Feature.MultiTenant, Feature.OriginAccessIdentity],
    "tiers.gold and tiers.gold.origin",
    tier({ origin: s3Origin({ originAccessPhase: OriginAccessPhase.Oai }) }),
    tier({ origin: s3Origin({ originAccessPhase: OriginAccessPhase.Oac }) }),
  ),
  example(
    [Feature.MultiTenant, Feature.SharedVpcOrigin],
    "tiers.gold and tiers.gold.origin.existing.ownerAccountId",
    tier({ origin: vpcOrigin({ domainName: "internal.example.com", existing: shared }) }),
    tier({ origin: internal }),
  ),
  example(
    [Feature.TlsPolicy, Feature.NoCertificate],
    "minimumProtocolVersion and domain",
    frontDoor({ minimumProtocolVersion: ViewerTlsPolicy.Tls13_2025 }),
    () => [
      ...frontDoor({ minimumProtocolVersion: ViewerTlsPolicy.Tls13_2025, domain })(),
      ...frontDoor({ minimumProtocolVersion: undefined })(),
    ],
  ),
];
