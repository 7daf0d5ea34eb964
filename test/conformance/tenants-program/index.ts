// Stores in three tiers. One of their tenants is in the tier that the test names. What AWS would compute is kept out of it: the simulated
// provider computes nothing but ids.

import { AccessLogDestination, FirewallMode, httpOrigin, TenantedFrontDoor } from "../../../components";

const account = "arn:aws:acm:us-east-1:123456789012";
const origin = httpOrigin({ domainName: "{{store}}.stores.example.com" });
const tier = (webAcl: string) => ({
  origin,
  firewall: {
    mode: FirewallMode.Existing,
    existingWebAclArn: `arn:aws:wafv2:us-east-1:123456789012:global/webacl/${webAcl}/0`,
  },
});

const stores = new TenantedFrontDoor("stores", {
  domain: {
    name: "mystore.app",
    alternativeNames: ["*.mystore.app"],
    hostedZoneId: "Z0123456789ABCDEFGHIJ",
    existingCertificateArn: `${account}:certificate/00000000-0000-4000-8000-000000000000`,
  },
  parameters: { store: {} },
  tiers: { bronze: tier("bronze"), silver: tier("silver") },
  tenants: {
    acme: {
      tier: process.env.TIER_OF_ACME ?? "bronze",
      domains: ["acme.mystore.app"],
      parameters: { store: "acme" },
    },
    globex: { tier: "silver", domains: ["globex.mystore.app"], parameters: { store: "globex" } },
  },
  logging: { accessLogs: AccessLogDestination.None },
});

export const tenantUrls = stores.tenantUrls;
