// What is refused of tenants: where they belong, names, certificates, records and parameters.

import {
  ExternalDns,
  httpOrigin,
  type TenantArgs,
  TenantCertificate,
  type TenantedFrontDoorArgs,
} from "../../../../components";
import { certificateArn, webAclArn } from "../variants";
import { acme, pathsOf, problemsOf } from "./refusals";
import { domain, tenantZoneId } from "./variants";

/** Where the problems of one tenant called `acme` are, without `tenants.acme.` in front. */
function pathsOfTenant(change: Partial<TenantArgs>, args: Partial<TenantedFrontDoorArgs> = {}): string[] {
  return pathsOf({ ...args, tenants: { acme: { ...acme, ...change } } }).map((path) =>
    path.replaceAll("tenants.acme.", ""),
  );
}

describe("refuses", () => {
  test.each<[string, Partial<TenantArgs>, string[]]>([
    ["a tier that is none", { tier: "gold" }, ["tier"]],
    ["a tier that every object has", { tier: "constructor" }, ["tier"]],
    ["a group that is none", { connectionGroup: "eu" }, ["connectionGroup"]],
    ["no domain", { domains: [] }, ["domains"]],
    [
      "more domains than a tenant takes",
      { domains: Array.from({ length: 101 }, (_, index) => `n${index}.example`) },
      ["domains"],
    ],
    [
      "domains that are none",
      { domains: ["https://acme.example", "ACME.example", "10.0.0.1", "*.*.example", "acme.example."] },
      ["domains[0]", "domains[1]", "domains[2]", "domains[3]", "domains[4]"],
    ],
    ["a domain twice", { domains: ["a.example", "a.example"] }, ["domains"]],
    [
      "a wildcard beside the name that its records have in the program",
      { domains: ["*.acme.example", "wildcard.acme.example"] },
      ["domains"],
    ],
    ["a zone's path", { hostedZoneId: "/hostedzone/Z123" }, ["hostedZoneId"]],
    [
      "a certificate of another Region",
      { existingCertificateArn: certificateArn.replace("us-east-1", "eu-west-1") },
      ["existingCertificateArn"],
    ],
    ["a certificate for a web ACL", { webAclArn: certificateArn }, ["webAclArn"]],
    ["a web ACL of a Region", { webAclArn: webAclArn.replace("global", "regional") }, ["webAclArn"]],
    [
      "countries that are none, and both kinds of lists",
      { geoRestriction: { allowedCountries: ["UK"], blockedCountries: [] } },
      [
        "geoRestriction.allowedCountries and geoRestriction.blockedCountries",
        "geoRestriction.allowedCountries",
        "geoRestriction.blockedCountries",
      ],
    ],
  ])("%s", (_title, change, paths) => {
    expect(pathsOfTenant(change)).toEqual(paths);
  });

  test("a bad name of a tenant", () => {
    expect(pathsOf({ tenants: { "acme inc": acme } })).toEqual(["tenants.acme inc"]);
  });

  test("a domain in two tenants, of whatever tiers", () => {
    expect(problemsOf({ tenants: { acme, globex: acme } })).toEqual([
      {
        path: "tenants.acme.domains and tenants.globex.domains",
        must: "differ: a domain leads to one tenant",
        got: "acme.example",
      },
    ]);
  });

  test("two tenants whose records would have one name in the program", () => {
    const x = { ...acme, domains: ["a-shop.example"] };
    const other = { ...acme, domains: ["shop.example"] };
    expect(pathsOf({ tenants: { x, "x-a": other } })).toEqual(["tenants.x.domains and tenants.x-a.domains"]);
    expect(pathsOf({ tenants: { x, y: other } })).toEqual([]);
  });
});

