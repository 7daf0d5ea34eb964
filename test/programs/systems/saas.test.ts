import type { TenantArgs } from "../../../components";
import { deploySaas } from "../../../programs/systems/saas";
import { known, recordStack } from "../../components/record-stack";

const settings = {
  domainName: "mystore.app",
  hostedZoneId: "Z0123456789ABCDEFGHIJ",
  storeDomainName: "stores.example.com",
  logRetentionDays: 14,
  deletionProtection: false,
  tags: {},
};

function deploy(tenants: Record<string, TenantArgs>) {
  return recordStack(() => deploySaas("stores", { ...settings, tenants }));
}

test("a merchant with DNS of its own learns which record to make, and joins when it is there", async () => {
  const { resources, outputs } = await deploy({
    acme: { tier: "bronze", domains: ["shop.acme.example"], parameters: { store: "acme" } },
  });
  expect(resources.filter(({ type }) => type.endsWith(":DistributionTenant"))).toEqual([]);
  expect(await known(outputs.dnsRecords)).toEqual([
    { name: "shop.acme.example", type: "CNAME", value: "stores-connection-group-default.cloudfront.net" },
  ]);
});

test("without merchants there are the tiers alone", async () => {
  const { resources, outputs } = await deploy({});
  expect(resources.filter(({ type }) => type.endsWith(":MultitenantDistribution"))).toHaveLength(3);
  expect(await known(outputs.tenantUrls)).toEqual({});
  expect(await known(outputs.dnsRecords)).toEqual([]);
});

test("mistakes in the settings are told by key, before anything is made", () => {
  const tenants = JSON.parse('{ "acme": { "tier": "platinum", "domain": "acme.mystore.app" } }');
  expect(() => deploySaas("stores", { ...settings, tenants })).toThrow(
    /^TenantedFrontDoor "stores": 4 invalid arguments\n {2}tenants\.acme\.domain: .*\n {2}tenants\.acme\.tier: must be one of bronze, silver, gold; got "platinum"\n {2}tenants\.acme\.domains: .*\n {2}tenants\.acme\.parameters\.store: .*$/,
  );
});
