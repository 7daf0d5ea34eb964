import * as fc from "fast-check";
import { NotModelled, Place, RefusedWebAcl } from "./inputs";
import { normalizePath } from "./normalize-path";
import { compileTransformations, TRANSFORMATIONS } from "./text-transformations";

function transform(input: string, ...types: string[]): string {
  const steps = types.map((type, priority) => ({ priority, type }));
  return compileTransformations(new Place("textTransformations", steps))(input);
}

test.each([
  ["NONE", "/A%20b//c", "/A%20b//c"],
  ["LOWERCASE", "AZ[az]ÄÉ", "az[az]ÄÉ"],
  ["COMPRESS_WHITE_SPACE", "a \t\f\r\n\v\xa0 b  c", "a b c"],
  ["COMPRESS_WHITE_SPACE", "\ta", " a"],
  ["REMOVE_NULLS", "\0a\0\0b\0", "ab"],
  ["URL_DECODE", "/wp%2Dcontent%2fa", "/wp-content/a"],
  ["URL_DECODE", "%252D", "%2D"],
  ["URL_DECODE", "a+b", "a b"],
  ["URL_DECODE", "%2B", "+"],
  ["URL_DECODE", "%", "%"],
  ["URL_DECODE", "%4", "%4"],
  ["URL_DECODE", "%zz%41", "%zzA"],
  ["URL_DECODE", "%u0041", "%u0041"],
  ["URL_DECODE", "%c3%bc", "\xc3\xbc"],
  ["URL_DECODE_UNI", "%41%u0042", "AB"],
  ["URL_DECODE_UNI", "%uFF0Fwp%uff21", "/wpA"],
  ["URL_DECODE_UNI", "%uFF01%uFF5E", "!~"],
  ["URL_DECODE_UNI", "%u2215%uFF00%uFF5F", "\x15\x00\x5f"],
  ["URL_DECODE_UNI", "%u00", "%u00"],
  ["NORMALIZE_PATH_WIN", "\\a\\..\\b/.\\c", "/b/c"],
])("%s makes of %j %j", (type, input, expected) => {
  expect(transform(input, type)).toBe(expected);
});

test.each([
  // Multiple slashes and self-references.
  ["/a//b///c", "/a/b/c"],
  ["//wp-content", "/wp-content"],
  ["/./wp-content/./x/.", "/wp-content/x"],
  ["./a", "a"],
  // Back-references, at the beginning and elsewhere.
  ["/x/../wp-content", "/wp-content"],
  ["/a/b/../../c", "/c"],
  ["a/../../b", "../b"],
  ["../a", "../a"],
  ["../../a/..", "../.."],
  ["/../a", "/a"],
  ["/a/../..", "/"],
  // A slash at the end stays, none is added.
  ["/a/", "/a/"],
  ["/a//", "/a/"],
  ["/a/./", "/a/"],
  ["/a/b/..", "/a"],
  ["/a/b/../", "/a/"],
  // Names that look like references.
  ["/.a/..b/c./...", "/.a/..b/c./..."],
  ["/%2e%2e/a", "/%2e%2e/a"],
  ["/a\\..\\b", "/a\\..\\b"],
  ["/", "/"],
  ["//", "/"],
  ["", ""],
  [".", ""],
])("NORMALIZE_PATH makes of %j %j", (input, expected) => {
  expect(transform(input, "NORMALIZE_PATH")).toBe(expected);
});

test("a normalised path has no references or slashes left to remove", () => {
  const path = fc.array(fc.constantFrom("/", "//", ".", "..", "a", "b.")).map((parts) => parts.join(""));
  fc.assert(
    fc.property(path, (input) => {
      const normalized = normalizePath(input);
      expect(normalizePath(normalized)).toBe(normalized);
      expect(normalized.replace(/^(\.\.\/)*(\.\.$)?/, "")).not.toMatch(/\/\/|(^|\/)\.\.?(\/|$)/);
      expect(normalized.startsWith("/")).toBe(input.startsWith("/"));
    }),
  );
});

test("transformations run in the order of their priorities", () => {
  const run = (...steps: object[]) => compileTransformations(new Place("t", steps))("/a/%2e%2e/B");
  const decode = { type: "URL_DECODE" };
  const normalize = { type: "NORMALIZE_PATH" };
  expect(run({ priority: 7, ...normalize }, { priority: 3, ...decode })).toBe("/B");
  expect(run({ priority: 7, ...decode }, { priority: 3, ...normalize })).toBe("/a/../B");
});

test("AWS refuses none at all, more than ten, equal priorities and types it does not have", () => {
  const compile = (steps: unknown[]) => () => compileTransformations(new Place("t", steps));
  const step = (priority: number) => ({ priority, type: "NONE" });
  expect(compile([])).toThrow(RefusedWebAcl);
  expect(compile(Array.from({ length: 11 }, (_, index) => step(index)))).toThrow(RefusedWebAcl);
  expect(compile([step(1), step(1)])).toThrow("priorities must be different");
  expect(compile([{ priority: 0, type: "SHOUT" }])).toThrow(RefusedWebAcl);
  expect(compile([step(-1)])).toThrow(RefusedWebAcl);
});

test("a transformation this does not know throws instead of doing nothing", () => {
  expect(() => transform("x", "HTML_ENTITY_DECODE")).toThrow(NotModelled);
  expect([...TRANSFORMATIONS.keys()].map((type) => transform("", type))).toEqual(Array(8).fill(""));
});
