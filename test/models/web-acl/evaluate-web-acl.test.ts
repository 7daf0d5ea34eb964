import { ManagedRuleGroup, RuleAction, s3Origin } from "../../../components";
import { build } from "../../components/edge-front-door/build";
import { evaluateWebAcl } from "./evaluate-web-acl";
import { NotModelled, RefusedWebAcl } from "./inputs";
import { ALWAYS, evaluateRules, evaluateUntyped, NEVER, pathIs, type Rule, ruleOf } from "./one-rule";
import type { World } from "./world";

const rule = (name: string, priority: number, action: string, statement = ALWAYS): Rule =>
  ruleOf(statement, { name, priority, action: { [action]: {} } });

describe("rules", () => {
  test("run by priority, not by their place, until one terminates", () => {
    const rules = [
      rule("last", 30, "allow"),
      rule("block", 20, "block"),
      rule("count", 10, "count"),
      rule("never", 5, "block", NEVER),
    ];
    expect(evaluateRules(rules, { uri: "/" })).toEqual({
      action: "block",
      terminatedBy: "block",
      counted: ["count"],
      labels: [],
      evaluated: ["never", "count", "block"],
    });
  });

  test("that allow end the evaluation too: what comes after never sees the request", () => {
    const rules = [rule("allow", 0, "allow"), rule("block", 1, "block")];
    expect(evaluateRules(rules, { uri: "/" })).toMatchObject({ action: "allow", evaluated: ["allow"] });
  });

  test.each(["captcha", "challenge"] as const)("that ask for a %s end it for who has no token for that", (action) => {
    const rules = [rule("ask", 0, action)];
    const other = action === "captcha" ? "challenge" : "captcha";
    expect(evaluateRules(rules, { uri: "/" })).toMatchObject({ action, terminatedBy: "ask", counted: [] });
    expect(evaluateRules(rules, { uri: "/", tokens: [other] }).action).toBe(action);
    expect(evaluateRules(rules, { uri: "/", tokens: [action] })).toMatchObject({ action: "allow", counted: ["ask"] });
  });

  test("that do not decide leave it to the default action", () => {
    for (const action of ["allow", "block"] as const) {
      const rules = [rule("never", 0, "block", NEVER)];
      const result = evaluateWebAcl({ defaultAction: { [action]: {} }, rules }, { uri: "/" });
      expect(result).toEqual({ action, counted: [], labels: [], evaluated: ["never"] });
    }
    expect(evaluateWebAcl({ defaultAction: { block: {} } }, { uri: "/" }).action).toBe("block");
  });
});

describe("AWS refuses", () => {
  test.each<[string, Rule[]]>([
    ["equal priorities", [rule("a", 1, "block"), rule("b", 1, "block")]],
    ["equal names", [rule("a", 1, "block"), rule("a", 2, "block")]],
    ["a negative priority", [rule("a", -1, "block")]],
    ["a name that is none", [rule("a b", 0, "block")]],
    ["a rule without an action", [ruleOf(ALWAYS, { action: undefined })]],
    ["two actions", [ruleOf(ALWAYS, { action: { block: {}, count: {} } })]],
    ["an override action without a group", [ruleOf(ALWAYS, { overrideAction: { none: {} } })]],
    ["a mistake in a rule that no request reaches", [rule("a", 0, "allow"), rule("b", 1, "block", pathIs(""))]],
  ])("%s", (_, rules) => {
    expect(() => evaluateRules(rules, { uri: "/" })).toThrow(RefusedWebAcl);
  });

  test("a rule without settings for its metrics", () => {
    expect(() => evaluateUntyped(ALWAYS, { visibilityConfig: undefined })).toThrow("visibilityConfig is missing");
  });

  test("a default action that does not decide", () => {
    for (const defaultAction of [{}, { allow: {}, block: {} }]) {
      expect(() => evaluateWebAcl({ defaultAction }, { uri: "/" })).toThrow(RefusedWebAcl);
    }
    expect(() => evaluateWebAcl({ defaultAction: { count: {} } }, { uri: "/" })).toThrow(NotModelled);
    expect(() => evaluateWebAcl({}, { uri: "/" })).toThrow(RefusedWebAcl);
  });
});

test("what this does not know throws: rules as JSON, other scopes, other members", () => {
  const defaultAction = { allow: {} };
  for (const others of [{ ruleJson: "[]" }, { scope: "REGIONAL" }, { invented: true }]) {
    expect(() => evaluateWebAcl({ defaultAction, ...others }, { uri: "/" })).toThrow(NotModelled);
  }
  const rules = [rule("a", 0, "invented")];
  expect(() => evaluateRules(rules, { uri: "/" })).toThrow("webAcl.rules[0].action: invented is not modelled");
});

describe("the web ACL that EdgeFrontDoor registers", () => {
  const tooLong: World = {
    managedRuleGroups: { AWSManagedRulesCommonRuleSet: () => [{ rule: "SizeRestrictions_BODY", action: "block" }] },
  };

  test("is taken as recorded", async () => {
    const { inputsOf } = await build({ origin: s3Origin() });
    const evaluate = (world?: World) => evaluateWebAcl(inputsOf("site-web-acl"), { uri: "/" }, world);
    expect(evaluate()).toMatchObject({ action: "allow", counted: [] });
    expect(evaluate(tooLong)).toMatchObject({ action: "block", terminatedBy: "AWSManagedRulesCommonRuleSet" });
  });

  test("counts what it is told to count instead of blocking it", async () => {
    const firewall = { ruleOverrides: { [ManagedRuleGroup.Core]: { SizeRestrictions_BODY: RuleAction.Count } } };
    const { inputsOf } = await build({ origin: s3Origin(), firewall });
    expect(evaluateWebAcl(inputsOf("site-web-acl"), { uri: "/" }, tooLong)).toMatchObject({
      action: "allow",
      counted: ["AWSManagedRulesCommonRuleSet/SizeRestrictions_BODY"],
    });
  });
});
