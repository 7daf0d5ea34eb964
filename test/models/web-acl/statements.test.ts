import { NotModelled, RefusedWebAcl } from "./inputs";
import { ALWAYS, evaluateUntyped, matches, NEVER, type Statement } from "./one-rule";

const and = (...statements: Statement[]): Statement => ({ andStatement: { statements } });
const or = (...statements: Statement[]): Statement => ({ orStatement: { statements } });
const not = (statement: Statement): Statement => ({ notStatement: { statement } });

test.each([
  ["and(1, 1)", and(ALWAYS, ALWAYS), true],
  ["and(1, 0)", and(ALWAYS, NEVER), false],
  ["and(0, 1, 1)", and(NEVER, ALWAYS, ALWAYS), false],
  ["or(0, 1)", or(NEVER, ALWAYS), true],
  ["or(0, 0)", or(NEVER, NEVER), false],
  ["not(1)", not(ALWAYS), false],
  ["not(0)", not(NEVER), true],
  ["not(not(1))", not(not(ALWAYS)), true],
  ["and(or(0, 1), not(or(0, 0)), 1)", and(or(NEVER, ALWAYS), not(or(NEVER, NEVER)), ALWAYS), true],
  ["and(or(0, 1), not(or(0, 1)), 1)", and(or(NEVER, ALWAYS), not(or(NEVER, ALWAYS)), ALWAYS), false],
  ["or(and(1, 0), and(1, 1))", or(and(ALWAYS, NEVER), and(ALWAYS, ALWAYS)), true],
])("%s", (_, statement, expected) => {
  expect(matches(statement, { uri: "/" })).toBe(expected);
});

test("AND and OR need two statements, NOT takes one, and a statement is of one kind", () => {
  for (const refused of [
    and(ALWAYS),
    or(ALWAYS),
    { andStatement: {} },
    { notStatement: {} },
    {},
    { ...ALWAYS, ...not(ALWAYS) },
  ]) {
    expect(() => matches(refused, { uri: "/" })).toThrow(RefusedWebAcl);
  }
});

test("logical statements nest three levels, what is deeper the provider refuses", () => {
  expect(matches(not(not(not(NEVER))), { uri: "/" })).toBe(true);
  expect(() => matches(not(not(not(not(ALWAYS)))), { uri: "/" })).toThrow("nested too deep");
});

test("what references a group or counts requests cannot be nested", () => {
  const group: Statement = { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } };
  const ruleGroup: Statement = {
    ruleGroupReferenceStatement: { arn: "arn:aws:wafv2:us-east-1:1:global/rulegroup/a/b" },
  };
  const rateBased: Statement = { rateBasedStatement: { limit: 100, aggregateKeyType: "IP" } };
  for (const nested of [group, ruleGroup, rateBased]) {
    expect(() => matches(not(nested), { uri: "/" })).toThrow("cannot be nested");
    expect(() => matches(and(ALWAYS, nested), { uri: "/" })).toThrow("cannot be nested");
  }
});

test("a statement, a member or a value that this does not know throws instead of being ignored", () => {
  for (const kind of ["sqliMatchStatement", "xssMatchStatement", "asnMatchStatement", "constructor", "invented"]) {
    expect(() => evaluateUntyped({ [kind]: {} })).toThrow(NotModelled);
  }
  expect(() => evaluateUntyped({ notStatement: { statement: ALWAYS, invented: 1 } })).toThrow(NotModelled);
  expect(() => evaluateUntyped(ALWAYS, { invented: true })).toThrow("webAcl.rules[0]: invented is not modelled");
});

test("a value of another type is refused, with its place", () => {
  const byteMatchStatement = { ...ALWAYS.byteMatchStatement, searchString: 1 };
  expect(() => evaluateUntyped({ byteMatchStatement })).toThrow(
    "webAcl.rules[0].statement.byteMatchStatement.searchString: must be a string",
  );
  expect(() => evaluateUntyped({ andStatement: { statements: ALWAYS } })).toThrow("must be a list");
  expect(() => evaluateUntyped(ALWAYS, { priority: "0" })).toThrow("priority: must be an integer");
});

test("a member that is undefined is absent, and a promise or an output is no value", () => {
  expect(evaluateUntyped({ ...ALWAYS, notStatement: undefined }).terminatedBy).toBe("rule");
  for (const unresolved of [Promise.resolve(ALWAYS), [ALWAYS], "text", null]) {
    expect(() => evaluateUntyped(unresolved)).toThrow("must be a plain object");
  }
});
