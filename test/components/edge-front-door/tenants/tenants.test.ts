// One customer: domains, certificate, parameters, and what differs from the tier.

import { httpOrigin, type TenantArgs, TenantCertificate } from "../../../../components";
import { find } from "../../record-stack";
import { certificateArn, hostedZoneId, webAclArn } from "../variants";
import { buildTenanted, distributionTenant, tenantedVariant } from "./build";
import { domain, tenantZoneId } from "./variants";

const tiers = { only: { origin: httpOrigin({ domainName: "stores.example.com" }) } };

/** The one tenant of a front door, and what it was made with. */
async function tenantOf(tenant: Omit<TenantArgs, "tier">) {
  const front = await buildTenanted({ domain, tiers, tenants: { acme: { tier: "only", ...tenant } } });
  return { ...front, acme: find(front.resources, "stores-tenant-acme") };
}

test("a name below the front door's has the shared certificate, and says nothing of one", async () => {
  const { acme } = await tenantOf({ domains: ["acme.mystore.app"] });
  expect(acme.inputs).toEqual({
    distributionId: "stores-only-distribution-id",
    connectionGroupId: "stores-connection-group-default-id",
    domains: [{ domain: "acme.mystore.app" }],
    enabled: true,
  });
});

test("each tenant is in its tier, with its own parameters and what it has in place of the tier's", async () => {
  const { inputsOf, namesOf } = await buildTenanted(tenantedVariant("three tiers under one domain"));
  expect(namesOf(distributionTenant)).toEqual(["stores-tenant-acme", "stores-tenant-globex", "stores-tenant-initech"]);
  expect(inputsOf("stores-tenant-acme")).toEqual({
    distributionId: "stores-gold-distribution-id",
    connectionGroupId: "stores-connection-group-default-id",
    domains: [{ domain: "acme.mystore.app" }, { domain: "acme.example" }],
    parameters: [{ name: "store", value: "acme" }],
    customizations: {
      certificate: { arn: certificateArn },
      webAcl: { action: "override", arn: webAclArn },
      geoRestriction: { restrictionType: "whitelist", locations: ["AT", "DE"] },
    },
    enabled: true,
    tags: { team: "web" },
  });
  expect(inputsOf("stores-tenant-globex")).toMatchObject({
    distributionId: "stores-silver-distribution-id",
    parameters: [{ name: "store", value: "globex" }],
  });
  expect(inputsOf("stores-tenant-globex")).not.toHaveProperty("customizations");
});

test("a parameter whose value is undefined is left to its default", async () => {
  const { inputsOf } = await buildTenanted({
    domain,
    parameters: { store: { defaultValue: "common" }, edition: { defaultValue: "1" } },
    tiers,
    tenants: {
      acme: { tier: "only", domains: ["acme.mystore.app"], parameters: { edition: "2" } },
      globex: { tier: "only", domains: ["globex.mystore.app"], parameters: Object({ store: undefined }) },
    },
  });
  expect(inputsOf("stores-tenant-acme").parameters).toEqual([{ name: "edition", value: "2" }]);
  expect(inputsOf("stores-tenant-globex")).not.toHaveProperty("parameters");
});

test("a domain of the tenant's own gets a certificate of CloudFront's, requested for its first name", async () => {
  const { acme } = await tenantOf({ domains: ["acme.example", "www.acme.example"], hostedZoneId: tenantZoneId });
  expect(acme.inputs).toMatchObject({
    managedCertificateRequest: { primaryDomainName: "acme.example", validationTokenHost: "cloudfront" },
  });
  expect(acme.inputs).not.toHaveProperty("customizations");
});

test("a certificate made elsewhere is used as it is, and none is requested", async () => {
  const { acme } = await tenantOf({
    domains: ["acme.example"],
    certificate: TenantCertificate.Existing,
    existingCertificateArn: certificateArn,
  });
  expect(acme.inputs.customizations).toEqual({ certificate: { arn: certificateArn } });
  expect(acme.inputs).not.toHaveProperty("managedCertificateRequest");
});

