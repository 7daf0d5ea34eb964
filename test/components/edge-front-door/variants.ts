// Front doors that together reach every branch of the component, for tests that must hold for all of them.

import {
  AccessLogDestination,
  ContinuousDeploymentPhase,
  type EdgeFrontDoorArgs,
  EncryptionMode,
  ExternalDns,
  existingCloudFrontFunction,
  existingKeyGroup,
  existingKeyValueStore,
  existingLambdaAtEdge,
  FirewallMode,
  HttpVersion,
  httpOrigin,
  ManagedRuleGroup,
  OriginAccessPhase,
  RuleAction,
  s3Origin,
  ViewerTlsPolicy,
  WebsiteRouting,
} from "../../../components";
import { everyFeature } from "./every-feature";
import { certificateArn, existingBucket, hostedZoneId, keyArn, tags, topicArns, webAclArn } from "./made-elsewhere";
import { SERVER_VARIANTS } from "./server-variants";

export * from "./made-elsewhere";

/** A function a variant: origins and arguments belong to one front door. */
export const VARIANTS: Readonly<Record<string, () => EdgeFrontDoorArgs>> = {
  "a website with a domain": () => ({ origin: s3Origin(), domain: { name: "www.example.com", hostedZoneId }, tags }),
  "a website without a domain": () => ({ origin: s3Origin(), tags }),
  "an API alone": () => ({ origin: httpOrigin({ domainName: "api.example.com" }), tags }),
  "everything at once": () => ({
    origin: s3Origin({ originPath: "/current", noncurrentVersionRetentionDays: 7 }),
    domain: { name: "example.com", alternativeNames: ["*.example.com", "www.example.org"], hostedZoneId },
    routes: [
      {
        name: "api",
        pathPattern: "/api/*",
        origin: httpOrigin({ domainName: "api.example.com", originPath: "/prod" }),
      },
      { name: "media", pathPattern: "/media/*", origin: s3Origin() },
    ],
    minimumProtocolVersion: ViewerTlsPolicy.Tls13_2025,
    firewall: {
      ruleGroups: Object.values(ManagedRuleGroup),
      ruleOverrides: { [ManagedRuleGroup.Core]: { SizeRestrictions_BODY: RuleAction.Count } },
    },
    logging: { retentionDays: 365 },
    encryption: EncryptionMode.SseKms,
    tags,
  }),
  "DNS elsewhere, before the records exist": () => ({
    origin: s3Origin(),
    domain: { name: "example.com", alternativeNames: ["*.example.com"] },
    tags,
  }),
  "DNS elsewhere, with the records": () => ({
    origin: s3Origin(),
    domain: { name: "example.com", externalDns: ExternalDns.RecordsCreated },
    tags,
  }),
  "everything made elsewhere": () => ({
    origin: s3Origin({ existingBucket, manageBucketPolicy: false }),
    domain: { name: "www.example.com", hostedZoneId, existingCertificateArn: certificateArn },
    firewall: { mode: FirewallMode.Existing, existingWebAclArn: webAclArn },
    encryptionKeyArn: keyArn,
    tags,
  }),
  "an existing bucket, a log group, no protection": () => ({
    origin: s3Origin({ existingBucket }),
    logging: { accessLogs: AccessLogDestination.LogGroup },
    deletionProtection: false,
    tags,
  }),
  "no firewall and no logs": () => ({
    origin: s3Origin(),
    firewall: { mode: FirewallMode.None },
    logging: { accessLogs: AccessLogDestination.None },
    tags,
  }),
  "every feature on": everyFeature,
  ...SERVER_VARIANTS,
  "buckets on their way from an identity": () => ({
    origin: s3Origin({ originAccessPhase: OriginAccessPhase.Oai }),
    routes: [
      { name: "both", pathPattern: "/both/*", origin: s3Origin({ originAccessPhase: OriginAccessPhase.AllowBoth }) },
      {
        name: "switch",
        pathPattern: "/switch/*",
        origin: s3Origin({
          originAccessPhase: OriginAccessPhase.SwitchOrigin,
          originAccessIdentity: {
            cloudfrontAccessIdentityPath: "origin-access-identity/cloudfront/E1",
            iamArn: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1",
          },
        }),
      },
    ],
    tags,
  }),
  "a single-page app at fixed addresses": () => ({
    origin: s3Origin(),
    websiteRouting: WebsiteRouting.SinglePageApp,
    ipv6: false,
    anycastIpList: { createWithIpCount: 3 },
    geoRestriction: { allowedCountries: ["DE", "AT"] },
    logging: { legacyAccessLogs: true, accessLogs: AccessLogDestination.None },
    tags,
  }),
  "parts made elsewhere": () => ({
    origin: s3Origin(),
    websiteRouting: WebsiteRouting.IndexDocuments,
    behavior: {
      functions: {
        viewerResponse: existingCloudFrontFunction("arn:aws:cloudfront::123456789012:function/handmade"),
        originRequest: existingLambdaAtEdge("arn:aws:lambda:us-east-1:123456789012:function:handmade:7"),
      },
      trustedKeyGroups: [existingKeyGroup("group-1")],
    },
    responseHeadersPolicyId: "own-policy",
    httpVersion: HttpVersion.Http2,
    viewerMtls: {
      existingTrustStoreId: "ts-1",
      connectionFunctionCode: "function connectionHandler(connection) { connection.deny(); }",
      keyValueStore: existingKeyValueStore("arn:aws:cloudfront::123456789012:key-value-store/handmade"),
    },
    logging: { realTime: { existingStreamArn: "arn:aws:kinesis:eu-west-1:123456789012:stream/handmade" } },
    monitoring: { alarms: { topicArns, clientErrorPercent: 0 } },
    tags,
  }),
  "a staging distribution that was tried": () => ({
    origin: s3Origin(),
    httpVersion: HttpVersion.Http2,
    continuousDeployment: {
      phase: ContinuousDeploymentPhase.Detach,
      header: { name: "aws-cf-cd-try", value: "1" },
      routes: [{ name: "media", pathPattern: "/media/*", origin: s3Origin() }],
    },
    tags,
  }),
};
