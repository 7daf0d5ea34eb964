import fc from "fast-check";
import { matchesWildcard } from "../../../policy/waivers/wildcard";

test.each<[string, string, boolean]>([
  ["site", "site", true],
  ["site", "site-2", false],
  ["site", "my-site", false],
  ["Site", "site", false],
  ["*", "", true],
  ["*", "anything at::all", true],
  ["site-*", "site-", true],
  ["site-*", "site-a", true],
  ["site-*", "my-site-a", false],
  ["*-site", "my-site", true],
  ["*-site", "my-site-2", false],
  ["a*b*c", "abc", true],
  ["a*b*c", "axxbxxbc", true],
  ["a*b*c", "acb", false],
  ["ab*ba", "aba", false],
  ["a**b", "ab", true],
  ["a*b*b", "ab", false],
  ["", "", true],
  ["", "a", false],
  // What means something in a regular expression or in other wildcards means itself.
  ["s.te", "site", false],
  ["site?", "sit", false],
  ["(site|shop)", "site", false],
  ["[a-z]", "a", false],
  ["^site$", "site", false],
  ["\\*", "\\anything", true],
  ["\\*", "*", false],
])("%j against %j: %s", (pattern, text, expected) => {
  expect(matchesWildcard(pattern, text)).toBe(expected);
});

test("it says the same as the regular expression that a pattern stands for", () => {
  const few = fc.string({ unit: fc.constantFrom("a", "b", "*", "."), maxLength: 8 });
  fc.assert(
    fc.property(few, few, (pattern, text) => {
      const expression = new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", "[^]*")}$`);
      expect(matchesWildcard(pattern, text)).toBe(expression.test(text));
    }),
    { numRuns: 5000 },
  );
});

test("a pattern that would keep a regular expression busy for ever takes no time", () => {
  const started = performance.now();
  expect(matchesWildcard("*a".repeat(5_000), `${"a".repeat(20_000)}b`)).toBe(false);
  expect(matchesWildcard(`${"*a".repeat(5_000)}*`, "a".repeat(20_000))).toBe(true);
  expect(matchesWildcard(`*${"ab".repeat(50_000)}*`, "ab".repeat(49_999))).toBe(false);
  expect(performance.now() - started).toBeLessThan(1000);
});
