import { NotModelled, RefusedWebAcl } from "./inputs";
import { evaluateUntyped, type FieldToMatch, fieldIs, matches, NO_TRANSFORMATION } from "./one-rule";
import type { WebRequest } from "./web-request";

const request: WebRequest = {
  uri: "/a%20b//c?Region=boston&region=seattle&empty=&flag&x=a=b",
  method: "POST",
  headers: { Host: "example.com", " X-Trace ": " abc ", Cookie: "id=1; Theme=dark; raw" },
  body: "hello",
};

test.each<[FieldToMatch, string, boolean]>([
  [{ method: {} }, "POST", true],
  [{ method: {} }, "post", false],
  // Nothing is normalised or decoded that no transformation asks for.
  [{ uriPath: {} }, "/a%20b//c", true],
  [{ uriPath: {} }, "/a b/c", false],
  [{ queryString: {} }, "Region=boston&region=seattle&empty=&flag&x=a=b", true],
  [{ singleHeader: { name: "host" } }, "example.com", true],
  [{ singleHeader: { name: "x-trace" } }, "abc", true],
  [{ singleHeader: { name: "referer" } }, "abc", false],
  [{ singleQueryArgument: { name: "region" } }, "boston", true],
  [{ singleQueryArgument: { name: "region" } }, "seattle", true],
  [{ singleQueryArgument: { name: "x" } }, "a=b", true],
  [{ singleQueryArgument: { name: "missing" } }, "boston", false],
  [{ allQueryArguments: {} }, "seattle", true],
  [{ allQueryArguments: {} }, "region", false],
  [{ body: {} }, "hello", true],
])("%j is %j: %s", (fieldToMatch, searchString, expected) => {
  expect(matches(fieldIs(fieldToMatch, searchString), request)).toBe(expected);
});

test("names have to be lower case, and a field is one", () => {
  expect(() => matches(fieldIs({ singleHeader: { name: "Referer" } }, "x"), request)).toThrow(RefusedWebAcl);
  expect(() => matches(fieldIs({ singleQueryArgument: { name: "x".repeat(31) } }, "x"), request)).toThrow(
    RefusedWebAcl,
  );
  expect(() => matches(fieldIs({ uriPath: {}, method: {} }, "x"), request)).toThrow("exactly one member");
  expect(() => matches(fieldIs({}, "x"), request)).toThrow("exactly one member");
});

test("a field this does not know throws, and so does a request it cannot take apart", () => {
  for (const kind of ["jsonBody", "headerOrders", "ja3Fingerprint", "ja4Fingerprint", "uriFragment", "invented"]) {
    const byteMatchStatement = {
      fieldToMatch: { [kind]: {} },
      positionalConstraint: "EXACTLY",
      searchString: "x",
      textTransformations: NO_TRANSFORMATION,
    };
    expect(() => evaluateUntyped({ byteMatchStatement })).toThrow(NotModelled);
  }
  const path = fieldIs({ uriPath: {} }, "x");
  const referer = fieldIs({ singleHeader: { name: "referer" } }, "x");
  expect(() => matches(path, { uri: "https://example.com/" })).toThrow(NotModelled);
  expect(() => matches(path, { uri: "/#top" })).toThrow(NotModelled);
  expect(() => matches(referer, { uri: "/", headers: { Referer: "a", referer: "b" } })).toThrow(NotModelled);
});
