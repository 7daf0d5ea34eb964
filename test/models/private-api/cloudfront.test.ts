import { sendToOrigin } from "./cloudfront";
import { Input, NotModelled } from "./inputs";
import type { HttpRequest } from "./request";
import { strangersDistribution } from "./stranger";

const ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";
const base = strangersDistribution({ "X-Key": "own" });

function send(distribution: object, request: Partial<HttpRequest> = {}) {
  const viewers = { host: "www.example.com", path: "/a?b=c", ...request };
  return sendToOrigin(new Input("distribution", { aliases: ["www.example.com"], ...base, ...distribution }), viewers);
}

test("puts the origin's path in front, its name for the host and its headers over the viewer's", () => {
  expect(send({}, { headers: { "x-key": "guessed", "user-agent": "curl" } })).toEqual({
    passed: {
      request: {
        host: "orders-origin.example.com",
        path: "/live/a?b=c",
        headers: { "user-agent": "curl", "X-Key": "own" },
      },
      vpcOriginId: "orders-vpc-origin-id",
      serverNames: ["orders-origin.example.com", "orders-origin.example.com"],
    },
  });
});

test("forwards the viewer's host if the policy says so", () => {
  const defaultCacheBehavior = { ...base.defaultCacheBehavior, originRequestPolicyId: ALL_VIEWER };
  expect(send({ defaultCacheBehavior })).toMatchObject({
    passed: { request: { host: "www.example.com" }, serverNames: ["orders-origin.example.com", "www.example.com"] },
  });
});

test("takes the first behavior whose pattern fits the path", () => {
  const other = { originId: "other", domainName: "other.example.com" };
  const behavior = (pathPattern: string) => ({ ...base.defaultCacheBehavior, pathPattern, targetOriginId: "other" });
  const distribution = { origins: [...base.origins, other], orderedCacheBehaviors: [behavior("/a/*"), behavior("b")] };
  const hostOf = (path: string) => send(distribution, { path });
  expect(hostOf("/a/b")).toMatchObject({ passed: { request: { host: "other.example.com", path: "/a/b" } } });
  expect(hostOf("/b?c")).toMatchObject({ passed: { request: { host: "other.example.com" } } });
  expect(hostOf("/a")).toMatchObject({ passed: { request: { host: "orders-origin.example.com" } } });
});

test.each([
  [{ host: "orders.example.com" }, "no distribution is called orders.example.com"],
  [{ method: "POST" }, "POST is not allowed"],
])("refuses %j", (request, why) => {
  expect(send({}, request)).toEqual({ refused: { gate: "CloudFront", why } });
});

test("what it would cache, or forward otherwise, is not modelled", () => {
  for (const policy of ["cachePolicyId", "originRequestPolicyId"]) {
    const defaultCacheBehavior = { ...base.defaultCacheBehavior, [policy]: "of-my-own" };
    expect(() => send({ defaultCacheBehavior })).toThrow(NotModelled);
  }
});
