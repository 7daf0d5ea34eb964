// What is refused of tiers, connection groups and the front door as a whole, before anything is created.

import {
  ComponentInputError,
  cloudFrontFunction,
  ExternalDns,
  httpOrigin,
  originGroup,
  s3Origin,
  TenantedFrontDoor,
  type TenantedFrontDoorArgs,
  ViewerTlsPolicy,
} from "../../../../components";
import {
  checkTenantedFrontDoor,
  validateTenantedFrontDoor,
} from "../../../../components/edge-front-door/tenants/validate-tenants";
import { recordStack } from "../../record-stack";
import { hostedZoneId } from "../variants";
import { acme, origin, pathsOf, problemsOf } from "./refusals";
import { domain, TENANTED_VARIANTS } from "./variants";

test.each(Object.entries(TENANTED_VARIANTS))("accepts %s", (_title, variant) => {
  expect(checkTenantedFrontDoor("stores", variant())).toEqual([]);
});

function functionCalled(name: string) {
  return { functions: { viewerRequest: cloudFrontFunction({ name, code: "function handler() {}" }) } };
}

describe("refuses", () => {
  const cases: [string, Partial<TenantedFrontDoorArgs>, string[]][] = [
    ["no tiers", { tiers: {} }, ["tiers"]],
    ["a tier's name with capitals", { tiers: { Gold: { origin } } }, ["tiers.Gold"]],
    ["a tier's name with a hyphen", { tiers: { "gold-plus": { origin } } }, ["tiers.gold-plus"]],
    ["a tier's name that is too long", { tiers: { abcdefghijklm: { origin } } }, ["tiers.abcdefghijklm"]],
    ["a tier whose bucket would be the log bucket", { tiers: { log: { origin: s3Origin() } } }, ["tiers.log"]],
    [
      "two functions of one name in two tiers",
      {
        tiers: {
          free: { origin, behavior: functionCalled("guard") },
          paid: { origin, behavior: functionCalled("guard") },
        },
      },
      ["tiers.free.behavior.functions.viewerRequest.name and tiers.paid.behavior.functions.viewerRequest.name"],
    ],
    [
      "an allow list without IPv6 addresses where one group speaks IPv6",
      {
        tiers: { only: { origin, firewall: { allowedAddresses: { ipv4: ["192.0.2.0/24"] } } } },
        connectionGroups: { one: { ipv6: false }, other: {} },
      },
      ["tiers.only.firewall.allowedAddresses and connectionGroups"],
    ],
    [
      "response headers of two kinds",
      { tiers: { only: { origin, responseHeaders: {}, responseHeadersPolicyId: "id" } } },
      ["tiers.only.responseHeaders and tiers.only.responseHeadersPolicyId"],
    ],
    [
      "a TLS policy without a domain",
      { minimumProtocolVersion: ViewerTlsPolicy.Tls13_2025 },
      ["minimumProtocolVersion and domain"],
    ],
    ["logs of the older kind", { logging: { legacyAccessLogs: true } }, ["logging.legacyAccessLogs"]],
    ["real-time logs", { logging: { realTime: {} } }, ["logging.realTime"]],
    [
      "an Anycast list beside IPv6",
      { connectionGroups: { fixed: { anycastIpListId: "acl_0" } } },
      ["connectionGroups.fixed.anycastIpListId and connectionGroups.fixed.ipv6"],
    ],
    ["no connection group", { connectionGroups: {} }, ["connectionGroups"]],
    ["a bad name of a group", { connectionGroups: { "The Group": {} } }, ["connectionGroups.The Group"]],
    [
      "a shared domain with both a zone and records by hand",
      { domain: { ...domain, externalDns: ExternalDns.RecordsCreated } },
      ["domain.externalDns and domain.hostedZoneId"],
    ],
  ];

  test.each(cases)("%s", (_title, args, paths) => {
    expect(pathsOf(args)).toEqual(paths);
  });
});

