import { ExternalDns, httpOrigin, TenantedFrontDoor } from "../../../components";

const stores = new TenantedFrontDoor("stores", {
  parameters: { store: {} },
  tiers: { standard: { origin: httpOrigin({ domainName: "{{store}}.stores.example.com" }) } },
  tenants: {
    acme: { tier: "standard", domains: ["shop.acme.example"], parameters: { store: "acme" } },
    globex: {
      tier: "standard",
      domains: ["shop.globex.example"],
      parameters: { store: "globex" },
      externalDns: ExternalDns.RecordsCreated,
    },
    initech: {
      tier: "standard",
      domains: ["shop.initech.example"],
      parameters: { store: "initech" },
      hostedZoneId: "Z0123456789ABCDEFGHIJ",
    },
  },
});

export const dnsRecords = stores.dnsRecords; // what acme and globex create
