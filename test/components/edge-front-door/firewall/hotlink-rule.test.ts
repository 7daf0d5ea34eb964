// Hotlink protection as a rule among others: both approaches of the AWS post it replaces, what exactly is emitted, and that it
// takes no request away from the rules after it.

import { FirewallMode, type HotlinkProtectionArgs, ManagedRuleGroup } from "../../../../components";
import { embeddedRequest } from "../../../models/web-acl/browser-referers";
import type { World } from "../../../models/web-acl/world";
import { hostedZoneId } from "../variants";
import { emitFirewall, requestFor } from "./emitted-firewall";

const LOWERCASE = [{ priority: 0, type: "LOWERCASE" }];
const SPELLING = ["URL_DECODE", "NORMALIZE_PATH_WIN", "LOWERCASE"].map((type, priority) => ({ priority, type }));
const fieldToMatch = { singleHeader: { name: "referer" } };

const refererStartsWith = (searchString: string) => ({
  byteMatchStatement: {
    fieldToMatch,
    positionalConstraint: "STARTS_WITH",
    searchString,
    textTransformations: LOWERCASE,
  },
});
const pathStartsWith = (searchString: string) => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: "STARTS_WITH",
    searchString,
    textTransformations: SPELLING,
  },
});
const not = (statement: object) => ({ notStatement: { statement } });
const hasReferer = {
  sizeConstraintStatement: {
    fieldToMatch,
    comparisonOperator: "GT",
    size: 0,
    textTransformations: [{ priority: 0, type: "NONE" }],
  },
};

async function hotlinkRuleOf(hotlinkProtection: HotlinkProtectionArgs, alternativeNames: string[] = []) {
  const domain = { name: "www.example.com", alternativeNames, hostedZoneId };
  const { rules } = await emitFirewall({ hotlinkProtection }, { domain });
  const found = rules.filter(({ name }) => name === "hotlink-protection");
  expect(found).toHaveLength(1);
  return found[0];
}

describe("the rule", () => {
  test("blocks what has a Referer of nobody who may embed", async () => {
    expect(await hotlinkRuleOf({ pathPrefixes: ["/images/"] })).toEqual({
      name: "hotlink-protection",
      priority: 50,
      action: { block: {} },
      statement: {
        andStatement: {
          statements: [
            pathStartsWith("/images/"),
            not(refererStartsWith("https://www.example.com/")),
            not(refererStartsWith("https://example.com/")),
            hasReferer,
          ],
        },
      },
      visibilityConfig: {
        cloudwatchMetricsEnabled: true,
        sampledRequestsEnabled: true,
        metricName: "hotlink-protection",
      },
    });
  });

  test("has every path, site and scheme that was asked for, each once", async () => {
    const rule = await hotlinkRuleOf(
      {
        pathPrefixes: ["/images/", "/Fonts/"],
        allowedSites: ["partner.org", "www.partner.org", "*.example.net"],
        allowHttpSites: true,
        allowEmptyReferer: false,
      },
      ["example.com", "*.example.com"],
    );
    const regexMatchStatement = (regexString: string) => ({
      regexMatchStatement: { fieldToMatch, regexString, textTransformations: LOWERCASE },
    });
    expect(rule?.statement).toEqual({
      andStatement: {
        statements: [
          { orStatement: { statements: [pathStartsWith("/images/"), pathStartsWith("/fonts/")] } },
          not(refererStartsWith("https://www.example.com/")),
          not(refererStartsWith("http://www.example.com/")),
          not(refererStartsWith("https://example.com/")),
          not(refererStartsWith("http://example.com/")),
          not(regexMatchStatement("^https?://[a-z0-9_-]+\\.example\\.com/")),
          not(refererStartsWith("https://partner.org/")),
          not(refererStartsWith("http://partner.org/")),
          not(refererStartsWith("https://www.partner.org/")),
          not(refererStartsWith("http://www.partner.org/")),
          not(regexMatchStatement("^https?://[a-z0-9_-]+\\.example\\.net/")),
        ],
      },
    });
  });

  test("needs no AND where one condition is left", async () => {
    const { rules } = await emitFirewall(
      { hotlinkProtection: { allowedSites: ["*.example.net"], allowEmptyReferer: false } },
      { domain: undefined },
    );
    expect(rules[0]?.statement).toEqual(
      not({
        regexMatchStatement: {
          fieldToMatch,
          regexString: "^https://[a-z0-9_-]+\\.example\\.net/",
          textTransformations: LOWERCASE,
        },
      }),
    );
  });

  test("is absent unless asked for", async () => {
    const { rules } = await emitFirewall({ mode: FirewallMode.Managed });
    expect(rules.map(({ name }) => name)).not.toContain("hotlink-protection");
  });
});

