import { isCountry } from "../../../components/aws/countries";

/** Every pair of capitals. */
const PAIRS = Array.from({ length: 26 * 26 }, (_, index) =>
  String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26)),
);

test("countries are the 249 codes of ISO 3166-1", () => {
  const countries = PAIRS.filter(isCountry);
  expect(countries).toHaveLength(249);
  const nameOf = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  expect(countries.filter((code) => nameOf.of(code) === undefined)).toEqual([]);
});

test.each(["DE", "GB", "US", "TW", "SS", "AX", "UM"])("%s is one", (code) => {
  expect(isCountry(code)).toBe(true);
});

// Reserved, withdrawn, of a union, of nobody; and codes written otherwise.
test.each(["UK", "EU", "AN", "SU", "XK", "XX", "ZZ", "AA", "de", "DEU", "D", "", " DE", "276"])(
  "%j is none",
  (code) => {
    expect(isCountry(code)).toBe(false);
  },
);
