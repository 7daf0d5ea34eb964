// Where tenants' domains lead.

import { httpOrigin } from "../../../../components";
import { known } from "../../record-stack";
import { certificateArn } from "../variants";
import { buildTenanted } from "./build";
import { tenantZoneId } from "./variants";

const group = "aws:cloudfront/connectionGroup:ConnectionGroup";
const tiers = { only: { origin: httpOrigin({ domainName: "stores.example.com" }) } };
const acme = { tier: "only", domains: ["acme.example"], existingCertificateArn: certificateArn };

test("one for all tenants, with IPv6, unless there is more to say", async () => {
  const { stores, inputsOf, namesOf } = await buildTenanted({ tiers, tenants: { acme } });
  expect(namesOf(group)).toEqual(["stores-connection-group-default"]);
  expect(inputsOf("stores-connection-group-default")).toEqual({ enabled: true, ipv6Enabled: true });
  expect(await known(stores.routingEndpoints)).toEqual({ default: "stores-connection-group-default.cloudfront.net" });
});

describe("two groups, one with fixed addresses", () => {
  let front: Awaited<ReturnType<typeof buildTenanted>>;

  beforeAll(async () => {
    front = await buildTenanted({
      tiers,
      connectionGroups: { usual: {}, fixed: { ipv6: false, anycastIpListId: "acl_0123456789" } },
      tenants: {
        acme: { ...acme, hostedZoneId: tenantZoneId },
        globex: { ...acme, domains: ["globex.example"], hostedZoneId: tenantZoneId, connectionGroup: "fixed" },
        initech: { ...acme, domains: ["initech.example"], connectionGroup: "fixed" },
      },
    });
  });

  test("are made as they are asked for", () => {
    expect(front.namesOf(group)).toEqual(["stores-connection-group-fixed", "stores-connection-group-usual"]);
    expect(front.inputsOf("stores-connection-group-usual")).toEqual({ enabled: true, ipv6Enabled: true });
    expect(front.inputsOf("stores-connection-group-fixed")).toEqual({
      enabled: true,
      ipv6Enabled: false,
      anycastIpListId: "acl_0123456789",
    });
  });

  test("have the tenants that name them; the first has the others", () => {
    const groups = ["acme", "globex", "initech"].map(
      (tenant) => front.inputsOf(`stores-tenant-${tenant}`).connectionGroupId,
    );
    expect(groups).toEqual([
      "stores-connection-group-usual-id",
      "stores-connection-group-fixed-id",
      "stores-connection-group-fixed-id",
    ]);
  });

  test("without IPv6 have no AAAA records", () => {
    expect(front.namesOf("aws:route53/record:Record")).toEqual([
      "stores-tenant-acme-a-acme.example",
      "stores-tenant-acme-aaaa-acme.example",
      "stores-tenant-globex-a-globex.example",
    ]);
    expect(front.inputsOf("stores-tenant-globex-a-globex.example").aliases).toMatchObject([
      { name: "stores-connection-group-fixed.cloudfront.net" },
    ]);
  });

  test("are told apart in the outputs", async () => {
    expect(await known(front.stores.routingEndpoints)).toEqual({
      usual: "stores-connection-group-usual.cloudfront.net",
      fixed: "stores-connection-group-fixed.cloudfront.net",
    });
    expect(await known(front.stores.dnsRecords)).toEqual([
      { name: "initech.example", type: "CNAME", value: "stores-connection-group-fixed.cloudfront.net" },
    ]);
  });
});
