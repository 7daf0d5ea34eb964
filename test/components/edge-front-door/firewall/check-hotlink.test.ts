// Sites that may embed, and paths that requests can begin with.

import type { HotlinkProtectionArgs } from "../../../../components";
import { pathsOf } from "./problems-of";

const hotlink = (hotlinkProtection: HotlinkProtectionArgs) => ({ hotlinkProtection });

test("needs a site whose pages may embed", () => {
  expect(pathsOf(hotlink({}), [])).toEqual(["firewall.hotlinkProtection.allowedSites and domain"]);
  expect(pathsOf(hotlink({ allowedSites: ["a.com"] }), [])).toEqual([]);
});

test("needs sites that AWS WAF can compare with", () => {
  expect(pathsOf(hotlink({ allowedSites: [longName(187)] }))).toEqual([]);
  expect(pathsOf(hotlink({ allowedSites: ["a.com", longName(188)] }))).toEqual([
    "firewall.hotlinkProtection.allowedSites[1]",
  ]);
});

test("needs a domain that AWS WAF can compare with", () => {
  expect(pathsOf(hotlink({}), [longName(187)])).toEqual([]);
  expect(pathsOf(hotlink({}), [longName(188)])).toEqual(["firewall.hotlinkProtection and domain"]);
});

test.each(["/", "/images", "/images/", "/a/b.c/d-e_f~g", "/bücher/", "/a!$&'(),;=:@", `/${"x".repeat(199)}`])(
  "takes the path %j",
  (prefix) => {
    expect(pathsOf(hotlink({ pathPrefixes: [prefix] }))).toEqual([]);
  },
);

test.each([
  "",
  "images/",
  "/images?",
  "/images#",
  "/my images/",
  "/images/*",
  "/%69mages/",
  "/a+b/",
  "//images/",
  "/a//b",
  "/./images/",
  "/images/.",
  "/a/../images/",
  "/images/..",
  "\\images\\",
  "/a\\b",
  `/${"x".repeat(200)}`,
  // 101 characters and 201 bytes.
  `/${"ü".repeat(100)}`,
])("refuses the path %j, with which no request would begin", (prefix) => {
  expect(pathsOf(hotlink({ pathPrefixes: ["/images/", prefix] }))).toEqual([
    "firewall.hotlinkProtection.pathPrefixes[1]",
  ]);
});

function longName(length: number): string {
  const label = "a".repeat(50);
  return `${label}.${label}.${label}.${"d".repeat(length - 157)}.com`;
}
