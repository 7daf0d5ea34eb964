// Rules that the other arguments cannot express, written as the provider takes them.

import { type CustomRuleArgs, ManagedRuleGroup, RuleAction } from "../../../../components";
import type { Verdict } from "../../../models/web-acl/world";
import { emitFirewall, requestFor } from "./emitted-firewall";
import { methodIs, ruleGroupArn } from "./everything";

async function emitCustomRule(rule: Omit<CustomRuleArgs, "name">) {
  const { rules, evaluate } = await emitFirewall({ customRules: [{ name: "mine", ...rule }] });
  return { rule: rules.find(({ name }) => name === "mine"), evaluate };
}

test("block unless they say otherwise, before every group", async () => {
  const statement = methodIs("TRACE");
  const { rule, evaluate } = await emitCustomRule({ statement });
  expect(rule).toEqual({
    name: "mine",
    priority: 60,
    action: { block: {} },
    statement,
    visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "mine" },
  });
  expect(evaluate({ uri: "/", method: "TRACE" })).toEqual({
    action: "block",
    terminatedBy: "mine",
    counted: [],
    labels: [],
    evaluated: ["mine"],
  });
  expect(evaluate({ uri: "/", method: "GET" }).action).toBe("allow");
});

test.each(Object.values(RuleAction))("may %s", async (action) => {
  const { rule } = await emitCustomRule({ statement: methodIs("TRACE"), action });
  expect(rule?.action).toEqual({ [action]: {} });
});

test("that allow take a request away from the rules after them", async () => {
  const { evaluate } = await emitCustomRule({ statement: methodIs("OPTIONS"), action: RuleAction.Allow });
  const managedRuleGroups = { [ManagedRuleGroup.Core]: (): Verdict[] => [{ rule: "x", action: "block" }] };
  expect(evaluate({ uri: "/", method: "OPTIONS" }, { managedRuleGroups }).action).toBe("allow");
  expect(evaluate({ uri: "/", method: "GET" }, { managedRuleGroups }).action).toBe("block");
});

test("block countries for some paths, which a geographic restriction cannot", async () => {
  const { evaluate } = await emitCustomRule({
    statement: {
      andStatement: {
        statements: [
          { notStatement: { statement: { geoMatchStatement: { countryCodes: ["DE", "AT"] } } } },
          {
            byteMatchStatement: {
              fieldToMatch: { uriPath: {} },
              positionalConstraint: "STARTS_WITH",
              searchString: "/shop",
              textTransformations: [{ priority: 0, type: "LOWERCASE" }],
            },
          },
        ],
      },
    },
  });
  expect(evaluate(requestFor("/shop"), { country: "US" }).action).toBe("block");
  expect(evaluate(requestFor("/shop"), { country: "AT" }).action).toBe("allow");
  expect(evaluate(requestFor("/"), { country: "US" }).action).toBe("allow");
});

test("forty of them have places between the other rules", async () => {
  const customRules = Array.from({ length: 40 }, (_, index) => ({
    name: `n${index}`,
    statement: methodIs(`M${index}`),
  }));
  const { rules } = await emitFirewall({ customRules });
  expect(rules.filter(({ name }) => name.startsWith("n")).map(({ priority }) => priority)).toEqual(
    customRules.map((_, index) => 60 + index),
  );
});

describe("with a rule group in them", () => {
  const atp = {
    managedRuleGroupStatement: {
      vendorName: "AWS",
      name: "AWSManagedRulesATPRuleSet",
      managedRuleGroupConfigs: [
        {
          awsManagedRulesAtpRuleSet: {
            loginPath: "/login",
            requestInspection: {
              payloadType: "JSON",
              usernameField: { identifier: "/user" },
              passwordField: { identifier: "/password" },
            },
            responseInspection: { statusCode: { successCodes: [200], failureCodes: [401] } },
          },
        },
      ],
    },
  };
  const acfp = {
    managedRuleGroupStatement: {
      vendorName: "AWS",
      name: "AWSManagedRulesACFPRuleSet",
      managedRuleGroupConfigs: [
        {
          awsManagedRulesAcfpRuleSet: {
            creationPath: "/accounts",
            registrationPagePath: "/register",
            requestInspection: { payloadType: "JSON", emailField: { identifier: "/email" } },
          },
        },
      ],
    },
  };

  test.each([
    ["account takeover prevention", "AWSManagedRulesATPRuleSet", atp],
    ["account creation fraud prevention", "AWSManagedRulesACFPRuleSet", acfp],
  ])("%s keeps the actions of its own rules", async (_title, group, statement) => {
    const { rule, evaluate } = await emitCustomRule({ statement });
    expect(rule).toEqual({
      name: "mine",
      priority: 60,
      overrideAction: { none: {} },
      statement,
      visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "mine" },
    });
    const managedRuleGroups = { [group]: (): Verdict[] => [{ rule: "VolumetricIpHigh", action: "block" }] };
    expect(evaluate(requestFor("/login"), { managedRuleGroups })).toMatchObject({ terminatedBy: "mine" });
    expect(evaluate(requestFor("/login")).action).toBe("allow");
  });

  test("may count what it would do, before it is let loose", async () => {
    const { rule, evaluate } = await emitCustomRule({ statement: atp, action: RuleAction.Count });
    expect(rule).toMatchObject({ overrideAction: { count: {} } });
    expect(rule).not.toHaveProperty("action");
    const managedRuleGroups = {
      AWSManagedRulesATPRuleSet: (): Verdict[] => [{ rule: "VolumetricIpHigh", action: "block" }],
    };
    expect(evaluate(requestFor("/login"), { managedRuleGroups })).toMatchObject({ action: "allow", counted: ["mine"] });
  });

  test("may name a group by ARN, to place it before AWS's", async () => {
    const { rule, evaluate } = await emitCustomRule({
      statement: { ruleGroupReferenceStatement: { arn: ruleGroupArn } },
    });
    expect(rule).toMatchObject({ priority: 60, overrideAction: { none: {} } });
    const ruleGroups = { [ruleGroupArn]: (): Verdict[] => [{ rule: "x", action: "block" }] };
    expect(evaluate(requestFor("/"), { ruleGroups }).terminatedBy).toBe("mine");
  });
});