describe("approach 1: static.example.com has files alone, and every request must name example.com", () => {
  let front: Awaited<ReturnType<typeof emitFirewall>>;

  beforeAll(async () => {
    front = await emitFirewall(
      { hotlinkProtection: { allowedSites: ["example.com"], allowEmptyReferer: false } },
      { domain: { name: "static.example.com", hostedZoneId } },
    );
  });

  test.each([
    ["https://example.com/", "allow"],
    ["https://example.com/shop?q=1", "allow"],
    ["https://www.example.com/", "allow"],
    ["https://example.net/", "block"],
    ["https://evilexample.com/", "block"],
    ["https://example.com.evil.net/", "block"],
  ])("a page at %s: %s", (page, expected) => {
    for (const file of ["favicon.ico", "main.css", "a/b/c.woff2", ""]) {
      expect(front.evaluate(embeddedRequest(page, `https://static.example.com/${file}`)).action).toBe(expected);
    }
  });

  test("a style sheet of its own may name an image", () => {
    const image = "https://static.example.com/logo.png";
    expect(front.evaluate(embeddedRequest("https://static.example.com/main.css", image)).action).toBe("allow");
  });

  test("a direct request is blocked", () => {
    expect(front.evaluate(requestFor("/favicon.ico")).action).toBe("block");
    expect(front.evaluate(requestFor("/favicon.ico", "")).action).toBe("block");
  });

  test("the Referers of the post's own example, which no browser sends, are blocked", () => {
    expect(front.evaluate(requestFor("/favicon.ico", "example.com")).action).toBe("block");
  });
});

describe("approach 2: files in a folder of the same domain, and direct requests pass", () => {
  const file = "/wp-content/uploads/2013/03/shareable-image.jpg";
  let front: Awaited<ReturnType<typeof emitFirewall>>;

  beforeAll(async () => {
    front = await emitFirewall(
      { hotlinkProtection: { pathPrefixes: ["/wp-content"] } },
      { domain: { name: "example.com", hostedZoneId } },
    );
  });

  test.each([
    ["the post's first test: embedded by somebody else", file, "https://example.net/", "block"],
    ["its second: linked directly", file, undefined, "allow"],
    ["its third: embedded by the site", file, "https://example.com/", "allow"],
    ["embedded by the site at www.", file, "https://www.example.com/", "allow"],
    ["embedded by a host that begins like the site", file, "https://example.community/", "block"],
    ["something that is no URL", file, "evil.test", "block"],
    ["a page of the site, found by a search engine", "/news/", "https://search.test/", "allow"],
  ])("%s", (_title, uri, referer, expected) => {
    expect(front.evaluate(requestFor(uri, referer)).action).toBe(expected);
  });
});

test("a request that it lets pass still meets every rule after it", async () => {
  const { evaluate } = await emitFirewall({ hotlinkProtection: { pathPrefixes: ["/images/"] } });
  const world: World = {
    managedRuleGroups: {
      [ManagedRuleGroup.Core]: ({ uri }) =>
        uri.includes("/etc/passwd") ? [{ rule: "GenericLFI_QUERYARGUMENTS", action: "block" }] : [],
    },
  };
  const groups = [ManagedRuleGroup.IpReputation, ManagedRuleGroup.Core, ManagedRuleGroup.KnownBadInputs];
  const own = "https://www.example.com/";
  expect(evaluate(requestFor("/images/a.png", own), world)).toEqual({
    action: "allow",
    counted: [],
    labels: [],
    evaluated: ["hotlink-protection", ...groups],
  });
  for (const referer of [own, undefined, ""]) {
    expect(evaluate(requestFor("/images/a.png?file=/etc/passwd", referer), world)).toMatchObject({
      action: "block",
      terminatedBy: ManagedRuleGroup.Core,
    });
  }
  expect(evaluate(requestFor("/images/a.png?file=/etc/passwd", "https://evil.test/"), world)).toMatchObject({
    terminatedBy: "hotlink-protection",
    evaluated: ["hotlink-protection"],
  });
});
