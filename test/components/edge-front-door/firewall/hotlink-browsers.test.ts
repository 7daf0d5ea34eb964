// Real browsers' Referers: whoever the site wants to see its images sees them, and other sites' visitors do not.

import { embeddedRequest, REFERRER_POLICIES, type ReferrerPolicy } from "../../../models/web-acl/browser-referers";
import { hostedZoneId } from "../variants";
import { emitFirewall } from "./emitted-firewall";

const image = "https://www.example.com/images/logo.png";
const plainImage = "http://www.example.com/images/logo.png";

/** Pages that may embed: of the domain and its sibling, of a wildcard alias, and of a site of somebody else. */
const OWN_PAGES = [
  "https://www.example.com/",
  "https://www.example.com/shop/shoes.html?size=42#reviews",
  "https://user:secret@www.example.com/account",
  "https://example.com/",
  "https://example.com/start",
  "https://de.example.net/",
  "https://my_shop.example.net/a",
  "https://partner.org/review",
  "https://www.partner.org/review",
  "https://xn--bcher-kva.example/",
];

/** Pages of others, some of which look like the site's. */
const OTHER_PAGES = [
  "https://evil.test/",
  "https://example.com.evil.net/",
  "https://www.example.com.evil.net/",
  "https://evilexample.com/",
  "https://evil-example.com/",
  "https://evil.test/?example.com",
  "https://evil.test/https://www.example.com/",
  "https://www.example.com@evil.test/",
  "https://www.example.com:8443/",
  "https://static.example.com/",
  "https://example.net/",
  "https://a.b.example.net/",
  "https://evilexample.net/",
  "https://partner.org.evil.net/",
  "http://www.example.com/",
  "http://partner.org/",
];

const firewall = {
  hotlinkProtection: { pathPrefixes: ["/images/"], allowedSites: ["partner.org", "xn--bcher-kva.example"] },
};
const domain = { name: "www.example.com", alternativeNames: ["*.example.net"], hostedZoneId };

let front: Awaited<ReturnType<typeof emitFirewall>>;
let withoutEmpty: typeof front;

beforeAll(async () => {
  front = await emitFirewall(firewall, { domain });
  const hotlinkProtection = { ...firewall.hotlinkProtection, allowEmptyReferer: false };
  withoutEmpty = await emitFirewall({ hotlinkProtection }, { domain });
});

const actionFor = (page: string, resource: string, policy?: ReferrerPolicy): string =>
  front.evaluate(embeddedRequest(page, resource, policy)).action;

test.each(OWN_PAGES)("images appear on %s, whatever its referrer policy and whether the image is encrypted", (page) => {
  for (const policy of [undefined, ...REFERRER_POLICIES]) {
    for (const resource of [image, plainImage]) {
      expect([policy, resource, actionFor(page, resource, policy)]).toEqual([policy, resource, "allow"]);
    }
  }
});

test.each(OTHER_PAGES)("images do not appear on %s, unless its browser keeps quiet", (page) => {
  for (const policy of [undefined, ...REFERRER_POLICIES]) {
    const request = embeddedRequest(page, image, policy);
    const expected = "Referer" in (request.headers ?? {}) ? "block" : "allow";
    expect([policy, front.evaluate(request).action]).toEqual([policy, expected]);
  }
});

test("a page of others gets images only with no-referrer and same-origin, or from HTTPS to HTTP", () => {
  const page = "https://evil.test/a?b";
  const allowed = REFERRER_POLICIES.filter((policy) => actionFor(page, image, policy) === "allow");
  expect(allowed).toEqual(["no-referrer", "same-origin"]);
  const downgraded = REFERRER_POLICIES.filter((policy) => actionFor(page, plainImage, policy) === "allow");
  expect(downgraded).toEqual([
    "no-referrer",
    "no-referrer-when-downgrade",
    "same-origin",
    "strict-origin",
    "strict-origin-when-cross-origin",
  ]);
});

test("without an empty Referer nobody else gets any, and the site's own pages have to say who they are", () => {
  const allowed = (page: string) =>
    REFERRER_POLICIES.filter(
      (policy) => withoutEmpty.evaluate(embeddedRequest(page, image, policy)).action === "allow",
    );
  for (const page of OTHER_PAGES) {
    expect([page, allowed(page)]).toEqual([page, []]);
  }
  expect(allowed("https://www.example.com/a")).toEqual(REFERRER_POLICIES.filter((policy) => policy !== "no-referrer"));
  // Of another origin, so that same-origin is quiet too.
  expect(allowed("https://partner.org/a")).toEqual(
    REFERRER_POLICIES.filter((policy) => policy !== "no-referrer" && policy !== "same-origin"),
  );
});

test("an image of a style sheet is asked for by the style sheet", () => {
  expect(actionFor("https://www.example.com/main.css", image)).toBe("allow");
  expect(actionFor("https://cdn.evil.test/main.css", image)).toBe("block");
});

test("a page without a host, such as a mail that was saved, has no Referer and sees images", () => {
  for (const page of ["about:blank", "data:text/html,x", "file:///home/mail.html"]) {
    expect(actionFor(page, image)).toBe("allow");
  }
});

test("a page whose URL is longer than 4,096 characters shows its origin, which is enough", () => {
  expect(actionFor(`https://www.example.com/?${"x".repeat(5_000)}`, image)).toBe("allow");
  expect(actionFor(`https://evil.test/?${"x".repeat(5_000)}`, image)).toBe("block");
});

test("pages served over plain HTTP may embed where they are allowed to", async () => {
  const hotlinkProtection = { ...firewall.hotlinkProtection, allowHttpSites: true };
  const { evaluate } = await emitFirewall({ hotlinkProtection }, { domain });
  const action = (page: string) => evaluate(embeddedRequest(page, plainImage)).action;
  for (const page of OWN_PAGES) {
    expect([page, action(page.replace("https:", "http:"))]).toEqual([page, "allow"]);
    expect([page, action(page)]).toEqual([page, "allow"]);
  }
  for (const page of ["http://evil.test/", "http://www.example.com.evil.net/", "http://a.b.example.net/"]) {
    expect([page, action(page)]).toEqual([page, "block"]);
  }
});
