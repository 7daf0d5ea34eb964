// CloudFront before it: everything to the nearest Region, reads to its neighbour as well.

import * as pulumi from "@pulumi/pulumi";
import { CachePolicy, httpOrigin } from "../../../components";
import { known } from "../record-stack";
import { type Served, secret, serve } from "./serve";

const old = "fedcba9876543210";

let plain: Served;
let full: Served;
beforeAll(async () => {
  plain = await serve({ frontDoor: {} });
  full = await serve({
    secretHeader: { name: "x-shop", value: pulumi.secret(secret), previousValue: old },
    frontDoor: {
      domain: { name: "shop.example.com", hostedZoneId: "Z1" },
      readPaths: ["/catalog/*", "/prices"],
      readBehavior: { cachePolicyId: CachePolicy.CachingOptimized },
      routes: [{ name: "app", pathPattern: "/app/*", origin: httpOrigin({ domainName: "app.example.net" }) }],
    },
  });
});

function server(originId: string, domainName: string, header: string, more: object = {}) {
  return {
    originId,
    domainName,
    customHeaders: [{ name: header, value: secret }],
    customOriginConfig: {
      httpPort: 80,
      httpsPort: 443,
      originProtocolPolicy: "https-only",
      originReadTimeout: 30,
      originSslProtocols: ["TLSv1.2"],
    },
    ...more,
  };
}

test("everything goes to the nearest Region, uncached, with all methods", () => {
  const { origins, originGroups, orderedCacheBehaviors, defaultCacheBehavior } =
    plain.inputsOf("shop-edge-distribution");
  expect(origins).toEqual([server("default", "shop-origin.example.com", "x-origin-verify")]);
  expect(originGroups).toBeUndefined();
  expect(orderedCacheBehaviors).toEqual([]);
  expect(defaultCacheBehavior).toMatchObject({
    targetOriginId: "default",
    allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
    cachePolicyId: CachePolicy.CachingDisabled,
    viewerProtocolPolicy: "redirect-to-https",
  });
});

test("reads go to the neighbour when the nearest Region fails once, after the caller's own routes", () => {
  const distribution = full.inputsOf("shop-edge-distribution");
  const reads = "route-read-1";
  expect(distribution.origins).toEqual([
    server("default", "shop-origin.example.com", "x-shop"),
    expect.objectContaining({ originId: "route-app", domainName: "app.example.net" }),
    server(reads, "shop-origin.example.com", "x-shop", { connectionAttempts: 1 }),
    server(`${reads}-secondary`, "fallback-shop-origin.example.com", "x-shop"),
  ]);
  expect(distribution.originGroups).toEqual([
    {
      originId: `${reads}-group`,
      failoverCriteria: { statusCodes: [500, 502, 503, 504] },
      members: [{ originId: reads }, { originId: `${reads}-secondary` }],
    },
  ]);
  const read = { targetOriginId: `${reads}-group`, cachePolicyId: CachePolicy.CachingOptimized };
  expect(distribution.orderedCacheBehaviors).toEqual([
    expect.objectContaining({ pathPattern: "/app/*", targetOriginId: "route-app" }),
    expect.objectContaining({ pathPattern: "/catalog/*", ...read }),
    expect.objectContaining({ pathPattern: "/prices", ...read }),
  ]);
});

test("sends the new secret while both are accepted, and Pulumi keeps it", () => {
  expect(JSON.stringify(full.inputsOf("shop-edge-distribution"))).not.toContain(old);
  expect(full.resource("shop-edge-distribution").secrets).toEqual(["origins"]);
});

test("its address is the service's", async () => {
  expect(await known(plain.shop.url)).toBe("https://d111111abcdef8.cloudfront.net");
  expect(await known(full.shop.url)).toBe("https://shop.example.com");
});

test("without one there is nothing of CloudFront, and no address", async () => {
  const { resources, shop } = await serve();
  expect(resources.filter(({ type }) => /EdgeFrontDoor|^aws:(cloudfront|wafv2)\//.test(type))).toEqual([]);
  expect(await known(shop.url)).toBeUndefined();
});
