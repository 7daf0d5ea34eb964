// Fields of which AWS WAF sees a part only.

import { evaluateWebAcl } from "./evaluate-web-acl";
import { NotModelled, RefusedWebAcl } from "./inputs";
import { type FieldToMatch, fieldIs, matches, ruleOf } from "./one-rule";

const request = {
  uri: "/",
  headers: { Host: "example.com", " X-Trace ": " abc ", Cookie: "id=1; Theme=dark; raw" },
};

describe("all headers and all cookies", () => {
  const headers = (matchPattern: object, matchScope: string, oversizeHandling = "CONTINUE"): FieldToMatch => ({
    headers: [{ matchPattern, matchScope, oversizeHandling }],
  });
  const cookies = (matchPattern: object, matchScope: string, oversizeHandling = "CONTINUE"): FieldToMatch => ({
    cookies: { matchPatterns: [matchPattern], matchScope, oversizeHandling },
  });

  test.each<[FieldToMatch, string, boolean]>([
    [headers({ all: {} }, "VALUE"), "abc", true],
    [headers({ all: {} }, "KEY"), "abc", false],
    [headers({ all: {} }, "KEY"), "X-Trace", true],
    [headers({ all: {} }, "ALL"), "X-Trace", true],
    [headers({ includedHeaders: ["x-TRACE "] }, "ALL"), "abc", true],
    [headers({ includedHeaders: ["host"] }, "ALL"), "abc", false],
    [headers({ excludedHeaders: ["x-trace"] }, "ALL"), "abc", false],
    [headers({ excludedHeaders: ["host"] }, "ALL"), "abc", true],
    [cookies({ all: {} }, "VALUE"), "dark", true],
    [cookies({ all: {} }, "KEY"), "raw", true],
    [cookies({ includedCookies: ["Theme"] }, "VALUE"), "dark", true],
    [cookies({ includedCookies: ["theme"] }, "VALUE"), "dark", false],
    [cookies({ excludedCookies: ["Theme"] }, "ALL"), "dark", false],
  ])("%j has %j: %s", (fieldToMatch, searchString, expected) => {
    expect(matches(fieldIs(fieldToMatch, searchString), request)).toBe(expected);
  });

  const long = { uri: "/", headers: { first: "x".repeat(8180), second: "needle" } };
  const many = {
    uri: "/",
    headers: Object.fromEntries(
      Array.from({ length: 201 }, (_, index) => [`h${index}`, index === 200 ? "needle" : ""]),
    ),
  };

  test.each([
    ["CONTINUE", false],
    ["MATCH", true],
    ["NO_MATCH", false],
  ])("beyond 8 KB or 200 headers %s decides: %s", (oversizeHandling, expected) => {
    for (const oversize of [long, many]) {
      expect(matches(fieldIs(headers({ all: {} }, "ALL", oversizeHandling), "needle"), oversize)).toBe(expected);
    }
  });

  test("what follows the header that crosses the limit is not seen", () => {
    const value = fieldIs(headers({ all: {} }, "VALUE"), "needle");
    const two = { uri: "/", headers: { a: "x".repeat(9000), b: "needle" } };
    expect(matches(value, two)).toBe(false);
    expect(matches(value, { uri: "/", headers: { b: "needle", a: "x".repeat(9000) } })).toBe(true);
  });

  test("a filter this does not know throws, and so do two", () => {
    for (const filter of [{ invented: [] }, { includedCookies: ["a"] }]) {
      expect(() => matches(fieldIs(headers(filter, "ALL"), "x"), request)).toThrow(NotModelled);
    }
    expect(() => matches(fieldIs(cookies({ all: {}, includedCookies: ["a"] }, "ALL"), "x"), request)).toThrow(
      RefusedWebAcl,
    );
  });

  test("what is within the limits is inspected, and a single header without limits", () => {
    expect(matches(fieldIs(headers({ all: {} }, "VALUE"), "x".repeat(200), "CONTAINS"), long)).toBe(true);
    expect(matches(fieldIs(headers({ all: {} }, "KEY"), "second".slice(0, 6)), long)).toBe(true);
    expect(matches(fieldIs({ singleHeader: { name: "second" } }, "needle"), long)).toBe(true);
  });
});

describe("a body", () => {
  const needleAt = (offset: number) => ({ uri: "/", body: `${"x".repeat(offset)}needle` });
  const body = (oversizeHandling?: string) => fieldIs({ body: { oversizeHandling } }, "needle", "CONTAINS");

  test.each([
    [undefined, 16_000, true],
    [undefined, 16_384, false],
    [undefined, 16_380, false],
    ["CONTINUE", 16_384, false],
    ["MATCH", 16_384, true],
    ["NO_MATCH", 16_000, true],
    ["NO_MATCH", 16_384, false],
  ])("with oversize handling %s and the needle at byte %d: %s", (oversizeHandling, offset, expected) => {
    expect(matches(body(oversizeHandling), needleAt(offset))).toBe(expected);
  });

  test("is inspected as far as the web ACL pays for", () => {
    const evaluate = (defaultSizeInspectionLimit: string) =>
      evaluateWebAcl(
        {
          defaultAction: { allow: {} },
          associationConfig: { requestBodies: [{ cloudfront: { defaultSizeInspectionLimit } }] },
          rules: [ruleOf(body())],
        },
        needleAt(40_000),
      ).action;
    expect(evaluate("KB_32")).toBe("allow");
    expect(evaluate("KB_48")).toBe("block");
    expect(() => evaluate("KB_8")).toThrow(RefusedWebAcl);
  });

  test("that is missing does not match", () => {
    expect(matches(body("MATCH"), { uri: "/" })).toBe(false);
  });
});
