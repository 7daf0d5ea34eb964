// What an EdgeFrontDoor does and a tier does not.

import {
  Feature,
  grpcOrigin,
  OriginAccessPhase,
  originGroup,
  s3Origin,
  type TierArgs,
  vpcOrigin,
} from "../../../../components";
import { INCOMPATIBILITIES } from "../../../../components/edge-front-door/compatibility/incompatibilities";
import { UNSUPPORTED_ARGUMENTS } from "../../../../components/edge-front-door/tenants/unsupported-arguments";
import { origin, problemsOf, untyped } from "./refusals";

const shared = vpcOrigin({
  domainName: "orders.example.com",
  existing: { vpcOriginId: "vo_0", ownerAccountId: "210987654321" },
});

describe("from the table of incompatibilities", () => {
  const cases: [feature: Feature, title: string, tier: TierArgs, path: string][] = [
    [Feature.Grpc, "an origin", { origin: grpcOrigin({ domainName: "grpc.example.com" }) }, "tiers.only.origin"],
    [Feature.Grpc, "a behavior", { origin, behavior: { grpc: true } }, "tiers.only.behavior.grpc"],
    [
      Feature.Grpc,
      "a route",
      { origin, routes: [{ name: "g", pathPattern: "/g/*", origin, grpc: true }] },
      "tiers.only.routes[0].grpc",
    ],
    [
      Feature.OriginAccessIdentity,
      "a phase",
      { origin: s3Origin({ originAccessPhase: OriginAccessPhase.AllowBoth }) },
      "tiers.only.origin",
    ],
    [Feature.SharedVpcOrigin, "an origin", { origin: shared }, "tiers.only.origin.existing.ownerAccountId"],
    [
      Feature.SharedVpcOrigin,
      "a member of a group",
      { origin: originGroup({ primary: origin, secondary: shared }) },
      "tiers.only.origin.secondary.existing.ownerAccountId",
    ],
  ];

  test.each(cases)("%s: %s", (feature, _title, tier, path) => {
    expect(problemsOf({ tiers: { only: tier } })).toMatchObject([
      {
        path: `tiers.only and ${path}`,
        must: `not combine ${Feature.MultiTenant} and ${feature}: ${because(feature)}`,
      },
    ]);
  });

  test("every row of it is tried above", () => {
    const rows = INCOMPATIBILITIES.filter(({ one }) => one === Feature.MultiTenant).map(({ other }) => other);
    expect([...new Set(cases.map(([feature]) => feature))].sort()).toEqual([...rows].sort());
  });

  function because(feature: Feature): string | undefined {
    return INCOMPATIBILITIES.find(({ one, other }) => one === Feature.MultiTenant && other === feature)?.why;
  }
});

describe("from the table of arguments", () => {
  test.each(Object.entries(UNSUPPORTED_ARGUMENTS))("%s", (argument, { because, use }) => {
    const tiers = { only: { origin, [argument]: argument === "ipv6" ? false : {} } };
    expect(problemsOf(untyped({ tiers }))).toEqual([
      { path: `tiers.only.${argument}`, must: `be left out of a tier: ${because}`, use },
    ]);
  });

  test("an argument that is there without a value is none", () => {
    expect(problemsOf(untyped({ tiers: { only: { origin, priceClass: undefined } } }))).toEqual([]);
  });

  test("what a tier takes is not in it", () => {
    const taken = ["origin", "behavior", "websiteRouting", "routes", "firewall", "geoRestriction", "responseHeaders"];
    expect(taken.filter((argument) => argument in UNSUPPORTED_ARGUMENTS)).toEqual([]);
  });
});

test("a VPC origin of this account is accepted", () => {
  const existing = { vpcOriginId: "vo_0" };
  const tiers = { only: { origin: vpcOrigin({ domainName: "orders.example.com", existing }) } };
  expect(problemsOf({ tiers })).toEqual([]);
});
