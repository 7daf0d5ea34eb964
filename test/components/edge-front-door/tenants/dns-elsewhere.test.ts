// Tenants whose DNS is not Route 53's: two deployments, and records by hand in between.

import { ExternalDns, httpOrigin, type TenantedFrontDoorArgs } from "../../../../components";
import { known } from "../../record-stack";
import { certificateArn, hostedZoneId } from "../variants";
import { buildTenanted, distributionTenant } from "./build";
import { domain, tenantZoneId } from "./variants";

const tiers = { only: { origin: httpOrigin({ domainName: "stores.example.com" }) } };
const endpoint = "stores-connection-group-default.cloudfront.net";

async function build(args: Omit<TenantedFrontDoorArgs, "tiers">) {
  const front = await buildTenanted({ tiers, ...args });
  return {
    tenants: front.namesOf(distributionTenant),
    records: front.namesOf("aws:route53/record:Record"),
    dnsRecords: await known(front.stores.dnsRecords),
    tenantUrls: await known(front.stores.tenantUrls),
    validationRecords: await known(front.stores.validationRecords),
  };
}

describe("a tenant with a certificate of CloudFront's", () => {
  const domains = ["acme.example", "www.acme.example"];
  const dnsRecords = [
    { name: "acme.example", type: "CNAME", value: endpoint },
    { name: "www.acme.example", type: "CNAME", value: endpoint },
  ];

  test("is not made before the records exist, and dnsRecords says which", async () => {
    expect(await build({ tenants: { acme: { tier: "only", domains } } })).toEqual({
      tenants: [],
      records: [],
      dnsRecords,
      tenantUrls: {},
      validationRecords: [],
    });
  });

  test("is made once they exist, and the records stay in dnsRecords", async () => {
    expect(
      await build({ tenants: { acme: { tier: "only", domains, externalDns: ExternalDns.RecordsCreated } } }),
    ).toEqual({
      tenants: ["stores-tenant-acme"],
      records: [],
      dnsRecords,
      tenantUrls: { acme: "https://acme.example" },
      validationRecords: [],
    });
  });

  test("holds up no other tenant", async () => {
    const { tenants } = await build({
      tenants: {
        acme: { tier: "only", domains },
        globex: { tier: "only", domains: ["globex.example"], hostedZoneId: tenantZoneId },
      },
    });
    expect(tenants).toEqual(["stores-tenant-globex"]);
  });

  test("waits for the names that are elsewhere alone: those in Route 53 get their records at once", async () => {
    const { tenants, records, dnsRecords } = await build({
      domain,
      tenants: { acme: { tier: "only", domains: ["acme.mystore.app", "acme.example"] } },
    });
    expect(tenants).toEqual([]);
    expect(records).toEqual([
      "stores-tenant-acme-a-acme.mystore.app",
      "stores-tenant-acme-aaaa-acme.mystore.app",
      "stores-validation-mystore.app",
    ]);
    expect(dnsRecords).toEqual([{ name: "acme.example", type: "CNAME", value: endpoint }]);
  });
});

test("a tenant with a certificate made elsewhere is made at once, and its record can follow", async () => {
  expect(
    await build({
      tenants: { acme: { tier: "only", domains: ["acme.example"], existingCertificateArn: certificateArn } },
    }),
  ).toMatchObject({
    tenants: ["stores-tenant-acme"],
    dnsRecords: [{ name: "acme.example", type: "CNAME", value: endpoint }],
    tenantUrls: { acme: "https://acme.example" },
  });
});

describe("a shared certificate whose domain is elsewhere", () => {
  const shared = { name: "mystore.app", alternativeNames: ["*.mystore.app"] };
  const tenants = {
    acme: { tier: "only", domains: ["acme.mystore.app"] },
    globex: { tier: "only", domains: ["globex.example"], existingCertificateArn: certificateArn },
  };
  const proof = [{ name: "_token.mystore.app.", type: "CNAME", value: "_proof.mystore.app.acm-validations.aws." }];

  test("is not issued before its records exist, so the tenants that need it wait, and they alone", async () => {
    expect(await build({ domain: shared, tenants })).toEqual({
      tenants: ["stores-tenant-globex"],
      records: [],
      dnsRecords: [
        { name: "acme.mystore.app", type: "CNAME", value: endpoint },
        { name: "globex.example", type: "CNAME", value: endpoint },
      ],
      tenantUrls: { globex: "https://globex.example" },
      validationRecords: proof,
    });
  });

  test("lets them come once they exist", async () => {
    const created = { ...shared, externalDns: ExternalDns.RecordsCreated };
    expect(await build({ domain: created, tenants })).toMatchObject({
      tenants: ["stores-tenant-acme", "stores-tenant-globex"],
      tenantUrls: { acme: "https://acme.mystore.app", globex: "https://globex.example" },
      validationRecords: proof,
    });
  });
});

test("with everything in Route 53 nothing is left to do by hand", async () => {
  expect(
    await build({
      domain: { ...domain, hostedZoneId },
      tenants: { acme: { tier: "only", domains: ["acme.mystore.app"] } },
    }),
  ).toMatchObject({ dnsRecords: [], validationRecords: [] });
});
