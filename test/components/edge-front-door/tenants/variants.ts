// Tenanted front doors that together reach every branch of the component, for tests that must hold for all of them.

import {
  AccessLogDestination,
  EncryptionMode,
  ExternalDns,
  FirewallMode,
  FirewallPreset,
  httpOrigin,
  originGroup,
  s3Origin,
  TenantCertificate,
  type TenantedFrontDoorArgs,
  type TierArgs,
  ViewerTlsPolicy,
  WebsiteRouting,
} from "../../../../components";
import { certificateArn, existingBucket, hostedZoneId, keyArn, tags, webAclArn } from "../variants";

export const domain = { name: "mystore.app", alternativeNames: ["*.mystore.app"], hostedZoneId };
export const tenantZoneId = "Z0987654321TENANT";

/** Three tiers that ask each merchant's own server. */
export function threeTiers(): Record<string, TierArgs> {
  const origin = httpOrigin({ domainName: "{{store}}.stores.example.com" });
  return {
    bronze: { origin },
    silver: { origin, firewall: { preset: FirewallPreset.Recommended } },
    gold: {
      origin: httpOrigin({ domainName: "{{store}}.stores.example.com", originShieldRegion: "eu-central-1" }),
      firewall: { antiDdos: {} },
    },
  };
}

/** A function a variant: origins and arguments belong to one front door. */
export const TENANTED_VARIANTS: Readonly<Record<string, () => TenantedFrontDoorArgs>> = {
  "three tiers under one domain": () => ({
    domain,
    parameters: { store: { comment: "label of the merchant's server" } },
    tiers: threeTiers(),
    tenants: {
      acme: {
        tier: "gold",
        domains: ["acme.mystore.app", "acme.example"],
        existingCertificateArn: certificateArn,
        hostedZoneId: tenantZoneId,
        parameters: { store: "acme" },
        webAclArn,
        geoRestriction: { allowedCountries: ["DE", "AT"] },
      },
      globex: { tier: "silver", domains: ["globex.mystore.app"], parameters: { store: "globex" } },
      initech: { tier: "bronze", domains: ["initech.mystore.app"], parameters: { store: "initech" } },
    },
    tags,
  }),
  "a tier alone, without tenants": () => ({ tiers: { only: { origin: s3Origin() } }, tags }),
  "one bucket for two tiers, encrypted": () => {
    const origin = s3Origin({ originPath: "/{{folder}}" });
    return {
      domain: { ...domain, existingCertificateArn: certificateArn },
      minimumProtocolVersion: ViewerTlsPolicy.Tls13_2025,
      parameters: { folder: { defaultValue: "common" } },
      tiers: {
        free: { origin, websiteRouting: WebsiteRouting.SinglePageApp },
        paid: {
          origin,
          websiteRouting: WebsiteRouting.SinglePageApp,
          routes: [{ name: "media", pathPattern: "/media/*", origin: s3Origin() }],
          responseHeaders: { contentSecurityPolicy: "default-src 'self'" },
        },
      },
      tenants: { acme: { tier: "free", domains: ["acme.mystore.app"], enabled: false } },
      encryption: EncryptionMode.SseKms,
      tags,
    };
  },
  "certificates of CloudFront's for tenants with zones of their own": () => ({
    tiers: { only: { origin: httpOrigin({ domainName: "stores.example.com" }) } },
    tenants: {
      acme: { tier: "only", domains: ["acme.example", "www.acme.example"], hostedZoneId: tenantZoneId },
      globex: { tier: "only", domains: ["globex.example"], certificate: TenantCertificate.Managed },
      initech: { tier: "only", domains: ["initech.example"], externalDns: ExternalDns.RecordsCreated },
    },
    connectionGroups: { eu: {}, fixed: { ipv6: false, anycastIpListId: "acl_0123456789" } },
    tags,
  }),
  "the shared domain's DNS elsewhere, before the records exist": () => ({
    domain: { name: "mystore.app", alternativeNames: ["*.mystore.app"] },
    tiers: { only: { origin: httpOrigin({ domainName: "stores.example.com" }) } },
    tenants: { acme: { tier: "only", domains: ["acme.mystore.app"] } },
    tags,
  }),
  "everything made elsewhere": () => ({
    domain: { ...domain, existingCertificateArn: certificateArn },
    tiers: {
      only: {
        origin: originGroup({
          primary: s3Origin({ existingBucket, manageBucketPolicy: false }),
          secondary: httpOrigin({ domainName: "fallback.example.com" }),
        }),
        firewall: { mode: FirewallMode.Existing, existingWebAclArn: webAclArn },
      },
    },
    encryptionKeyArn: keyArn,
    tags,
  }),
  "a log group, no protection": () => ({
    tiers: { only: { origin: s3Origin({ existingBucket }) } },
    logging: { accessLogs: AccessLogDestination.LogGroup, retentionDays: 14 },
    deletionProtection: false,
    tags,
  }),
  "no firewall and no logs": () => ({
    tiers: { only: { origin: s3Origin(), firewall: { mode: FirewallMode.None } } },
    logging: { accessLogs: AccessLogDestination.None },
    tags,
  }),
};
