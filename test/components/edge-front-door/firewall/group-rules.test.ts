// Rule groups: what exactly is emitted, and whose verdict counts.

import {
  BotInspectionLevel,
  type FirewallArgs,
  ManagedRuleGroup,
  RuleAction,
  Sensitivity,
} from "../../../../components";
import type { Verdict, World } from "../../../models/web-acl/world";
import { emitFirewall, requestFor } from "./emitted-firewall";
import { ruleGroupArn } from "./everything";

async function statementOf(name: string, firewall: FirewallArgs) {
  const { rules } = await emitFirewall(firewall);
  const found = rules.filter((rule) => rule.name === name);
  expect(found).toHaveLength(1);
  return found[0]?.statement;
}

/** A world in which a group blocks with this rule. */
const blocking = (group: string, ...rules: string[]): World => ({
  managedRuleGroups: { [group]: () => rules.map((rule): Verdict => ({ rule, action: "block" })) },
});

describe("AWS's groups", () => {
  const { Core } = ManagedRuleGroup;
  const override = (action: RuleAction): FirewallArgs => ({
    ruleOverrides: { [Core]: { NoUserAgent_HEADER: action } },
  });

  test("keep their own actions", async () => {
    const { evaluate } = await emitFirewall({});
    expect(evaluate(requestFor("/"), blocking(Core, "NoUserAgent_HEADER"))).toMatchObject({
      action: "block",
      terminatedBy: Core,
    });
  });

  test("are named with overrides only where there are some", async () => {
    expect(await statementOf(Core, {})).toEqual({ managedRuleGroupStatement: { vendorName: "AWS", name: Core } });
    expect(await statementOf(Core, { ruleOverrides: { [Core]: {} } })).toEqual({
      managedRuleGroupStatement: { vendorName: "AWS", name: Core },
    });
    expect(await statementOf(Core, override(RuleAction.Count))).toEqual({
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name: Core,
        ruleActionOverrides: [{ name: "NoUserAgent_HEADER", actionToUse: { count: {} } }],
      },
    });
  });

  test.each([
    [RuleAction.Count, { action: "allow", counted: [`${Core}/NoUserAgent_HEADER`] }],
    [RuleAction.Allow, { action: "allow", terminatedBy: Core }],
    [RuleAction.Captcha, { action: "captcha", terminatedBy: Core }],
    [RuleAction.Challenge, { action: "challenge", terminatedBy: Core }],
    [RuleAction.Block, { action: "block", terminatedBy: Core }],
  ])("a rule of theirs may %s instead", async (action, expected) => {
    const { evaluate } = await emitFirewall(override(action));
    expect(evaluate(requestFor("/"), blocking(Core, "NoUserAgent_HEADER"))).toMatchObject(expected);
  });

  test("an override is of one rule, and of one group", async () => {
    const { evaluate } = await emitFirewall(override(RuleAction.Count));
    expect(evaluate(requestFor("/"), blocking(Core, "NoUserAgent_HEADER", "SizeRestrictions_BODY"))).toMatchObject({
      action: "block",
      counted: [`${Core}/NoUserAgent_HEADER`],
    });
    expect(evaluate(requestFor("/"), blocking(ManagedRuleGroup.KnownBadInputs, "NoUserAgent_HEADER")).action).toBe(
      "block",
    );
  });
});

describe("anti-DDoS", () => {
  const group = "AWSManagedRulesAntiDDoSRuleSet";
  const configured = (sensitivityToBlock: string, patterns: string[]) => ({
    managedRuleGroupConfigs: [
      {
        awsManagedRulesAntiDdosRuleSet: {
          sensitivityToBlock,
          clientSideActionConfig: {
            challenge: {
              usageOfAction: "ENABLED",
              sensitivity: "HIGH",
              exemptUriRegularExpressions: patterns.map((regexString) => ({ regexString })),
            },
          },
        },
      },
    ],
  });

  test("challenges pages, for AWS WAF takes no challenge without paths that are exempt from it", async () => {
    const files = "\\.(?:avif|css|gif|ico|jpe?g|js|json|map|mp[34]|otf|pdf|png|svg|ttf|txt|wasm|webm|webp|woff2?|xml)$";
    expect(await statementOf(group, { antiDdos: {} })).toEqual({
      managedRuleGroupStatement: { vendorName: "AWS", name: group, ...configured("LOW", ["/api/", files]) },
    });
    const exempt = new RegExp(`/api/|${files}`);
    expect(["/", "/shop", "/a.html", "/api", "/png"].filter((path) => exempt.test(path))).toEqual([]);
    const answers = ["/api/a", "/v1/api/a", "/a.png", "/a/b.min.js", "/a.jpeg", "/a.jpg", "/a.woff2", "/a.mp4"];
    expect(answers.filter((path) => !exempt.test(path))).toEqual([]);
  });

  test("takes sensitivity, exempt paths and overrides", async () => {
    const firewall = {
      antiDdos: { sensitivityToBlock: Sensitivity.High, challengeExemptPaths: ["^/v1/", "^/v2/"] },
      ruleOverrides: { [group]: { ChallengeAllDuringEvent: RuleAction.Count } },
    };
    expect(await statementOf(group, firewall)).toEqual({
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name: group,
        ruleActionOverrides: [{ name: "ChallengeAllDuringEvent", actionToUse: { count: {} } }],
        ...configured("HIGH", ["^/v1/", "^/v2/"]),
      },
    });
  });
});

