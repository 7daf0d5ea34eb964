// Front doors that together reach every branch of the component, for tests that must hold for all of them.

import {
  AccessLogDestination,
  type EdgeFrontDoorArgs,
  EncryptionMode,
  ExternalDns,
  FirewallMode,
  httpOrigin,
  ManagedRuleGroup,
  RuleAction,
  s3Origin,
  ViewerTlsPolicy,
} from "../../../components";

export const hostedZoneId = "Z0123456789ABCDEFGHIJ";
export const tags = { team: "web" };

export const existingBucket = {
  bucket: "handmade",
  arn: "arn:aws:s3:::handmade",
  bucketRegionalDomainName: "handmade.s3.eu-west-1.amazonaws.com",
  region: "eu-west-1",
};

export const keyArn = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000";
export const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/handmade";
export const webAclArn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/handmade/0";

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
};
