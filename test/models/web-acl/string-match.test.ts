import { RefusedWebAcl } from "./inputs";
import { matches, NO_TRANSFORMATION, type Statement } from "./one-rule";

function userAgent(positionalConstraint: string, searchString: string): Statement {
  return {
    byteMatchStatement: {
      fieldToMatch: { singleHeader: { name: "user-agent" } },
      positionalConstraint,
      searchString,
      textTransformations: NO_TRANSFORMATION,
    },
  };
}

const inHeader = (value: string) => ({ uri: "/", headers: { "User-Agent": value } });

test.each([
  ["EXACTLY", "BadBot", "BadBot", true],
  ["EXACTLY", "BadBot", "BadBot/1", false],
  ["EXACTLY", "BadBot", "badbot", false],
  ["STARTS_WITH", "BadBot", "BadBot/1", true],
  ["STARTS_WITH", "BadBot", "x BadBot", false],
  ["ENDS_WITH", "BadBot", "x BadBot", true],
  ["ENDS_WITH", "BadBot", "BadBot/1", false],
  ["CONTAINS", "BadBot", "xBadBotx", true],
  ["CONTAINS", "BadBot", "BadBo", false],
  // The four ways of the documentation, and their opposites.
  ["CONTAINS_WORD", "BadBot", "BadBot", true],
  ["CONTAINS_WORD", "BadBot", "BadBot;", true],
  ["CONTAINS_WORD", "BadBot", ";BadBot", true],
  ["CONTAINS_WORD", "BadBot", "-BadBot;", true],
  ["CONTAINS_WORD", "BadBot", "BadBots", false],
  ["CONTAINS_WORD", "BadBot", "_BadBot", false],
  ["CONTAINS_WORD", "BadBot", "1BadBot", false],
  ["CONTAINS_WORD", "BadBot", "BadBots BadBot", true],
])("%s %s in %j: %s", (position, searchString, value, expected) => {
  expect(matches(userAgent(position, searchString), inHeader(value))).toBe(expected);
});

test("a header that is missing does not match, and so matches a NOT statement", () => {
  const statement = userAgent("STARTS_WITH", "B");
  expect(matches(statement, { uri: "/" })).toBe(false);
  expect(matches({ notStatement: { statement } }, { uri: "/" })).toBe(true);
});

test("compares bytes, not characters", () => {
  expect(matches(userAgent("EXACTLY", "bücher"), inHeader("bücher"))).toBe(true);
  expect(matches(userAgent("STARTS_WITH", "b\u00fc"), inHeader("b\u0075\u0308cher"))).toBe(false);
});

test("a search string has 1 to 200 bytes", () => {
  expect(matches(userAgent("CONTAINS", "x".repeat(200)), inHeader("x".repeat(200)))).toBe(true);
  for (const searchString of ["", "x".repeat(201), "ü".repeat(101)]) {
    expect(() => matches(userAgent("CONTAINS", searchString), inHeader("x"))).toThrow(RefusedWebAcl);
  }
});

test("a word is alphanumeric, and there is no other position", () => {
  expect(() => matches(userAgent("CONTAINS_WORD", "Bad-Bot"), inHeader("x"))).toThrow(RefusedWebAcl);
  expect(() => matches(userAgent("INSIDE", "BadBot"), inHeader("x"))).toThrow(
    /positionalConstraint: must be one of EXACTLY/,
  );
});
