// Whether a distribution is let through, by the secret header it sends.

import * as pulumi from "@pulumi/pulumi";
import { argsWith, orders, secret } from "../../components/private-api-origin/variants";
import { emittedFor } from "./emitted";
import { fromViewer } from "./push";
import type { Outcome } from "./request";
import { strangersDistribution } from "./stranger";

const host = "d0strangers.cloudfront.net";
const previous = "fedcba9876543210fedcba9876543210";

function gateOf(outcome: Outcome): string {
  return "refused" in outcome ? outcome.refused.gate : "none";
}

describe("outside of a rotation", () => {
  let made: Awaited<ReturnType<typeof emittedFor>>;

  beforeAll(async () => {
    made = await emittedFor(argsWith());
  });

  test.each<[string, Record<string, string>]>([
    ["no secret", {}],
    ["a wrong one", { "x-origin-verify": "0000000000000000" }],
    ["the beginning of it", { "x-origin-verify": secret.slice(0, -1) }],
    ["more than it", { "x-origin-verify": `${secret}0` }],
    ["a star", { "x-origin-verify": "*" }],
    ["question marks", { "x-origin-verify": "?".repeat(secret.length) }],
    ["the right one in another header", { "x-origin": secret }],
    ["the previous one", { "x-origin-verify": previous }],
  ])("a distribution with %s meets the listener's 403", (_title, headers) => {
    const outcome = fromViewer(made.stack, strangersDistribution(headers), { host, path: "/orders" });
    expect(outcome).toEqual({ refused: { gate: "listener, default action", why: "fixed response 403" } });
  });

  test("a viewer who guesses changes nothing: the distribution's own header takes its place", () => {
    const request = { host, path: "/orders", headers: { "X-Origin-Verify": secret } };
    const wrong = strangersDistribution({ "x-origin-verify": "0000000000000000" });
    expect(gateOf(fromViewer(made.stack, wrong, request))).toBe("listener, default action");
    const headers = { "x-origin-verify": "0000000000000000" };
    expect(gateOf(fromViewer(made.stack, made.front, { ...request, headers }))).toBe("none");
  });

  test("a viewer who knows it gets through any distribution on this VPC origin: it is a secret", () => {
    const request = { host, path: "/orders", headers: { "x-origin-verify": secret } };
    expect(gateOf(fromViewer(made.stack, strangersDistribution({}), request))).toBe("none");
  });

  test("capitals make no difference, for names and for values", () => {
    const loud = strangersDistribution({ "X-ORIGIN-VERIFY": secret.toUpperCase() });
    expect(gateOf(fromViewer(made.stack, loud, { host, path: "/orders" }))).toBe("none");
  });
});

describe("while it is rotated", () => {
  const during = (value: string, previousValue?: string) =>
    emittedFor(argsWith({ secretHeader: { name: "X-Shop", value: pulumi.secret(value), previousValue } }));
  const sending = (value: string) => strangersDistribution({ "x-shop": value });
  const request = { host, path: "/orders" };

  test("the front door sends the new value, and the old one is still accepted", async () => {
    const { stack, front } = await during(secret, previous);
    expect(gateOf(fromViewer(stack, front, request))).toBe("none");
    expect(front).toMatchObject({ origins: [{ customHeaders: [{ name: "X-Shop", value: secret }] }] });
    expect(gateOf(fromViewer(stack, sending(secret), request))).toBe("none");
    expect(gateOf(fromViewer(stack, sending(previous), request))).toBe("none");
    expect(gateOf(fromViewer(stack, sending(`${secret}${previous}`), request))).toBe("listener, default action");
  });

  test("afterwards the old one is not", async () => {
    const { stack } = await during(secret);
    expect(gateOf(fromViewer(stack, sending(secret), request))).toBe("none");
    expect(gateOf(fromViewer(stack, sending(previous), request))).toBe("listener, default action");
  });
});

test("several APIs are behind the same secret", async () => {
  const apis = { orders: { api: orders(), pathPrefix: "/orders" }, stock: { api: orders(), pathPrefix: "/stock" } };
  const { stack, front } = await emittedFor(argsWith({ apis }));
  for (const path of ["/orders/7", "/stock/7"]) {
    expect([path, gateOf(fromViewer(stack, front, { host, path }))]).toEqual([path, "none"]);
    const stranger = strangersDistribution({ "x-origin-verify": previous });
    expect([path, gateOf(fromViewer(stack, stranger, { host, path }))]).toEqual([path, "listener, default action"]);
  }
});
