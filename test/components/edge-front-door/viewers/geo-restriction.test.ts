import { type GeoRestrictionArgs, s3Origin } from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { untyped } from "../../untyped";
import { build } from "../build";

async function restrictionOf(geoRestriction: GeoRestrictionArgs | undefined): Promise<unknown> {
  return (await build({ origin: s3Origin(), geoRestriction })).inputsOf("site-distribution").restrictions;
}

test("viewers of all countries may ask", async () => {
  expect(await restrictionOf(undefined)).toEqual({ geoRestriction: { restrictionType: "none" } });
});

test.each([
  ["allowedCountries", "whitelist"],
  ["blockedCountries", "blacklist"],
])(
  "%s are sorted, so that their order changes nothing, and the program's list stays as it is",
  async (argument, type) => {
    const countries = ["FR", "AT", "DE"];
    expect(await restrictionOf({ [argument]: countries })).toEqual({
      geoRestriction: { restrictionType: type, locations: ["AT", "DE", "FR"] },
    });
    expect(countries).toEqual(["FR", "AT", "DE"]);
  },
);

function problemsOf(geoRestriction: GeoRestrictionArgs) {
  return checkEdgeFrontDoor("site", { origin: s3Origin(), geoRestriction });
}

test.each<[string, GeoRestrictionArgs]>([
  ["neither list", {}],
  ["both lists", { allowedCountries: ["DE"], blockedCountries: ["KP"] }],
])("refuses %s", (_title, geo) => {
  expect(problemsOf(geo).map(({ path }) => path)).toEqual([
    "geoRestriction.allowedCountries and geoRestriction.blockedCountries",
  ]);
});

test("refuses an empty list", () => {
  expect(problemsOf({ allowedCountries: [] }).map(({ path }) => path)).toEqual(["geoRestriction.allowedCountries"]);
});

test.each([
  ["UK", '"GB"'],
  ["uk", '"GB"'],
  ["fr", '"FR"'],
  ["DEU", '"DE"'],
  ["XX", '"DE"'],
  ["", '"DE"'],
])("refuses the country %j and suggests %s", (code, use) => {
  expect(problemsOf({ blockedCountries: ["KP", code] })).toEqual([
    {
      path: "geoRestriction.blockedCountries",
      must: "have two-letter codes of countries (ISO 3166-1 alpha-2)",
      got: code,
      use,
    },
  ]);
});

// YAML reads NO as false.
test.each([
  [false, "a boolean"],
  [49, "a number"],
])("refuses %j in place of a country", (code, kind) => {
  expect(problemsOf({ blockedCountries: ["KP", untyped(code)] })).toEqual([
    {
      path: "geoRestriction.blockedCountries[1]",
      must: `be text, not ${kind}`,
      use: 'two letters in quotes, such as "NO"',
    },
  ]);
});
