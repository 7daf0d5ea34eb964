import { evaluateWebAcl } from "./evaluate-web-acl";
import { RefusedWebAcl } from "./inputs";
import { ALWAYS, evaluateRules, NEVER, type Rule, ruleOf, type Statement } from "./one-rule";

const counting = (name: string, priority: number, ...labels: string[]): Rule =>
  ruleOf(ALWAYS, { name, priority, action: { count: {} }, ruleLabels: labels.map((label) => ({ name: label })) });

const hasLabel = (key: string, scope = "LABEL"): Statement => ({ labelMatchStatement: { key, scope } });

const local = (label: string): string => `awswaf:111122223333:webacl:testWebACL:${label}`;

function isMatched(statement: Statement, label: string): boolean {
  const world = {
    accountId: "111122223333",
    managedRuleGroups: { labelling: () => [{ rule: "any", action: "count" as const, labels: [label] }] },
  };
  const group = ruleOf(
    { managedRuleGroupStatement: { vendorName: "AWS", name: "labelling" } },
    { name: "group", action: undefined, overrideAction: { none: {} } },
  );
  const rules = [group, ruleOf(statement, { priority: 1 })];
  return (
    evaluateWebAcl({ name: "testWebACL", defaultAction: { allow: {} }, rules }, { uri: "/" }, world).terminatedBy ===
    "rule"
  );
}

// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-label-match-examples.html
test.each([
  ["LABEL", "header:encoding:utf8", local("header:encoding:utf8"), true],
  ["LABEL", "header:encoding:utf8", local("testNS1:testNS2:header:encoding:utf8"), true],
  ["LABEL", "header:encoding:utf8", local("header:encoding2:utf8"), false],
  ["LABEL", "header:encoding:utf8", "awswaf:111122223333:rulegroup:productionRules:header:encoding:utf8", false],
  ["LABEL", "encoding:utf8", local("header:xencoding:utf8"), false],
  ["LABEL", "awswaf:managed:aws:set:header:utf8", "awswaf:managed:aws:set:header:utf8", true],
  ["LABEL", "awswaf:managed:aws:set:header:utf8", "awswaf:managed:aws:set:header:utf8:more", false],
  ["NAMESPACE", "header:encoding:", local("header:encoding:utf8"), true],
  ["NAMESPACE", "encoding:", local("header:encoding:utf8"), true],
  ["NAMESPACE", "utf8:", local("header:encoding:utf8"), false],
  ["NAMESPACE", "header:encoding:", "awswaf:444455556666:webacl:testWebACL:header:encoding:utf8", false],
  ["NAMESPACE", "header:encoding:", "awswaf:managed:aws:managed-rule-set:header:encoding:utf8", false],
  ["NAMESPACE", "awswaf:managed:aws:set:header:", "awswaf:managed:aws:set:header:encoding:utf8", true],
  ["NAMESPACE", "awswaf:managed:aws:set:header:", "awswaf:managed:aws:set:query:badstring", false],
  ["LABEL", "Header:utf8", local("header:utf8"), false],
])("%s %s of %s: %s", (scope, key, label, expected) => {
  expect(isMatched(hasLabel(key, scope), label)).toBe(expected);
});

test("a rule labels what it matches, whatever its action, with the web ACL's prefix", () => {
  const rules = [
    counting("first", 0, "a", "ns:b"),
    ruleOf(NEVER, { name: "never", priority: 1, ruleLabels: [{ name: "c" }] }),
    ruleOf(ALWAYS, { priority: 2, ruleLabels: [{ name: "d" }, { name: "a" }] }),
  ];
  expect(evaluateRules(rules, { uri: "/" }).labels).toEqual([
    "awswaf:123456789012:webacl:web-acl:a",
    "awswaf:123456789012:webacl:web-acl:ns:b",
    "awswaf:123456789012:webacl:web-acl:d",
  ]);
});

test("a rule sees the labels of earlier rules and not its own", () => {
  const block = ruleOf(hasLabel("a"), { priority: 1 });
  expect(evaluateRules([counting("first", 0, "a"), block], { uri: "/" }).action).toBe("block");
  expect(evaluateRules([counting("later", 2, "a"), block], { uri: "/" }).action).toBe("allow");

  const geo: Statement = { geoMatchStatement: { countryCodes: ["DE"] } };
  const both = { andStatement: { statements: [geo, hasLabel("awswaf:clientip:geo:country:DE")] } };
  expect(evaluateRules([ruleOf(both)], { uri: "/" }, { country: "DE" }).action).toBe("allow");
});

test("AWS refuses labels and keys that are none", () => {
  for (const name of ["", "a b", "awswaf:a", "a:managed", "a:b:c:d:e:f:g", "x".repeat(129), "a:", ":a"]) {
    expect(() => evaluateRules([counting("rule", 0, name)], { uri: "/" })).toThrow(RefusedWebAcl);
  }
  for (const [key, scope] of [
    ["a:", "LABEL"],
    ["a", "NAMESPACE"],
    ["a b", "LABEL"],
    ["a", "NAME"],
  ]) {
    expect(() => evaluateRules([ruleOf(hasLabel(key ?? "", scope))], { uri: "/" })).toThrow(RefusedWebAcl);
  }
});