describe("names of children stay within what AWS takes", () => {
  const longest = "abcdefghijkl";
  const tiers = (route: string) => ({
    [longest]: { origin, routes: [{ name: route, pathPattern: "/a/*", origin: s3Origin() }] },
  });

  test("so a long name of the front door leaves less for tiers and routes", () => {
    const path = `name and tiers.${longest}.routes[0].name`;
    expect(pathsOf({ tiers: tiers("abcdefghijklmnop") }, "stores")).toEqual([]);
    expect(pathsOf({ tiers: tiers("abcdefghijklmnop") }, "stores-of-europe")).toEqual([path]);
    expect(pathsOf({ tiers: tiers("abc") }, "stores-of-europe")).toEqual([]);
  });

  test("and the second origin of a group needs some of it", () => {
    const group = originGroup({ primary: origin, secondary: httpOrigin({ domainName: "other.example.com" }) });
    const name = "a".repeat(24);
    expect(pathsOf({ tiers: { [longest]: { origin } } }, name)).toEqual([]);
    expect(pathsOf({ tiers: { [longest]: { origin: group } } }, name)).toEqual([]);
    const routes = [{ name: "abc", pathPattern: "/a/*", origin: group }];
    expect(pathsOf({ tiers: { [longest]: { origin, routes } } }, name)).toEqual([
      `name and tiers.${longest}.routes[0].name`,
    ]);
  });
});

describe("hotlink protection", () => {
  const firewall = { hotlinkProtection: {} };

  test("is refused where no site is known", () => {
    expect(pathsOf({ tiers: { only: { origin, firewall } } })).toEqual([
      "tiers.only.firewall.hotlinkProtection.allowedSites and domain",
    ]);
  });

  test("knows the sites of the tier's tenants, and those of the shared domain", async () => {
    const { resources } = await recordStack(
      () =>
        new TenantedFrontDoor("stores", {
          domain: { ...domain, hostedZoneId },
          tiers: { only: { origin, firewall }, other: { origin } },
          tenants: {
            acme: { ...acme, domains: ["acme.mystore.app", "acme.example"] },
            globex: { ...acme, tier: "other", domains: ["globex.example"] },
          },
        }),
    );
    const rules = JSON.stringify(resources.find(({ name }) => name === "stores-only-web-acl")?.inputs.rules);
    for (const site of ["https://mystore.app/", "https://www.acme.example/", "https://acme.example/"]) {
      expect(rules).toContain(site);
    }
    // Its own name is below the shared domain's, whose wildcard stands for it.
    expect(rules).not.toContain("acme.mystore.app");
    expect(rules).not.toContain("globex");
  });
});

test("everything at once, in one error, before anything is created", async () => {
  const args: TenantedFrontDoorArgs = {
    tiers: { "The Gold": { origin } },
    tenants: { acme: { tier: "gold", domains: [] }, "Globex Inc": { ...acme, tier: "The Gold" } },
    parameters: { "a b": {} },
    connectionGroups: {},
    logging: { legacyAccessLogs: true },
  };
  let thrown: unknown;
  const { resources } = await recordStack(() => {
    try {
      return new TenantedFrontDoor("Stores", args);
    } catch (error) {
      thrown = error;
      return undefined;
    }
  });
  expect(resources).toEqual([]);
  expect(thrown).toBeInstanceOf(ComponentInputError);
  const [title, ...lines] = String(Reflect.get(Object(thrown), "message")).split("\n");
  expect(title).toBe('TenantedFrontDoor "Stores": 10 invalid arguments');
  expect(lines.map((line) => line.trim().split(":")[0])).toEqual([
    "name",
    "tiers.The Gold",
    "tenants.acme.tier",
    "tenants.acme.domains",
    "tenants.acme.parameters.a b",
    "tenants.Globex Inc",
    "tenants.Globex Inc.parameters.a b",
    "parameters",
    "connectionGroups",
    "logging.legacyAccessLogs",
  ]);
});

test("a problem says what is expected, what was given and what to write", () => {
  expect(problemsOf({ tiers: { "gold-plus": { origin } } })).toEqual([
    {
      path: "tiers.gold-plus",
      must: "have a name of at most 12 lower-case letters and digits, starting with a letter",
      got: "gold-plus",
      use: '"gold"',
    },
  ]);
});

test.each(["cn-north-1", "us-gov-west-1"])("a stack in %s is refused", (region) => {
  const args = { tiers: { only: { origin } } };
  expect(() => validateTenantedFrontDoor("stores", args, region)).toThrow("aws:region");
  expect(validateTenantedFrontDoor("stores", args, "eu-central-1")).toBe("us-east-1");
});
