import { NotModelled, RefusedWebAcl } from "./inputs";
import { evaluateRules, pathIs, type Rule, ruleOf, type Statement } from "./one-rule";

type RateBased = NonNullable<Statement["rateBasedStatement"]>;

const limited = (others: object = {}, rule: Partial<Rule> = {}): Rule => {
  const rateBasedStatement: RateBased = { limit: 100, aggregateKeyType: "IP", ...others };
  return ruleOf({ rateBasedStatement }, rule);
};

const actionAt = (rule: Rule, count: number, request = { uri: "/" }) =>
  evaluateRules([rule], request, { rates: { rule: count } }).action;

test("acts on requests over the limit, not on those at it", () => {
  expect(actionAt(limited(), 100)).toBe("allow");
  expect(actionAt(limited(), 101)).toBe("block");
  expect(evaluateRules([limited()], { uri: "/" }).action).toBe("allow");
});

test("labels only what it limits, and can count instead of blocking", () => {
  const rule = limited({}, { action: { count: {} }, ruleLabels: [{ name: "fast" }] });
  const evaluate = (count: number) => evaluateRules([rule], { uri: "/" }, { rates: { rule: count } });
  expect(evaluate(100)).toMatchObject({ counted: [], labels: [] });
  expect(evaluate(101)).toMatchObject({
    action: "allow",
    counted: ["rule"],
    labels: ["awswaf:123456789012:webacl:web-acl:fast"],
  });
});

test("leaves alone what its scope-down statement does not match", () => {
  const rule = limited({ scopeDownStatement: pathIs("/login") });
  expect(actionAt(rule, 101, { uri: "/login" })).toBe("block");
  expect(actionAt(rule, 101, { uri: "/" })).toBe("allow");
});

test("by forwarded address it ignores requests without the header, and the fallback decides for invalid ones", () => {
  const byHeader = (fallbackBehavior: string) =>
    limited({
      aggregateKeyType: "FORWARDED_IP",
      forwardedIpConfig: { headerName: "X-Forwarded-For", fallbackBehavior },
    });
  const from = (address: string) => ({ uri: "/", headers: { "X-Forwarded-For": address } });
  expect(actionAt(byHeader("NO_MATCH"), 101, from("192.0.2.1"))).toBe("block");
  expect(actionAt(byHeader("MATCH"), 101)).toBe("allow");
  expect(actionAt(byHeader("MATCH"), 0, from("nobody"))).toBe("block");
  expect(actionAt(byHeader("NO_MATCH"), 101, from("nobody"))).toBe("allow");
});

test.each([
  ["a limit below 10", limited({ limit: 9 })],
  ["another window", limited({ evaluationWindowSec: 90 })],
  ["the action allow", limited({}, { action: { allow: {} } })],
  ["counting all without a scope", limited({ aggregateKeyType: "CONSTANT" })],
  ["forwarded addresses without a header", limited({ aggregateKeyType: "FORWARDED_IP" })],
  ["a header that is not used", limited({ forwardedIpConfig: { headerName: "x", fallbackBehavior: "MATCH" } })],
  ["another key", limited({ aggregateKeyType: "COOKIE" })],
  [
    "a scope that counts itself",
    limited({ scopeDownStatement: { rateBasedStatement: { limit: 100, aggregateKeyType: "IP" } } }),
  ],
])("AWS refuses %s", (_, rule) => {
  expect(() => actionAt(rule, 0)).toThrow(RefusedWebAcl);
});

test("custom keys throw, and so does a rate for a rule that is not there", () => {
  expect(() => actionAt(limited({ aggregateKeyType: "CUSTOM_KEYS" }), 0)).toThrow(NotModelled);
  expect(() => evaluateRules([limited()], { uri: "/" }, { rates: { rules: 101 } })).toThrow(NotModelled);
});
