import { NotModelled, RefusedWebAcl } from "./inputs";
import { ALWAYS, evaluateRules, pathIs, type Rule, ruleOf } from "./one-rule";
import type { Verdict, World } from "./world";

const label = (name: string): string => `awswaf:managed:aws:core-rule-set:${name}`;

const verdict = (rule: string, action: Verdict["action"]): Verdict => ({ rule, action, labels: [label(rule)] });

/** A managed group with these matching rules for every request, then a rule that counts what is left. */
function evaluate(verdicts: Verdict[], statement: object = {}, group: Partial<Rule> = {}, uri = "/") {
  const managedRuleGroupStatement = { vendorName: "AWS", name: "Core", ...statement };
  const reference = ruleOf(
    { managedRuleGroupStatement },
    { name: "core", action: undefined, overrideAction: { none: {} }, ...group },
  );
  const after = ruleOf(ALWAYS, { name: "after", priority: 1, action: { count: {} } });
  return evaluateRules([reference, after], { uri }, { managedRuleGroups: { Core: () => verdicts } });
}

test("the first terminating match in a group ends the evaluation", () => {
  expect(evaluate([verdict("A", "count"), verdict("B", "block"), verdict("C", "allow")])).toEqual({
    action: "block",
    terminatedBy: "core",
    counted: ["core/A"],
    labels: [label("A"), label("B")],
    evaluated: ["core"],
  });
});

test("a group without terminating matches lets the evaluation go on", () => {
  expect(evaluate([verdict("A", "count")])).toMatchObject({
    action: "allow",
    counted: ["core/A", "after"],
    evaluated: ["core", "after"],
  });
});

test("overriding the group's result to count leaves its evaluation as it is", () => {
  const result = evaluate([verdict("A", "block"), verdict("B", "count")], {}, { overrideAction: { count: {} } });
  expect(result).toMatchObject({ action: "allow", counted: ["core", "after"], labels: [label("A")] });
});

test("overriding a rule's action to count makes the group go on after it", () => {
  const ruleActionOverrides = [{ name: "A", actionToUse: { count: {} } }];
  expect(evaluate([verdict("A", "block"), verdict("B", "count")], { ruleActionOverrides })).toMatchObject({
    action: "allow",
    counted: ["core/A", "core/B", "after"],
    labels: [label("A"), label("B")],
  });
  expect(evaluate([verdict("A", "block"), verdict("B", "block")], { ruleActionOverrides }).terminatedBy).toBe("core");
  const toCaptcha = [{ name: "A", actionToUse: { captcha: {} } }];
  expect(evaluate([verdict("A", "block")], { ruleActionOverrides: toCaptcha }).action).toBe("captcha");
});

test("a request outside the scope-down statement does not match the group", () => {
  const statement = { scopeDownStatement: pathIs("/api") };
  expect(evaluate([verdict("A", "block")], statement, {}, "/api").action).toBe("block");
  expect(evaluate([verdict("A", "block")], statement, {}, "/")).toMatchObject({ action: "allow", labels: [] });
});

test("a group's labels have to be full ones", () => {
  expect(() => evaluate([{ rule: "A", action: "count", labels: ["A"] }])).toThrow(NotModelled);
});

test("a managed group the world does not know matches nothing", () => {
  expect(evaluate([verdict("A", "block")], { name: "Unknown" }).action).toBe("allow");
});

test("a rule group of one's own is known by its ARN", () => {
  const arn = "arn:aws:wafv2:us-east-1:123456789012:global/rulegroup/own/1";
  const rule = ruleOf(
    { ruleGroupReferenceStatement: { arn, ruleActionOverrides: [{ name: "A", actionToUse: { allow: {} } }] } },
    { action: undefined, overrideAction: { none: {} } },
  );
  const world: World = { ruleGroups: { [arn]: ({ uri }) => (uri === "/" ? [verdict("A", "block")] : []) } };
  expect(evaluateRules([rule], { uri: "/" }, world)).toMatchObject({ action: "allow", terminatedBy: "rule" });
  expect(evaluateRules([rule], { uri: "/a" }, world).terminatedBy).toBeUndefined();
  expect(() => evaluateRules([rule], { uri: "/" })).toThrow("the world does not have this rule group");
});

test.each<[string, Partial<Rule>]>([
  ["an action", { action: { block: {} } }],
  ["no override action", { overrideAction: undefined }],
  ["both overrides", { overrideAction: { none: {}, count: {} } }],
  ["labels", { ruleLabels: [{ name: "a" }] }],
])("AWS refuses a reference to a group with %s", (_, group) => {
  expect(() => evaluate([], {}, group)).toThrow(RefusedWebAcl);
});

test("AWS refuses a group inside a scope-down statement, which has a level less to nest", () => {
  const core = { managedRuleGroupStatement: { vendorName: "AWS", name: "Core" } };
  const not = (statement: object) => ({ notStatement: { statement } });
  expect(() => evaluate([], { scopeDownStatement: core })).toThrow("cannot be nested");
  expect(evaluate([], { scopeDownStatement: not(not(ALWAYS)) }).action).toBe("allow");
  expect(() => evaluate([], { scopeDownStatement: not(not(not(ALWAYS))) })).toThrow("nested too deep");
});
