import * as pulumi from "@pulumi/pulumi";
import {
  type EdgeFrontDoorArgs,
  FrameOption,
  httpOrigin,
  ReferrerPolicy,
  type ResponseHeadersArgs,
  ResponseHeadersPolicy,
  s3Origin,
} from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { find } from "../../record-stack";
import { untyped } from "../../untyped";
import { build } from "../build";

async function policyWith(responseHeaders: ResponseHeadersArgs) {
  return (await build({ origin: s3Origin(), responseHeaders })).inputsOf("site-response-headers");
}

test("without an argument all routes have CloudFront's managed security headers, and no policy is made", async () => {
  const { inputsOf, resources } = await build({
    origin: s3Origin(),
    routes: [{ name: "api", pathPattern: "/api/*", origin: httpOrigin({ domainName: "api.example.com" }) }],
  });
  const expected = { responseHeadersPolicyId: ResponseHeadersPolicy.SecurityHeaders };
  expect(inputsOf("site-distribution")).toMatchObject({
    defaultCacheBehavior: expected,
    orderedCacheBehaviors: [expected],
  });
  expect(resources.filter(({ name }) => name === "site-response-headers")).toEqual([]);
});

test("what is left out has the managed values, and does not weaken what the origin says", async () => {
  expect(await policyWith({})).toEqual({
    comment: "Headers of site",
    securityHeadersConfig: {
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: "SAMEORIGIN", override: false },
      referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override: false },
      strictTransportSecurity: { accessControlMaxAgeSec: 31_536_000, includeSubdomains: false, override: false },
    },
  });
});

test("what is given replaces what the origin says", async () => {
  expect(
    await policyWith({
      contentSecurityPolicy: "default-src 'self'",
      frameOption: FrameOption.Deny,
      referrerPolicy: ReferrerPolicy.SameOrigin,
      hstsMaxAgeSeconds: 300,
      hstsIncludeSubdomains: true,
      customHeaders: { "x-team": "web", "x-version": pulumi.output("7") },
      removedHeaders: ["server", "x-powered-by"],
      corsOrigins: ["https://app.example.com", "https://*.example.org"],
    }),
  ).toEqual({
    comment: "Headers of site",
    securityHeadersConfig: {
      contentSecurityPolicy: { contentSecurityPolicy: "default-src 'self'", override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: "DENY", override: true },
      referrerPolicy: { referrerPolicy: "same-origin", override: true },
      strictTransportSecurity: { accessControlMaxAgeSec: 300, includeSubdomains: true, override: true },
    },
    customHeadersConfig: {
      items: [
        { header: "x-team", value: "web", override: true },
        { header: "x-version", value: "7", override: true },
      ],
    },
    removeHeadersConfig: { items: [{ header: "server" }, { header: "x-powered-by" }] },
    corsConfig: {
      accessControlAllowOrigins: { items: ["https://app.example.com", "https://*.example.org"] },
      accessControlAllowMethods: { items: ["ALL"] },
      accessControlAllowHeaders: { items: ["*"] },
      accessControlAllowCredentials: false,
      accessControlMaxAgeSec: 600,
      originOverride: true,
    },
  });
});

test("HSTS replaces the origin's when any of its arguments is given", async () => {
  expect(await policyWith({ hstsIncludeSubdomains: false })).toMatchObject({
    securityHeadersConfig: {
      strictTransportSecurity: { accessControlMaxAgeSec: 31_536_000, includeSubdomains: false, override: true },
    },
  });
});

test("the policy is of all routes but those that have another", async () => {
  const origin = httpOrigin({ domainName: "api.example.com" });
  const { inputsOf, resources } = await build({
    origin: s3Origin(),
    responseHeaders: { customHeaders: { "x-token": pulumi.secret("s3cr3t") } },
    routes: [
      { name: "api", pathPattern: "/api/*", origin },
      { name: "auth", pathPattern: "/auth/*", origin, responseHeadersPolicyId: ResponseHeadersPolicy.SimpleCors },
    ],
  });
  expect(inputsOf("site-distribution")).toMatchObject({
    defaultCacheBehavior: { responseHeadersPolicyId: "site-response-headers-id" },
    orderedCacheBehaviors: [
      { responseHeadersPolicyId: "site-response-headers-id" },
      { responseHeadersPolicyId: ResponseHeadersPolicy.SimpleCors },
    ],
  });
  expect(find(resources, "site-response-headers").secrets).toEqual(["customHeadersConfig"]);
});

describe("refuses", () => {
  const many = Array.from({ length: 11 }, (_, index) => `x-${index}`);
  const cases: [string, Partial<EdgeFrontDoorArgs>, string[]][] = [
    [
      "a policy beside headers",
      { responseHeaders: {}, responseHeadersPolicyId: "own" },
      ["responseHeaders and responseHeadersPolicyId"],
    ],
    [
      "values that do not exist",
      {
        responseHeaders: {
          frameOption: untyped("ALLOW"),
          referrerPolicy: untyped("none"),
          hstsMaxAgeSeconds: -1,
          contentSecurityPolicy: "x".repeat(1_784),
        },
      },
      [
        "responseHeaders.frameOption",
        "responseHeaders.referrerPolicy",
        "responseHeaders.hstsMaxAgeSeconds",
        "responseHeaders.contentSecurityPolicy",
      ],
    ],
    [
      "more headers than a policy has",
      { responseHeaders: { customHeaders: Object.fromEntries(many.map((each) => [each, ""])), removedHeaders: many } },
      ["responseHeaders.customHeaders", "responseHeaders.removedHeaders"],
    ],
    [
      "names that are none, and one header twice",
      { responseHeaders: { customHeaders: { "x y": "", "X-A": "", "x-a": "" }, removedHeaders: [""] } },
      ["responseHeaders.customHeaders", "responseHeaders.customHeaders", "responseHeaders.removedHeaders"],
    ],
    [
      "origins that are none",
      { responseHeaders: { corsOrigins: ["app.example.com", "https://app.example.com/", "https://ok.example.com"] } },
      ["responseHeaders.corsOrigins[0]", "responseHeaders.corsOrigins[1]"],
    ],
    ["an empty list of origins", { responseHeaders: { corsOrigins: [] } }, ["responseHeaders.corsOrigins"]],
  ];
  test.each(cases)("%s", (_title, args, paths) => {
    expect(checkEdgeFrontDoor("site", { origin: s3Origin(), ...args }).map(({ path }) => path)).toEqual(paths);
  });

  test.each([
    ["Content-Security-Policy", "contentSecurityPolicy"],
    ["x-frame-options", "frameOption"],
    ["Referrer-Policy", "referrerPolicy"],
    ["strict-transport-security", "hstsMaxAgeSeconds"],
    ["Access-Control-Allow-Origin", "corsOrigins"],
  ])("%s among custom headers, which CloudFront takes by %s only", (header, use) => {
    const responseHeaders = { customHeaders: { [header]: "x" } };
    expect(checkEdgeFrontDoor("site", { origin: s3Origin(), responseHeaders })).toEqual([
      { path: "responseHeaders.customHeaders", must: "not have security or CORS headers", got: header, use },
    ]);
  });
});

test("accepts every origin, and headers with unusual names", () => {
  const responseHeaders = { corsOrigins: ["*", "http://localhost:3000"], customHeaders: { constructor: "x" } };
  expect(checkEdgeFrontDoor("site", { origin: s3Origin(), responseHeaders })).toEqual([]);
});
