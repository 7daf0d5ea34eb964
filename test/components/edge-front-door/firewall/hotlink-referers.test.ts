// Referers as anybody may write them: the verdict for each, and why.

import { emitFirewall, requestFor } from "./emitted-firewall";

const uri = "/images/logo.png";

interface Verdicts {
  /** With the defaults; with `allowHttpSites`; without `allowEmptyReferer`. */
  readonly closed: "allow" | "block";
  readonly http: "allow" | "block";
  readonly strict: "allow" | "block";
}

const ALLOW: Verdicts = { closed: "allow", http: "allow", strict: "allow" };
const BLOCK: Verdicts = { closed: "block", http: "block", strict: "block" };

const REFERERS: readonly (readonly [why: string, referer: string | undefined, verdicts: Verdicts])[] = [
  ["the origin of the site's own page", "https://www.example.com/", ALLOW],
  ["its whole URL", "https://www.example.com/shop?q=1", ALLOW],
  ["of the sibling without www.", "https://example.com/shop", ALLOW],
  ["scheme and host mean the same in capitals", "HTTPS://WWW.Example.COM/", ALLOW],
  ["no header: a bookmark, a link in a mail", undefined, { ...ALLOW, strict: "block" }],
  ["an empty header counts as none", "", { ...ALLOW, strict: "block" }],
  ["white space around a value is no part of it", " \t", { ...ALLOW, strict: "block" }],
  ["nor around a page", " https://www.example.com/ ", ALLOW],
  ["plain HTTP is for those who allow it", "http://www.example.com/", { ...BLOCK, http: "allow" }],
  ["the sibling over plain HTTP likewise", "http://example.com/a", { ...BLOCK, http: "allow" }],
  ["a host that begins like the site", "https://www.example.com.evil.net/", BLOCK],
  ["a host that begins like the sibling", "https://example.com.evil.net/logo", BLOCK],
  ["a host that ends like the site", "https://evilexample.com/", BLOCK],
  ["the site's name in a query", "https://evil.test/?www.example.com", BLOCK],
  ["the site's URL in a query", "https://evil.test/?https://www.example.com/", BLOCK],
  ["the site's URL in a path", "https://evil.test/https://www.example.com/", BLOCK],
  ["the site's URL in a fragment", "https://evil.test/#https://www.example.com/", BLOCK],
  ["the site's name as a user name", "https://www.example.com@evil.test/", BLOCK],
  ["the site's name as a user name and a path", "https://www.example.com:x@evil.test/https://example.com/", BLOCK],
  ["a backslash that browsers read as a slash is not written by them", "https://www.example.com\\evil.test/", BLOCK],
  ["another port is another origin", "https://www.example.com:8443/", BLOCK],
  ["browsers do not write the port of the scheme", "https://www.example.com:443/", BLOCK],
  ["a name with a final dot is another origin", "https://www.example.com./", BLOCK],
  ["another subdomain", "https://static.example.com/", BLOCK],
  ["the host alone, which no browser sends", "www.example.com", BLOCK],
  ["an origin without its slash, which no browser sends as a Referer", "https://www.example.com", BLOCK],
  ["a URL without a scheme", "//www.example.com/", BLOCK],
  ["a scheme that only begins like HTTPS", "httpsx://www.example.com/", BLOCK],
  ["another scheme", "ftp://www.example.com/", BLOCK],
  ["a document in a URL", "data:text/html,https://www.example.com/", BLOCK],
  ["an app", "android-app://com.google.android.gm/", BLOCK],
  ["a page of a browser", "about:blank", BLOCK],
  ["what an opaque origin is called in other headers", "null", BLOCK],
  ["an encoded slash is no slash", "https://www.example.com%2F", BLOCK],
  ["a capital that is none in ASCII", "https://www.exampleſ.com/", BLOCK],
];

let fronts: Readonly<Record<keyof Verdicts, Awaited<ReturnType<typeof emitFirewall>>>>;

beforeAll(async () => {
  const pathPrefixes = ["/images/"];
  fronts = {
    closed: await emitFirewall({ hotlinkProtection: { pathPrefixes } }),
    http: await emitFirewall({ hotlinkProtection: { pathPrefixes, allowHttpSites: true } }),
    strict: await emitFirewall({ hotlinkProtection: { pathPrefixes, allowEmptyReferer: false } }),
  };
});

test.each(REFERERS)("%s: %j", (_why, referer, verdicts) => {
  const request = requestFor(uri, referer);
  expect({
    closed: fronts.closed.evaluate(request).action,
    http: fronts.http.evaluate(request).action,
    strict: fronts.strict.evaluate(request).action,
  }).toEqual(verdicts);
});

test.each(REFERERS)("a file that is not protected is for everybody: %s", (_why, referer) => {
  for (const front of Object.values(fronts)) {
    expect(front.evaluate(requestFor("/logo.png", referer))).toMatchObject({ action: "allow", counted: [] });
  }
});

test("whoever is blocked is blocked by that rule, and by the name that metrics and logs show", () => {
  expect(fronts.closed.evaluate(requestFor(uri, "https://evil.test/"))).toMatchObject({
    action: "block",
    terminatedBy: "hotlink-protection",
  });
});

describe("a wildcard", () => {
  let front: Awaited<ReturnType<typeof emitFirewall>>;

  beforeAll(async () => {
    front = await emitFirewall({ hotlinkProtection: { allowedSites: ["*.example.net"] } });
  });

  test.each([
    ["https://de.example.net/", "allow"],
    ["https://de.example.net/a?b", "allow"],
    ["https://DE.Example.Net/", "allow"],
    ["https://x--1_y.example.net/", "allow"],
    ["https://example.net/", "block"],
    ["https://.example.net/", "block"],
    ["https://a.b.example.net/", "block"],
    ["https://de.example.net.evil.test/", "block"],
    ["https://de.example.net@evil.test/", "block"],
    ["https://de.example.net:8443/", "block"],
    ["https://de.exampleXnet/", "block"],
    ["https://evil.test/.example.net/", "block"],
    ["https://evil.test?.example.net/", "block"],
    ["https://evil.test\\.example.net/", "block"],
    ["https://evil.test/\nhttps://de.example.net/", "block"],
    ["http://de.example.net/", "block"],
  ])("stands for one level of encrypted pages: %j, %s", (referer, expected) => {
    expect(front.evaluate(requestFor(uri, referer)).action).toBe(expected);
  });
});
