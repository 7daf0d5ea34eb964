import { NotModelled, RefusedWebAcl } from "./inputs";
import { matches, NO_TRANSFORMATION, type Statement } from "./one-rule";

describe("size constraints", () => {
  function size(comparisonOperator: string, bytes: number, ...types: string[]): Statement {
    return {
      sizeConstraintStatement: {
        fieldToMatch: { singleHeader: { name: "referer" } },
        comparisonOperator,
        size: bytes,
        textTransformations: (types.length ? types : ["NONE"]).map((type, priority) => ({ type, priority })),
      },
    };
  }
  const referer = (value: string) => ({ uri: "/", headers: { Referer: value } });

  test.each([
    ["EQ", [false, true, false]],
    ["NE", [true, false, true]],
    ["LT", [true, false, false]],
    ["LE", [true, true, false]],
    ["GT", [false, false, true]],
    ["GE", [false, true, true]],
  ])("%s compares 2, 3 and 4 bytes with 3: %j", (operator, expected) => {
    expect(["ab", "abc", "abcd"].map((value) => matches(size(operator, 3), referer(value)))).toEqual(expected);
  });

  test("a header without a value has 0 bytes; one that is missing has no size, not even that", () => {
    expect(matches(size("EQ", 0), referer(""))).toBe(true);
    expect(matches(size("GT", 0), referer(""))).toBe(false);
    for (const operator of ["EQ", "NE", "LT", "LE", "GT", "GE"]) {
      expect(matches(size(operator, 0), { uri: "/" })).toBe(false);
    }
  });

  test("counts bytes, after the transformations", () => {
    expect(matches(size("EQ", 2), referer("ü"))).toBe(true);
    expect(matches(size("EQ", 1, "URL_DECODE"), referer("%41"))).toBe(true);
  });

  test("refuses other operators and sizes; what it would measure of all headers is not known", () => {
    expect(() => matches(size("IS", 1), referer(""))).toThrow(RefusedWebAcl);
    expect(() => matches(size("EQ", -1), referer(""))).toThrow(RefusedWebAcl);
    const headers = [{ matchPattern: { all: {} }, matchScope: "ALL", oversizeHandling: "MATCH" }];
    const ofAll: Statement = {
      sizeConstraintStatement: {
        fieldToMatch: { headers },
        comparisonOperator: "GT",
        size: 8192,
        textTransformations: NO_TRANSFORMATION,
      },
    };
    expect(() => matches(ofAll, referer(""))).toThrow(NotModelled);
  });
});

describe("regular expressions", () => {
  const path = { fieldToMatch: { uriPath: {} }, textTransformations: NO_TRANSFORMATION };
  const regex = (regexString: string): Statement => ({ regexMatchStatement: { ...path, regexString } });

  test.each([
    ["^/wp-(content|admin)/", "/wp-admin/a", true],
    ["^/wp-(content|admin)/", "/blog/wp-admin/", false],
    ["admin", "/wp-admin/", true],
    ["(?i)^/ADMIN$", "/admin", true],
    ["^/ADMIN$", "/admin", false],
    ["^/[0-9]{2,3}\\.jpe?g$", "/042.jpg", true],
    ["^/(?:a|b)(?!c)", "/ac", false],
    ["^/ü$", "/ü", true],
    ["^/..$", "/ü", true],
    ["^/a\\++[*+]\\\\K$", "/a+++\\K", true],
  ])("%s in %j: %s", (pattern, uri, expected) => {
    expect(matches(regex(pattern), { uri })).toBe(expected);
  });

  test("a pattern set matches if any of its patterns does", () => {
    const arn = "arn:aws:wafv2:us-east-1:123456789012:global/regexpatternset/paths/1";
    const statement: Statement = { regexPatternSetReferenceStatement: { ...path, arn } };
    const world = { regexPatternSets: { [arn]: ["^/a", "^/b"] } };
    expect(matches(statement, { uri: "/b" }, world)).toBe(true);
    expect(matches(statement, { uri: "/c" }, world)).toBe(false);
    expect(() => matches(statement, { uri: "/b" })).toThrow("the world does not have this regex pattern set");
  });

  test.each([
    "(a)\\1",
    "(?>a)",
    "a++",
    "a{2}+",
    "(?R)",
    "(?(1)a)",
    "(*FAIL)",
    "\\R",
    "a\\Kb",
    "(?P=x)",
    "",
    "x".repeat(513),
  ])("AWS refuses %j", (pattern) => {
    expect(() => matches(regex(pattern), { uri: "/" })).toThrow(RefusedWebAcl);
  });

  test.each(["\\Aadmin", "admin\\z", "\\Qa.b\\E", "[[:alpha:]]", "\\h", "a(?i)b", "("])(
    "%j, which JavaScript does not read as PCRE does, throws",
    (pattern) => {
      expect(() => matches(regex(pattern), { uri: "/" })).toThrow(NotModelled);
    },
  );
});
