// What is wrong with Regions, their networks and zones: everything at once, before anything is created.

import { CapacityKind, type GlobalServiceArgs, type Problem, type ServiceRegionArgs } from "../../../components";
import { checkGlobalService } from "../../../components/global-service/validate";
import { frankfurt, ireland, service } from "./serve";

function problemsOf(changes: Partial<GlobalServiceArgs>): Problem[] {
  return checkGlobalService("shop", service(changes));
}

/** With something else about the first Region. */
const first = (changes: Partial<ServiceRegionArgs>): Partial<GlobalServiceArgs> => ({
  regions: [{ ...frankfurt, ...changes }, ireland],
});

test("two Regions with two zones each are fine, and so is one", () => {
  expect(problemsOf({})).toEqual([]);
  expect(problemsOf({ regions: [frankfurt] })).toEqual([]);
});

test.each([[[]], [undefined]])("no Regions (%j) are too few", (regions) => {
  expect(checkGlobalService("shop", { ...service(), regions })).toEqual([
    { path: "regions", must: "be a list with at least one Region", got: regions, use: "two or more" },
  ]);
});

test.each([
  "Frankfurt",
  "eu-central",
  "EU-CENTRAL-1",
  "eu-central-1a",
  "cn-north-1",
  "us-gov-west-1",
  "us-iso-east-1",
  "",
])("%j is no Region of the commercial partition", (region) => {
  expect(problemsOf({ ...first({ region }), homeRegion: "eu-west-1" })).toEqual([
    {
      path: "regions[0].region",
      must: "be a Region of the commercial partition",
      got: region,
      use: '"eu-central-1"',
    },
  ]);
});

test("a Region that is named twice is told, and the networks of both as well", () => {
  expect(problemsOf({ regions: [frankfurt, frankfurt] })).toEqual([
    { path: "regions[0].region and regions[1].region", must: "differ", got: "eu-central-1" },
    {
      path: "regions[0].cidrBlock and regions[1].cidrBlock",
      must: "not overlap: networks that share addresses can never be connected",
      got: ["10.0.0.0/16", "10.0.0.0/16"],
    },
  ]);
});

test.each(["eu-north-1", undefined])("the home Region %s is none of them", (homeRegion) => {
  expect(checkGlobalService("shop", { ...service(), homeRegion })).toEqual([
    {
      path: "homeRegion",
      must: "be one of the regions",
      got: homeRegion,
      use: '"eu-central-1" or "eu-west-1"',
    },
  ]);
});

describe("data", () => {
  test("may be in the Regions allowed", () => {
    expect(problemsOf({ allowedRegions: ["eu-central-1", "eu-west-1", "eu-north-1"] })).toEqual([]);
  });

  test("may be in no other, whatever else is fine", () => {
    expect(problemsOf({ allowedRegions: ["eu-central-1", "eu-north-1"] })).toEqual([
      {
        path: "regions[1].region and allowedRegions",
        must: "not contradict each other: data may only be in the Regions allowed",
        got: "eu-west-1",
        use: '"eu-central-1" or "eu-north-1"',
      },
    ]);
  });

  test.each([[[]], [["Europe"]], [["eu-central-1", "eu-west-1", "europe"]]])(
    "is nowhere with %j, which is no list of Regions",
    (allowedRegions) => {
      expect(problemsOf({ allowedRegions })).toContainEqual({
        path: "allowedRegions",
        must: "be a list of Regions, or absent",
        got: allowedRegions,
      });
    },
  );
});

describe("a network", () => {
  test.each(["10.0.0.0/16", "10.0.4.0/22", "172.16.0.0/16", "192.168.0.0/16", "100.64.0.0/16"])(
    "may be %s",
    (cidrBlock) => {
      expect(problemsOf(first({ cidrBlock }))).toEqual([]);
    },
  );

  test.each(["10.0.0.0/15", "10.0.0.0/23", "10.0.0.1/16", "11.0.0.0/16", "0.0.0.0/0", "10.0.0.0", "fd00::/16", ""])(
    "may not be %j",
    (cidrBlock) => {
      expect(problemsOf(first({ cidrBlock }))).toContainEqual({
        path: "regions[0].cidrBlock",
        must: "be a range of private addresses, /16 to /22, that begins where its prefix says",
        got: cidrBlock,
        use: '"10.0.0.0/16"',
      });
    },
  );

  test("shares no address with another Region's", () => {
    expect(problemsOf(first({ cidrBlock: "10.1.252.0/22" }))).toEqual([
      {
        path: "regions[0].cidrBlock and regions[1].cidrBlock",
        must: "not overlap: networks that share addresses can never be connected",
        got: ["10.1.252.0/22", "10.1.0.0/16"],
      },
    ]);
  });
});

describe("zones", () => {
  const eight = Array.from({ length: 8 }, (_, index) => `euc1-az${index + 1}`);
  const count = { path: "regions[0].availabilityZoneIds", must: "be 2 to 8 different zones" };
  const foreign = "be ids of zones in eu-central-1: names differ between accounts";

  test("may be eight", () => {
    expect(problemsOf(first({ availabilityZoneIds: eight }))).toEqual([]);
  });

  test.each([[[]], [["euc1-az1"]], [["euc1-az1", "euc1-az1"]], [[...eight, "euc1-az9"]]])(
    "are too few, too many or not different in %j",
    (availabilityZoneIds) => {
      expect(problemsOf(first({ availabilityZoneIds }))).toEqual([
        { ...count, got: availabilityZoneIds, use: '["euc1-az1", "euc1-az2"]' },
      ]);
    },
  );

  test.each(["eu-central-1a", "euw1-az1", "az1", "euc1-az", "usw2-lax1-az1", "use1-wl1-bos-wlz1", ""])(
    "are no %j",
    (zone) => {
      expect(problemsOf(first({ availabilityZoneIds: ["euc1-az1", "euc1-az2", zone] }))).toEqual([
        { path: count.path, must: foreign, got: zone },
      ]);
    },
  );

  test("of a city or a carrier are none of the Region that they belong to", () => {
    const oregon = { region: "us-west-2", cidrBlock: "10.9.0.0/16" };
    const problems = problemsOf({
      regions: [frankfurt, { ...oregon, availabilityZoneIds: ["usw2-az1", "usw2-lax1-az1", "usw2-az2"] }],
    });
    expect(problems.map(({ path, got }) => [path, got])).toEqual([["regions[1].availabilityZoneIds", "usw2-lax1-az1"]]);
  });

  test("are not judged in what is no Region", () => {
    const problems = problemsOf({ ...first({ region: "Frankfurt" }), homeRegion: "eu-west-1" });
    expect(problems.map(({ path }) => path)).toEqual(["regions[0].region"]);
  });

  const virginia = { region: "us-east-1", cidrBlock: "10.9.0.0/16", availabilityZoneIds: ["use1-az3", "use1-az1"] };

  test("without Graviton on Fargate are refused for it", () => {
    expect(problemsOf({ regions: [frankfurt, virginia] })).toEqual([
      {
        path: "regions[1].availabilityZoneIds",
        must: "not name a zone without Fargate on Graviton",
        got: "use1-az3",
        use: "another zone",
      },
    ]);
    expect(problemsOf({ regions: [frankfurt, virginia], capacity: { kind: CapacityKind.Ec2Spot } })).toEqual([]);
  });
});
