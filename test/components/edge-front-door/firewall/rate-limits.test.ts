// Rate limits: who is counted, and what becomes of those who ask too often.

import { type RateLimitArgs, RuleAction } from "../../../../components";
import { emitFirewall, requestFor } from "./emitted-firewall";

async function emitLimit(limit: Partial<RateLimitArgs> = {}) {
  const front = await emitFirewall({ rateLimits: [{ name: "api", limit: 100, ...limit }] });
  return { rule: front.rules.find(({ name }) => name === "rate-api"), evaluate: front.evaluate };
}

test("counts the requests of each viewer's address in five minutes, and blocks beyond the limit", async () => {
  const { rule, evaluate } = await emitLimit();
  expect(rule).toEqual({
    name: "rate-api",
    priority: 30,
    action: { block: {} },
    statement: { rateBasedStatement: { limit: 100, evaluationWindowSec: 300, aggregateKeyType: "IP" } },
    visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "rate-api" },
  });
  const outcome = (rate: number) => evaluate(requestFor("/"), { rates: { "rate-api": rate } });
  expect(outcome(0).action).toBe("allow");
  expect(outcome(100).action).toBe("allow");
  expect(outcome(101)).toMatchObject({ action: "block", terminatedBy: "rate-api" });
});

test.each([60, 120, 300, 600])("in a window of %d seconds", async (windowSeconds) => {
  const { rule } = await emitLimit({ windowSeconds });
  expect(rule?.statement).toEqual({
    rateBasedStatement: { limit: 100, evaluationWindowSec: windowSeconds, aggregateKeyType: "IP" },
  });
});

test.each([
  [RuleAction.Block, { action: "block", terminatedBy: "rate-api" }],
  [RuleAction.Captcha, { action: "captcha", terminatedBy: "rate-api" }],
  [RuleAction.Challenge, { action: "challenge", terminatedBy: "rate-api" }],
  [RuleAction.Count, { action: "allow", counted: ["rate-api"] }],
])("may %s", async (action, expected) => {
  const { rule, evaluate } = await emitLimit({ action });
  expect(rule?.action).toEqual({ [action]: {} });
  expect(evaluate(requestFor("/"), { rates: { "rate-api": 101 } })).toMatchObject(expected);
});

test("lets in who has solved the puzzle it asks for", async () => {
  const { evaluate } = await emitLimit({ action: RuleAction.Captcha });
  const request = { ...requestFor("/"), tokens: ["captcha" as const] };
  expect(evaluate(request, { rates: { "rate-api": 101 } })).toMatchObject({ action: "allow", counted: ["rate-api"] });
});

test("of requests for paths that begin so, however they are spelt, and of no others", async () => {
  const { evaluate } = await emitLimit({ pathPrefix: "/Login" });
  const blockedAt = (rate: number, uris: string[]) =>
    uris.filter((uri) => evaluate(requestFor(uri), { rates: { "rate-api": rate } }).action === "block");
  const limited = ["/login", "/LOGIN?next=/", "/%6cogin", "/x/../login", "//login/"];
  const others = ["/", "/a/login", "/?/login"];
  expect(blockedAt(101, [...limited, ...others])).toEqual(limited);
  expect(blockedAt(100, [...limited, ...others])).toEqual([]);
});

test("ten of them have places of their own, before all other rules but those of addresses", async () => {
  const rateLimits = Array.from({ length: 10 }, (_, index) => ({ name: `n${index}`, limit: 10 + index }));
  const { rules, evaluate } = await emitFirewall({ rateLimits });
  const limits = rules.filter(({ name }) => name.startsWith("rate-"));
  expect(limits.map(({ name, priority }) => [name, priority])).toEqual(
    rateLimits.map(({ name }, index) => [`rate-${name}`, 30 + index]),
  );
  expect(evaluate(requestFor("/"), { rates: { "rate-n9": 19, "rate-n8": 19 } }).terminatedBy).toBe("rate-n8");
});