describe("a certificate", () => {
  const own = { existingCertificateArn: undefined };

  test.each<[string, Partial<TenantArgs>, string[]]>([
    [
      "existing, without its ARN",
      { ...own, certificate: TenantCertificate.Existing },
      ['certificate "existing" and existingCertificateArn'],
    ],
    [
      "managed, with an ARN",
      { certificate: TenantCertificate.Managed },
      ['certificate "existing" and existingCertificateArn'],
    ],
    ["shared, for a name it does not cover", { ...own, certificate: TenantCertificate.Shared }, ["domains and domain"]],
    [
      "shared, for a name two levels below",
      { ...own, certificate: TenantCertificate.Shared, domains: ["a.b.mystore.app"] },
      ["domains and domain"],
    ],
    [
      "managed, for names that the shared one covers",
      { ...own, certificate: TenantCertificate.Managed, domains: ["acme.mystore.app"] },
      ["certificate and domain"],
    ],
    [
      "managed, for a wildcard",
      { ...own, certificate: TenantCertificate.Managed, domains: ["acme.example", "*.acme.example"] },
      ["domains"],
    ],
    ["managed because nothing is said, for a wildcard", { ...own, domains: ["*.acme.example"] }, ["domains"]],
    [
      "managed, beside a web ACL and countries of the tenant's own, which the provider drops",
      { ...own, webAclArn, geoRestriction: { allowedCountries: ["DE"] } },
      ['webAclArn and certificate "managed"', 'geoRestriction and certificate "managed"'],
    ],
    ["of a kind that is none", { ...own, ...{ certificate: "free" as TenantCertificate } }, ["certificate"]],
  ])("is refused: %s", (_title, change, paths) => {
    expect(pathsOfTenant(change, { domain })).toEqual(paths);
  });

  test.each<[string, Partial<TenantArgs>]>([
    ["shared, for a name below", { ...own, certificate: TenantCertificate.Shared, domains: ["acme.mystore.app"] }],
    ["shared, for the domain itself", { ...own, certificate: TenantCertificate.Shared, domains: ["mystore.app"] }],
    ["shared, for the wildcard", { ...own, domains: ["*.mystore.app"] }],
    ["managed, for a name of the tenant's own", { ...own, certificate: TenantCertificate.Managed }],
    ["managed, for a name below and one of its own", { ...own, domains: ["acme.mystore.app", "acme.example"] }],
    ["existing, for a wildcard", { certificate: TenantCertificate.Existing, domains: ["*.acme.example"] }],
    ["existing, for a name that the shared one covers", { domains: ["acme.mystore.app"] }],
  ])("is accepted: %s", (_title, change) => {
    expect(pathsOfTenant(change, { domain })).toEqual([]);
  });
});

describe("records by hand", () => {
  const externalDns = ExternalDns.RecordsCreated;
  const managed = { existingCertificateArn: undefined };

  test.each<[string, Partial<TenantArgs>, string[]]>([
    ["a managed certificate and DNS elsewhere", { ...managed, externalDns }, []],
    ["a managed certificate and a zone", { ...managed, externalDns, hostedZoneId: tenantZoneId }, ["externalDns"]],
    ["a certificate made elsewhere", { externalDns }, ["externalDns"]],
    ["the shared certificate", { ...managed, externalDns, domains: ["acme.mystore.app"] }, ["externalDns"]],
    ["a word that is none", { ...managed, ...{ externalDns: "soon" as ExternalDns } }, ["externalDns"]],
  ])("go with %s: %j gives %j", (_title, change, paths) => {
    expect(pathsOfTenant(change, { domain })).toEqual(paths);
  });

  test("are told of even where the tenant has a zone, if a name of the shared domain is elsewhere", () => {
    const shared = { name: "mystore.app", alternativeNames: ["*.mystore.app"], existingCertificateArn: certificateArn };
    const domains = ["acme.mystore.app", "acme.example"];
    const tenant = { ...managed, domains, hostedZoneId: tenantZoneId, externalDns };
    expect(pathsOfTenant(tenant, { domain: shared })).toEqual([]);
  });
});

describe("parameters", () => {
  const only = { origin: httpOrigin({ domainName: "{{store}}.example.com", originPath: "/{{folder}}" }) };
  const args = { tiers: { only }, parameters: { store: {}, folder: { defaultValue: "common" } } };

  test.each<[string, Record<string, string> | undefined, string[]]>([
    ["all that have no default", { store: "acme" }, []],
    ["all", { store: "acme", folder: "acme" }, []],
    ["none", undefined, ["parameters.store"]],
    ["one that is none", { store: "acme", shop: "acme" }, ["parameters.shop"]],
    ["one that every object has", { store: "acme", toString: "acme" }, ["parameters.toString"]],
    ["an empty value", { store: "" }, ["parameters.store"]],
    ["a value that is too long", { store: "a".repeat(257) }, ["parameters.store"]],
  ])("of a tenant: %s", (_title, parameters, paths) => {
    expect(pathsOfTenant({ parameters }, args)).toEqual(paths);
  });

  test("are at most 5, with names of letters, digits, _ and -", () => {
    const parameters = Object.fromEntries(
      ["a", "b", "c", "d", "e", "f g"].map((name) => [name, { defaultValue: "x" }]),
    );
    expect(pathsOf({ parameters })).toEqual(["parameters", "parameters"]);
    expect(pathsOf({ parameters: { a: { defaultValue: "" } } })).toEqual(["parameters.a.defaultValue"]);
  });

  test("are known to the origins, two of them in a field", () => {
    const tier = (domainName: string) => ({ ...args, tiers: { only: { origin: httpOrigin({ domainName }) } } });
    expect(pathsOf(tier("{{store}}.{{folder}}.example.com"))).toEqual([]);
    expect(pathsOf(tier("{{shop}}.example.com"))).toEqual(["tiers.only.origin.domainName"]);
    expect(pathsOf(tier("{{store}}{{folder}}{{store}}.example.com"))).toEqual(["tiers.only.origin.domainName"]);
    expect(pathsOf({ ...tier("{{store}}.example.com"), parameters: {} })).toEqual(["tiers.only.origin.domainName"]);
  });
});