test("a web ACL or countries of the tenant's own override the tier's, each by itself", async () => {
  const domains = ["acme.mystore.app"];
  expect((await tenantOf({ domains, webAclArn })).acme.inputs.customizations).toEqual({
    webAcl: { action: "override", arn: webAclArn },
  });
  expect(
    (await tenantOf({ domains, geoRestriction: { blockedCountries: ["US"] } })).acme.inputs.customizations,
  ).toEqual({ geoRestriction: { restrictionType: "blacklist", locations: ["US"] } });
});

test("a tenant that is switched off exists, with its records", async () => {
  const { acme, namesOf } = await tenantOf({ domains: ["acme.mystore.app"], enabled: false });
  expect(acme.inputs.enabled).toBe(false);
  expect(namesOf("aws:route53/record:Record")).toContain("stores-tenant-acme-a-acme.mystore.app");
});

describe("DNS in Route 53", () => {
  test("has alias records in the zone of the front door for names below it, else in the tenant's", async () => {
    const { inputsOf } = await tenantOf({
      domains: ["acme.mystore.app", "mystore.app", "*.acme.example"],
      existingCertificateArn: certificateArn,
      hostedZoneId: tenantZoneId,
    });
    const alias = { name: "stores-connection-group-default.cloudfront.net", zoneId: "Z2FDTNDATAQYW2" };
    for (const [name, zoneId, role] of [
      ["acme.mystore.app", hostedZoneId, "acme.mystore.app"],
      ["mystore.app", hostedZoneId, "mystore.app"],
      ["*.acme.example", tenantZoneId, "wildcard.acme.example"],
    ] as const) {
      for (const type of ["A", "AAAA"]) {
        expect(inputsOf(`stores-tenant-acme-${type.toLowerCase()}-${role}`)).toEqual({
          zoneId,
          name,
          type,
          aliases: [{ ...alias, evaluateTargetHealth: false }],
        });
      }
    }
  });

  test("takes a zone of its own for a name of the front door that has one", async () => {
    const { inputsOf } = await buildTenanted({
      domain: {
        name: "mystore.app",
        alternativeNames: ["*.mystore.app", "*.mystore.example"],
        hostedZoneId,
        alternativeHostedZoneIds: { "*.mystore.example": tenantZoneId },
      },
      tiers,
      tenants: { acme: { tier: "only", domains: ["acme.mystore.app", "acme.mystore.example"] } },
    });
    expect(inputsOf("stores-tenant-acme-a-acme.mystore.app").zoneId).toBe(hostedZoneId);
    expect(inputsOf("stores-tenant-acme-a-acme.mystore.example").zoneId).toBe(tenantZoneId);
  });

  test("is written before a tenant whose certificate is proved there, and before every other one, too", async () => {
    const managed = await tenantOf({ domains: ["acme.example"], hostedZoneId: tenantZoneId });
    expect(managed.acme.dependencies).toEqual(
      expect.arrayContaining(["stores-tenant-acme-a-acme.example", "stores-tenant-acme-aaaa-acme.example"]),
    );
    const shared = await tenantOf({ domains: ["acme.mystore.app"] });
    expect(shared.acme.dependencies).toContain("stores-tenant-acme-a-acme.mystore.app");
  });

  test("never takes a zone of the tenant's for a name below the front door's, whose DNS is elsewhere", async () => {
    const { namesOf } = await buildTenanted({
      domain: { name: "mystore.app", alternativeNames: ["*.mystore.app"], existingCertificateArn: certificateArn },
      tiers,
      tenants: {
        acme: {
          tier: "only",
          domains: ["acme.mystore.app", "acme.example"],
          existingCertificateArn: certificateArn,
          hostedZoneId: tenantZoneId,
        },
      },
    });
    expect(namesOf("aws:route53/record:Record")).toEqual([
      "stores-tenant-acme-a-acme.example",
      "stores-tenant-acme-aaaa-acme.example",
    ]);
  });
});

test("moving to another tier deletes the tenant before it is made anew", async () => {
  const { acme } = await tenantOf({ domains: ["acme.mystore.app"] });
  expect(acme.deleteBeforeReplace).toBe(true);
  expect(acme.replaceOnChanges).toEqual(["distributionId", "name"]);
});
