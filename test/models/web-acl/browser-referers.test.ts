import { embeddedRequest, REFERRER_POLICIES, refererOf } from "./browser-referers";

const page = "https://user:secret@shop.example.com/a/page.html?q=1#fragment";
const full = "https://shop.example.com/a/page.html?q=1";
const origin = "https://shop.example.com/";

// Same-origin, same-site, cross-origin, and from HTTPS to HTTP.
const resources = [
  "https://shop.example.com/logo.png",
  "https://static.example.com/logo.png",
  "https://example.net/logo.png",
  "http://example.net/logo.png",
];

test.each([
  ["no-referrer", [undefined, undefined, undefined, undefined]],
  ["no-referrer-when-downgrade", [full, full, full, undefined]],
  ["origin", [origin, origin, origin, origin]],
  ["origin-when-cross-origin", [full, origin, origin, origin]],
  ["same-origin", [full, undefined, undefined, undefined]],
  ["strict-origin", [origin, origin, origin, undefined]],
  ["strict-origin-when-cross-origin", [full, origin, origin, undefined]],
  ["unsafe-url", [full, full, full, full]],
] as const)("%s", (policy, expected) => {
  expect(resources.map((resource) => refererOf(page, resource, policy))).toEqual(expected);
});

test("without a policy browsers take strict-origin-when-cross-origin", () => {
  for (const resource of resources) {
    expect(refererOf(page, resource)).toBe(refererOf(page, resource, "strict-origin-when-cross-origin"));
  }
});

test.each([
  ["a port is part of the origin", "https://a.test:8443/x", "https://a.test/y", "https://a.test:8443/"],
  ["the default port is not written", "https://a.test:443/x", "https://a.test/y", "https://a.test/x"],
  [
    "the host is lower case, and in Punycode",
    "https://WWW.Bücher.example/x",
    "https://a.test/",
    "https://www.xn--bcher-kva.example/",
  ],
  ["HTTP to HTTPS is no downgrade", "http://a.test/x", "https://b.test/", "http://a.test/"],
  ["HTTP to HTTP is none either", "http://a.test/x", "http://b.test/", "http://a.test/"],
  ["HTTPS to a loopback address is none either", "https://a.test/x", "http://127.0.0.1/", "https://a.test/"],
  ["nor to localhost", "https://a.test/x", "http://app.localhost/", "https://a.test/"],
  ["a document without a host of its own sends nothing", "about:blank", "https://a.test/", undefined],
  ["nor does a data URL", "data:text/html,x", "https://a.test/", undefined],
  ["nor a file", "file:///home/x.html", "https://a.test/", undefined],
])("%s", (_, from, to, expected) => {
  expect(refererOf(from, to)).toBe(expected);
});

test("a page with a URL of more than 4,096 characters shows its origin only", () => {
  const start = "https://a.test/?";
  const long = start + "x".repeat(4096 - start.length);
  expect(refererOf(long, "https://a.test/y")).toBe(long);
  expect(refererOf(`${long}x`, "https://a.test/y")).toBe("https://a.test/");
  expect(refererOf(`${long}x`, "https://b.test/y", "unsafe-url")).toBe("https://a.test/");
});

test("a request has the resource's path as a browser writes it, and no Referer where there is none", () => {
  expect(embeddedRequest("https://a.test/x", "https://b.test/c/../d%2De?f#g")).toEqual({
    uri: "/d%2De?f",
    headers: { Host: "b.test", Referer: "https://a.test/" },
  });
  expect(embeddedRequest("https://a.test/x", "https://b.test/", "no-referrer").headers).toEqual({ Host: "b.test" });
});

test("a browser never sends a host without scheme and slash", () => {
  for (const policy of REFERRER_POLICIES) {
    for (const resource of resources) {
      expect(refererOf(page, resource, policy) ?? origin).toMatch(/^https:\/\/shop\.example\.com\//);
    }
  }
});
