// What is wrong with the published rules, and so what the component's own rule has to do differently: compare whole origins with
// their slash, block and never allow, and look at paths decoded and normalised.

import { embeddedRequest, REFERRER_POLICIES, type ReferrerPolicy } from "./browser-referers";
import { evaluateRules, type Rule, ruleOf } from "./one-rule";
import { approach1, approach2 } from "./published-hotlink-rules";
import type { World } from "./world";

function actionFor(rules: Rule[], uri: string, referer: string | undefined): string {
  return evaluateRules(rules, { uri, headers: referer === undefined ? {} : { Referer: referer } }).action;
}

describe("approach 1, a separate subdomain", () => {
  const image = "https://static.example.com/favicon.ico";
  const fromPage = (rules: Rule[], page: string, policy?: ReferrerPolicy) =>
    evaluateRules(rules, embeddedRequest(page, image, policy)).action;

  test("as built passes the post's own two tests, whose Referers no browser sends", () => {
    expect(actionFor(approach1("EXACTLY"), "/favicon.ico", "example.com")).toBe("allow");
    expect(actionFor(approach1("EXACTLY"), "/favicon.ico", "example.net")).toBe("block");
  });

  test.each(REFERRER_POLICIES)("as built blocks the site's own visitors, with the policy %s", (policy) => {
    for (const page of ["https://example.com/", "https://example.com/shop?q=1", "https://www.example.com/"]) {
      expect(fromPage(approach1("EXACTLY"), page, policy)).toBe("block");
    }
  });

  test("with “ends with” blocks them too, and lets other sites in", () => {
    expect(fromPage(approach1("ENDS_WITH"), "https://example.com/")).toBe("block");
    expect(actionFor(approach1("ENDS_WITH"), "/favicon.ico", "https://evilexample.com")).toBe("allow");
    expect(fromPage(approach1("ENDS_WITH"), "https://evil.test/?evilexample.com", "unsafe-url")).toBe("allow");
  });

  test("with “contains” lets in whoever writes the name anywhere", () => {
    expect(fromPage(approach1("CONTAINS"), "https://example.com/")).toBe("allow");
    expect(fromPage(approach1("CONTAINS"), "https://evil.test/?example.com", "unsafe-url")).toBe("allow");
    expect(fromPage(approach1("CONTAINS"), "https://example.com.evil.net/")).toBe("allow");
    expect(fromPage(approach1("CONTAINS"), "https://evilexample.com/")).toBe("allow");
  });
});

describe("approach 2, the same domain", () => {
  const uri = "/wp-content/uploads/image.jpg";
  const fromPage = (page: string) =>
    evaluateRules(approach2, embeddedRequest(page, `https://example.com${uri}`)).action;

  test("passes the post's own three tests", () => {
    expect(actionFor(approach2, uri, "https://example.net/")).toBe("block");
    expect(actionFor(approach2, uri, undefined)).toBe("allow");
    expect(actionFor(approach2, uri, "https://example.com/")).toBe("allow");
  });

  test("lets in hosts that begin like the site: the text has a slash after the name, the steps have none", () => {
    expect(fromPage("https://example.com.evil.net/")).toBe("allow");
    expect(fromPage("https://example.community/")).toBe("allow");
  });

  test("allows, and so takes the request away from every rule after it", () => {
    const core = ruleOf(
      { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
      { name: "core", priority: 2, action: undefined, overrideAction: { none: {} } },
    );
    const world: World = {
      managedRuleGroups: {
        AWSManagedRulesCommonRuleSet: () => [{ rule: "GenericLFI_QUERYARGUMENTS", action: "block" }],
      },
    };
    const attack = { uri: `${uri}?file=../../etc/passwd` };
    const evaluate = (headers: Record<string, string>) =>
      evaluateRules([...approach2, core], { ...attack, headers }, world);
    expect(evaluate({})).toMatchObject({ action: "block", terminatedBy: "core" });
    expect(evaluate({ Referer: "https://example.com/" })).toMatchObject({
      action: "allow",
      evaluated: ["Validate-referer-header"],
    });
  });

  test.each([
    "/wp%2Dcontent/a.jpg",
    "/%77p-content/a.jpg",
    "//wp-content/a.jpg",
    "/./wp-content/a.jpg",
    "/x/../wp-content/a.jpg",
  ])("does not see that %s is the same file", (path) => {
    expect(actionFor(approach2, path, "https://evil.test/")).toBe("allow");
  });

  test("blocks by one spelling of the path and allows by any", () => {
    expect(actionFor(approach2, "/WP-Content/a.jpg", "https://evil.test/")).toBe("allow");
    expect(
      evaluateRules(approach2, { uri: "/WP-Content/a.jpg", headers: { Referer: "https://example.com/" } }),
    ).toMatchObject({ terminatedBy: "Validate-referer-header" });
  });

  test("blocks the site itself under www and over HTTP", () => {
    expect(fromPage("https://www.example.com/")).toBe("block");
    expect(fromPage("http://example.com/")).toBe("block");
  });

  test("takes a Referer that is no URL for none", () => {
    expect(actionFor(approach2, uri, "evil.test")).toBe("allow");
  });
});
