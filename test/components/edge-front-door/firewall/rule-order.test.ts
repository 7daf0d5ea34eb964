// The rules of a web ACL, their places and what each does.

import { FirewallPreset, ManagedRuleGroup } from "../../../../components";
import { emitFirewall, requestFor } from "./emitted-firewall";
import { everything, existingIpSetArn, ruleGroupArn } from "./everything";

/** Name, priority and action of each rule, in the order of the inputs. */
async function outlineOf(...args: Parameters<typeof emitFirewall>) {
  const { rules } = await emitFirewall(...args);
  return rules.map(({ name, priority, action, overrideAction }) => [
    priority,
    name,
    action === undefined ? `group: ${Object.keys(overrideAction ?? {})}` : Object.keys(action).join(),
  ]);
}

const CORE = [
  [100, "AWSManagedRulesAmazonIpReputationList", "group: none"],
  [200, "AWSManagedRulesCommonRuleSet", "group: none"],
  [210, "AWSManagedRulesKnownBadInputsRuleSet", "group: none"],
];

test("everything has its place: addresses, rates, the front door's own rules, AWS's groups, groups of others", async () => {
  expect(await outlineOf(everything())).toEqual([
    [10, "blocked-addresses", "block"],
    [20, "allowed-addresses", "block"],
    [30, "rate-all", "block"],
    [31, "rate-login", "captcha"],
    [50, "hotlink-protection", "block"],
    [60, "germany-only", "block"],
    [61, "count-posts", "count"],
    [120, "AWSManagedRulesAntiDDoSRuleSet", "group: none"],
    [130, "AWSManagedRulesBotControlRuleSet", "group: none"],
    [100, "AWSManagedRulesAmazonIpReputationList", "group: none"],
    [110, "AWSManagedRulesAnonymousIpList", "group: none"],
    [200, "AWSManagedRulesCommonRuleSet", "group: none"],
    [210, "AWSManagedRulesKnownBadInputsRuleSet", "group: none"],
    [220, "AWSManagedRulesSQLiRuleSet", "group: none"],
    [230, "AWSManagedRulesLinuxRuleSet", "group: none"],
    [240, "AWSManagedRulesPHPRuleSet", "group: none"],
    [250, "AWSManagedRulesWordPressRuleSet", "group: none"],
    [1000, "team", "group: none"],
    [1001, "F5-OWASP_Managed", "group: none"],
  ]);
});

test("a request meets them by their numbers, wherever they stand in the inputs", async () => {
  const { evaluate } = await emitFirewall(everything());
  const world = {
    country: "DE",
    ipSets: { [existingIpSetArn]: [] },
    ruleGroups: { [ruleGroupArn]: () => [] },
  };
  const { action, evaluated } = evaluate({ ...requestFor("/"), clientIp: "192.0.2.1" }, world);
  expect(action).toBe("allow");
  expect(evaluated).toEqual([
    "blocked-addresses",
    "allowed-addresses",
    "rate-all",
    "rate-login",
    "hotlink-protection",
    "germany-only",
    "count-posts",
    "AWSManagedRulesAmazonIpReputationList",
    "AWSManagedRulesAnonymousIpList",
    "AWSManagedRulesAntiDDoSRuleSet",
    "AWSManagedRulesBotControlRuleSet",
    "AWSManagedRulesCommonRuleSet",
    "AWSManagedRulesKnownBadInputsRuleSet",
    "AWSManagedRulesSQLiRuleSet",
    "AWSManagedRulesLinuxRuleSet",
    "AWSManagedRulesPHPRuleSet",
    "AWSManagedRulesWordPressRuleSet",
    "team",
    "F5-OWASP_Managed",
  ]);
});

test("every rule is counted in CloudWatch and sampled, under its own name", async () => {
  const { rules } = await emitFirewall(everything());
  for (const rule of rules) {
    expect(rule).toMatchObject({
      visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: rule.name },
    });
  }
});

test("the web ACL itself allows by default, and its metric is the front door's name", async () => {
  const { webAcl } = await emitFirewall(everything());
  const { rules, ...others } = webAcl;
  expect(rules).toHaveLength(19);
  expect(others).toEqual({
    region: "us-east-1",
    scope: "CLOUDFRONT",
    description: "Firewall of site",
    defaultAction: { allow: {} },
    associationConfig: { requestBodies: [{ cloudfront: { defaultSizeInspectionLimit: "KB_32" } }] },
    visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "site" },
  });
});

describe("presets", () => {
  test.each([
    ["none is core", {}],
    ["core", { preset: FirewallPreset.Core }],
  ])("%s: CloudFront's one-click protection", async (_title, firewall) => {
    expect(await outlineOf(firewall)).toEqual(CORE);
  });

  test("recommended: with SQL injection and a limit for each address", async () => {
    const { rules } = await emitFirewall({ preset: FirewallPreset.Recommended });
    expect(rules[0]).toEqual({
      name: "rate-per-address",
      priority: 30,
      action: { block: {} },
      statement: { rateBasedStatement: { limit: 2_000, evaluationWindowSec: 300, aggregateKeyType: "IP" } },
      visibilityConfig: {
        cloudwatchMetricsEnabled: true,
        sampledRequestsEnabled: true,
        metricName: "rate-per-address",
      },
    });
    expect(await outlineOf({ preset: FirewallPreset.Recommended })).toEqual([
      [30, "rate-per-address", "block"],
      ...CORE,
      [220, "AWSManagedRulesSQLiRuleSet", "group: none"],
    ]);
  });

  test("groups take the place of a preset's, in any order and each once, and its rate limits stay", async () => {
    const ruleGroups = [ManagedRuleGroup.Php, ManagedRuleGroup.IpReputation, ManagedRuleGroup.Php];
    expect(await outlineOf({ preset: FirewallPreset.Recommended, ruleGroups })).toEqual([
      [30, "rate-per-address", "block"],
      [100, "AWSManagedRulesAmazonIpReputationList", "group: none"],
      [240, "AWSManagedRulesPHPRuleSet", "group: none"],
    ]);
  });

  test("rate limits take the place of a preset's, and its groups stay", async () => {
    const rateLimits = [{ name: "api", limit: 100 }];
    expect(await outlineOf({ preset: FirewallPreset.Recommended, rateLimits })).toEqual([
      [30, "rate-api", "block"],
      ...CORE,
      [220, "AWSManagedRulesSQLiRuleSet", "group: none"],
    ]);
    expect(await outlineOf({ preset: FirewallPreset.Recommended, rateLimits: [] })).toEqual([
      ...CORE,
      [220, "AWSManagedRulesSQLiRuleSet", "group: none"],
    ]);
  });

  test("a firewall may consist of own rules alone", async () => {
    expect(await outlineOf({ ruleGroups: [], ownRuleGroups: [{ name: "team", ruleGroupArn }] })).toEqual([
      [1000, "team", "group: none"],
    ]);
    expect(await outlineOf({ ruleGroups: [], blockedAddresses: { ipv4: ["192.0.2.66/32"] } })).toEqual([
      [10, "blocked-addresses", "block"],
    ]);
  });
});
