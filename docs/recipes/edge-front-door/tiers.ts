import { FirewallPreset, httpOrigin, TenantedFrontDoor } from "../../../components";

const server = httpOrigin({ domainName: "{{store}}.stores.example.com" });

const stores = new TenantedFrontDoor("stores", {
  domain: { name: "mystore.app", alternativeNames: ["*.mystore.app"], hostedZoneId: "Z0123456789ABCDEFGHIJ" },
  parameters: { store: {} },
  tiers: {
    bronze: { origin: server },
    silver: { origin: server, firewall: { preset: FirewallPreset.Recommended } },
    gold: {
      origin: httpOrigin({ domainName: "{{store}}.stores.example.com", originShieldRegion: "eu-central-1" }),
      firewall: { preset: FirewallPreset.Recommended, antiDdos: {}, botControl: {} },
    },
  },
  tenants: {
    acme: { tier: "bronze", domains: ["acme.mystore.app"], parameters: { store: "acme" } },
    globex: { tier: "silver", domains: ["globex.mystore.app"], parameters: { store: "globex" } },
    initech: { tier: "gold", domains: ["initech.mystore.app"], parameters: { store: "initech" } },
  },
});

export const tenantUrls = stores.tenantUrls;
