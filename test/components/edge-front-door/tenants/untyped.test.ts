// Arguments that no compiler has read: JavaScript programs, and tenants from a file of settings. Every mistake is a clear problem
// and none a crash.

import * as pulumi from "@pulumi/pulumi";
import { checkTenantedFrontDoor } from "../../../../components/edge-front-door/tenants/validate-tenants";
import { acme, origin, pathsOf, problemsOf, untyped } from "./refusals";

/** What `JSON.parse` gives: anything. */
const parsed = (text: string) => JSON.parse(text);

test.each([
  ["null", ["arguments", "tiers"]],
  ["[]", ["arguments", "tiers"]],
  ["{}", ["tiers"]],
])("no arguments at all: %s", (text, paths) => {
  expect(checkTenantedFrontDoor("stores", parsed(text)).map(({ path }) => path)).toEqual(paths);
});

describe.each(["tiers", "tenants", "parameters", "connectionGroups"])("%s", (argument) => {
  test.each([
    ["a list", ["acme"]],
    ["text", "acme"],
    ["a number", 7],
    ["true", true],
  ])("that is %s", (_title, value) => {
    expect(pathsOf(untyped({ [argument]: value }))).toEqual([argument]);
  });

  test("that has no value", () => {
    expect(problemsOf(untyped({ [argument]: null }))).toEqual([{ path: argument, must: "be an object, not null" }]);
  });

  test.each([
    ["null", null],
    ["text", "gold"],
    ["a list", []],
    ["undefined", undefined],
  ])("with an entry that is %s", (_title, value) => {
    const entries = argument === "tiers" ? { only: { origin }, acme: value } : { acme: value };
    expect(pathsOf(untyped({ [argument]: entries }))).toEqual([`${argument}.acme`]);
  });

  test.each([
    ["an output", () => pulumi.output({})],
    ["a promise", () => Promise.resolve({})],
  ])("that is %s, or has one in it", (kind, later) => {
    const must = `be an object, not ${kind}: its value is needed before anything is created`;
    expect(problemsOf(untyped({ [argument]: later() }))).toEqual([{ path: argument, must }]);
    const entries = argument === "tiers" ? { only: { origin } } : {};
    expect(problemsOf(untyped({ [argument]: { ...entries, acme: later() } }))).toEqual([
      { path: `${argument}.acme`, must },
    ]);
  });
});

describe("a tenant from a file", () => {
  /** Where the problems are, without `tenants.acme.` in front. */
  const pathsOfTenant = (change: object) =>
    pathsOf(untyped({ tenants: { acme: { ...acme, ...change } } })).map((path) => path.replace("tenants.acme.", ""));

  test.each<[string, object, string[]]>([
    ["a misspelt argument", { webACLArn: "arn:…" }, ["webACLArn"]],
    ["an argument that every object has", { toString: "x" }, ["toString"]],
    ["a domain that is no list", { domains: "acme.example" }, ["domains"]],
    ["domains without a value", { domains: null }, ["domains"]],
    ["no domains", { domains: undefined }, ["domains"]],
    [
      "domains that are no text",
      { domains: [7, null, { name: "acme.example" }] },
      ["domains[0]", "domains[1]", "domains[2]"],
    ],
    ["no tier", { tier: undefined }, ["tier"]],
    ["a tier that is no text", { tier: ["only"] }, ["tier"]],
    ["parameters that are a list", { parameters: ["acme"] }, ["parameters"]],
    ["countries that are no list", { geoRestriction: { allowedCountries: "DE" } }, ["geoRestriction.allowedCountries"]],
    [
      "countries that are no text",
      { geoRestriction: { allowedCountries: [false] } },
      ["geoRestriction.allowedCountries[0]"],
    ],
    ["a restriction that is a list", { geoRestriction: "DE" }, ["geoRestriction"]],
    ["a web ACL without a value", { webAclArn: null }, ["webAclArn"]],
    ["a switch that is text", { enabled: "no" }, ["enabled"]],
    [
      "a certificate of a kind that is none",
      { certificate: "letsencrypt" },
      ["certificate", 'certificate "existing" and tenants.acme.existingCertificateArn'],
    ],
    ["a name of a group that is no text", { connectionGroup: 7 }, ["connectionGroup"]],
  ])("%s", (_title, change, paths) => {
    expect(pathsOfTenant(change)).toEqual(paths);
  });

  test("a misspelt argument is told with those there are", () => {
    expect(problemsOf(untyped({ tenants: { acme: { ...acme, teir: "only" } } }))).toEqual([
      {
        path: "tenants.acme.teir",
        must: expect.stringMatching(/^be one of the arguments tier, domains, .*, enabled$/),
        got: "teir",
      },
    ]);
  });

  test.each([[7], [true], [null], [["acme"]]])("a parameter's value that is %j", (value) => {
    const parameters = { store: {} };
    const problems = problemsOf(untyped({ parameters, tenants: { acme: { ...acme, parameters: { store: value } } } }));
    expect(problems.map(({ path }) => path)).toEqual(["tenants.acme.parameters.store"]);
  });

  test("a parameter's value that is undefined is none", () => {
    const tenants = { acme: { ...acme, parameters: { store: undefined } } };
    expect(pathsOf(untyped({ parameters: { store: {} }, tenants }))).toEqual(["tenants.acme.parameters.store"]);
    expect(pathsOf(untyped({ parameters: { store: { defaultValue: "common" } }, tenants }))).toEqual([]);
  });

  test("a parameter's value may be an output", () => {
    const tenants = { acme: { ...acme, parameters: { store: pulumi.output("acme") } } };
    expect(problemsOf({ parameters: { store: {} }, tenants })).toEqual([]);
  });
});

test("what is wrong in one tier or tenant hides nothing of the others, and nothing follows from it", () => {
  const tiers = {
    only: { origin },
    gold: 7,
    silver: { origin, firewall: { preset: "s3cr3t", log: 5 }, httpVersion: "3" },
  };
  const tenants = {
    acme: { ...acme, domains: "acme.example" },
    bolt: { ...acme, tier: "gold", domains: ["bolt.example", "Bolt"] },
  };
  expect(problemsOf(untyped({ tiers, tenants })).map(({ path, must }) => `${path}: ${must}`)).toEqual([
    "tiers.gold: be an object, not a number",
    "tiers.silver.firewall.log: be an object, not a number",
    "tenants.acme.domains: be a list, not text",
    'tiers.silver.httpVersion: be one of "http1.1", "http2", "http2and3"',
    'tenants.bolt.domains[1]: be a full domain name in lower case, or one with "*." in front',
  ]);
});

test("a tier that is empty lacks its origin, and one with settings without values lacks them", () => {
  expect(pathsOf(untyped({ tiers: { only: {} } }))).toEqual(["tiers.only.origin"]);
  expect(pathsOf(untyped({ tiers: { only: { origin, firewall: null, routes: null } } }))).toEqual([
    "tiers.only.routes",
    "tiers.only.firewall",
  ]);
});
