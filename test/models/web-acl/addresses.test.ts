import { RefusedWebAcl } from "./inputs";
import { evaluateRules, matches, ruleOf, type Statement } from "./one-rule";

const arn = "arn:aws:wafv2:us-east-1:123456789012:global/ipset/office/1";

describe("IP sets", () => {
  const world = { ipSets: { [arn]: ["192.0.2.0/24", "198.51.100.7/32", "2001:db8:aa::/48"] } };
  const inSet: Statement = { ipSetReferenceStatement: { arn } };

  test.each([
    ["192.0.2.1", true],
    ["192.0.3.1", false],
    ["198.51.100.7", true],
    ["198.51.100.8", false],
    ["2001:db8:aa::1", true],
    ["2001:db8:aa:0:ffff::", true],
    ["2001:db8:ab::1", false],
  ])("%s: %s", (clientIp, expected) => {
    expect(matches(inSet, { uri: "/", clientIp }, world)).toBe(expected);
  });

  test.each([
    ["FIRST", "192.0.2.1, 203.0.113.1", true],
    ["FIRST", "203.0.113.1, 192.0.2.1", false],
    ["LAST", "203.0.113.1, 192.0.2.1", true],
    ["LAST", "192.0.2.1, 203.0.113.1", false],
    ["ANY", "203.0.113.1, 192.0.2.1, 203.0.113.2", true],
    ["ANY", "203.0.113.1, 203.0.113.2", false],
    ["ANY", `192.0.2.1${", 203.0.113.1".repeat(9)}`, true],
    ["ANY", `192.0.2.1${", 203.0.113.1".repeat(10)}`, false],
    ["FIRST", "2001:db8:aa::1", true],
  ])("%s of the header %j: %s", (position, header, expected) => {
    const request = { uri: "/", clientIp: "192.0.2.1", headers: { "X-Forwarded-For": header } };
    expect(matches(forwarded(position, "NO_MATCH"), request, world)).toBe(expected);
  });

  test.each(["unknown", "192.0.2.1:443", "192.0.2.1 192.0.2.2", "", "1.2.3, 192.0.2.1"])(
    "the fallback is for a header without a valid address in the position: %j",
    (header) => {
      const request = { uri: "/", headers: { "x-forwarded-for": header } };
      expect(matches(forwarded("FIRST", "MATCH"), request, world)).toBe(true);
      expect(matches(forwarded("FIRST", "NO_MATCH"), request, world)).toBe(false);
    },
  );

  test("a header that is missing does not match, whatever the fallback and whoever sent the request", () => {
    const request = { uri: "/", clientIp: "192.0.2.1" };
    expect(matches(forwarded("FIRST", "MATCH"), request, world)).toBe(false);
    expect(matches({ notStatement: { statement: forwarded("FIRST", "MATCH") } }, request, world)).toBe(true);
  });

  test.each(["0.0.0.0/0", "::/0", "192.0.2.1", "192.0.2.0/33", "2001:db8::/129", "example.com/8", "192.0.2.0/24/1"])(
    "AWS refuses the range %s",
    (range) => {
      expect(() => matches(inSet, { uri: "/" }, { ipSets: { [arn]: [range] } })).toThrow(RefusedWebAcl);
    },
  );

  test("an IP set that the world does not have throws", () => {
    expect(() => matches(inSet, { uri: "/" })).toThrow("the world does not have this IP set");
  });

  function forwarded(position: string, fallbackBehavior: string): Statement {
    const ipSetForwardedIpConfig = { headerName: "X-Forwarded-For", position, fallbackBehavior };
    return { ipSetReferenceStatement: { arn, ipSetForwardedIpConfig } };
  }
});

describe("countries", () => {
  const fromGermany: Statement = { geoMatchStatement: { countryCodes: ["DE", "AT"] } };
  const forwarded = (fallbackBehavior: string): Statement => ({
    geoMatchStatement: {
      countryCodes: ["DE"],
      forwardedIpConfig: { headerName: "X-Forwarded-For", fallbackBehavior },
    },
  });

  test("are of the client, and label the request whether they match or not", () => {
    const evaluate = (country: string) => evaluateRules([ruleOf(fromGermany)], { uri: "/" }, { country });
    expect(evaluate("AT")).toMatchObject({
      action: "block",
      labels: ["awswaf:clientip:geo:country:AT", "awswaf:clientip:geo:region:AT-XX"],
    });
    expect(evaluate("US")).toMatchObject({
      action: "allow",
      labels: ["awswaf:clientip:geo:country:US", "awswaf:clientip:geo:region:US-XX"],
    });
  });

  test("can be of the first address in a header", () => {
    const world = { country: { "192.0.2.1": "DE", "203.0.113.10": "US" } };
    const request = { uri: "/", headers: { "X-Forwarded-For": "192.0.2.1, 203.0.113.10" } };
    expect(evaluateRules([ruleOf(forwarded("NO_MATCH"))], request, world)).toMatchObject({
      action: "block",
      labels: ["awswaf:forwardedip:geo:country:DE", "awswaf:forwardedip:geo:region:DE-XX"],
    });
    const unknown = { uri: "/", headers: { "X-Forwarded-For": "192.0.2.99" } };
    expect(evaluateRules([ruleOf(forwarded("MATCH"))], unknown, world).labels).toContain(
      "awswaf:forwardedip:geo:country:XX",
    );
    expect(matches(forwarded("MATCH"), { uri: "/", headers: { "X-Forwarded-For": "x" } }, world)).toBe(true);
    expect(matches(forwarded("MATCH"), { uri: "/" }, world)).toBe(false);
  });

  test("are two capitals each, and the world has to know one", () => {
    const wrong: Statement = { geoMatchStatement: { countryCodes: ["Germany"] } };
    expect(() => matches(wrong, { uri: "/" }, { country: "DE" })).toThrow(RefusedWebAcl);
    expect(() => matches(fromGermany, { uri: "/" })).toThrow("the world does not have a country");
  });
});