describe("bot control", () => {
  const group = "AWSManagedRulesBotControlRuleSet";
  const inspects = (awsManagedRulesBotControlRuleSet: object) => ({
    vendorName: "AWS",
    name: group,
    managedRuleGroupConfigs: [{ awsManagedRulesBotControlRuleSet }],
  });

  test("inspects every request for bots that say what they are", async () => {
    expect(await statementOf(group, { botControl: {} })).toEqual({
      managedRuleGroupStatement: inspects({ inspectionLevel: "COMMON" }),
    });
  });

  test("or, with machine learning, for those that pose as browsers", async () => {
    const botControl = { inspectionLevel: BotInspectionLevel.Targeted };
    expect(await statementOf(group, { botControl })).toEqual({
      managedRuleGroupStatement: inspects({ inspectionLevel: "TARGETED", enableMachineLearning: true }),
    });
  });

  test.each([
    [["/shop/"], { "/shop/a": "block", "/SHOP/a": "block", "/%73hop/a": "block", "/account/": "allow", "/": "allow" }],
    [["/shop/", "/account/"], { "/shop/a": "block", "/account/": "block", "/": "allow" }],
  ])("costs nothing outside %j", async (pathPrefixes, expected) => {
    const { evaluate } = await emitFirewall({ botControl: { pathPrefixes } });
    const verdicts = Object.keys(expected).map((uri) => [
      uri,
      evaluate(requestFor(uri), blocking(group, "CategoryHttpLibrary")).action,
    ]);
    expect(Object.fromEntries(verdicts)).toEqual(expected);
  });
});

describe("groups of others", () => {
  const ownRuleGroups = [
    { name: "team", ruleGroupArn },
    { name: "OWASP_Managed", vendorName: "F5" },
    { name: "AWSManagedRulesAdminProtectionRuleSet", vendorName: "AWS" },
  ];

  test("are one's own by ARN, and vendors' by name; so are groups of AWS that have no name here", async () => {
    const ruleOverrides = { team: { strict: RuleAction.Count }, OWASP_Managed: { XSS: RuleAction.Captcha } };
    expect(await statementOf("team", { ownRuleGroups, ruleOverrides })).toEqual({
      ruleGroupReferenceStatement: {
        arn: ruleGroupArn,
        ruleActionOverrides: [{ name: "strict", actionToUse: { count: {} } }],
      },
    });
    expect(await statementOf("OWASP_Managed", { ownRuleGroups, ruleOverrides })).toEqual({
      managedRuleGroupStatement: {
        vendorName: "F5",
        name: "OWASP_Managed",
        ruleActionOverrides: [{ name: "XSS", actionToUse: { captcha: {} } }],
      },
    });
    expect(await statementOf("AWSManagedRulesAdminProtectionRuleSet", { ownRuleGroups, ruleOverrides })).toEqual({
      managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesAdminProtectionRuleSet" },
    });
  });

  test("decide what AWS's groups let pass", async () => {
    const { evaluate } = await emitFirewall({ ownRuleGroups });
    const ruleGroups = { [ruleGroupArn]: (): Verdict[] => [{ rule: "strict", action: "block" }] };
    expect(evaluate(requestFor("/"), { ruleGroups })).toMatchObject({ action: "block", terminatedBy: "team" });
    expect(evaluate(requestFor("/"), { ruleGroups, ...blocking(ManagedRuleGroup.Core, "x") })).toMatchObject({
      terminatedBy: ManagedRuleGroup.Core,
    });
  });
});
