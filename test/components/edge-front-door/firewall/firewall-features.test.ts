// What a firewall uses of what does not go with everything, or is not in every pricing plan, and which argument asks for it.

import {
  BotInspectionLevel,
  Feature,
  type FirewallArgs,
  FirewallMode,
  FirewallPreset,
  LoggedRequests,
  ManagedRuleGroup,
  PricingPlan,
  RuleAction,
  s3Origin,
} from "../../../../components";
import { featuresOfFirewall } from "../../../../components/edge-front-door/firewall/firewall-features";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { methodIs, ruleGroupArn } from "./everything";

const featuresOf = (firewall: FirewallArgs, domainNames?: string[]) =>
  featuresOfFirewall("firewall", firewall, domainNames).map(({ feature, path }) => [feature, path]);

const logs = [Feature.FirewallLogs, "firewall.log.requests"];
const hotlink = [
  [Feature.HotlinkProtection, "firewall.hotlinkProtection"],
  [Feature.HeaderMatchRule, "firewall.hotlinkProtection"],
];

test.each<[string, FirewallArgs, unknown[]]>([
  ["nothing but logs by default", {}, [logs]],
  ["not even these where they are off", { log: { requests: LoggedRequests.None } }, []],
  ["a firewall that is off", { mode: FirewallMode.None }, [[Feature.NoFirewall, "firewall.mode"]]],
  ["one made elsewhere", { mode: FirewallMode.Existing, existingWebAclArn: "arn:a" }, []],
  [
    "SQL injection by the preset",
    { preset: FirewallPreset.Recommended },
    [[Feature.ApplicationRuleGroup, "firewall.preset"], logs],
  ],
  [
    "SQL injection by name",
    { ruleGroups: [ManagedRuleGroup.Sqli] },
    [[Feature.ApplicationRuleGroup, "firewall.ruleGroups"], logs],
  ],
  [
    "groups in place of the preset's",
    { preset: FirewallPreset.Recommended, ruleGroups: [ManagedRuleGroup.Linux] },
    [logs],
  ],
  [
    "an allow list of IPv4",
    { allowedAddresses: { ipv4: ["192.0.2.0/24"] } },
    [[Feature.IpAllowListIpv4Only, "firewall.allowedAddresses"], logs],
  ],
  ["an allow list of both", { allowedAddresses: { ipv4: ["192.0.2.0/24"], ipv6: [] } }, [logs]],
  ["an allow list made elsewhere", { allowedAddresses: { existingIpSetArns: ["arn:a"] } }, [logs]],
  ["hotlink protection", { hotlinkProtection: {} }, [...hotlink, logs]],
  [
    "a wildcard site",
    { hotlinkProtection: { allowedSites: ["a.com", "*.a.com"] } },
    [...hotlink, [Feature.RegexRule, "firewall.hotlinkProtection.allowedSites"], logs],
  ],
  ["anti-DDoS", { antiDdos: {} }, [[Feature.AntiDdos, "firewall.antiDdos"], logs]],
  ["bot control", { botControl: {} }, [[Feature.BotControl, "firewall.botControl"], logs]],
  [
    "targeted bot control",
    { botControl: { inspectionLevel: BotInspectionLevel.Targeted } },
    [
      [Feature.BotControl, "firewall.botControl"],
      [Feature.TargetedBotControl, "firewall.botControl.inspectionLevel"],
      logs,
    ],
  ],
  [
    "a group of one's own",
    { ownRuleGroups: [{ name: "a", ruleGroupArn }] },
    [[Feature.OwnRuleGroup, "firewall.ownRuleGroups"], logs],
  ],
  [
    "a group in a custom rule",
    { customRules: [{ name: "a", statement: { ruleGroupReferenceStatement: { arn: ruleGroupArn } } }] },
    [[Feature.OwnRuleGroup, "firewall.customRules[0].statement"], logs],
  ],
  [
    "bodies beyond 16 KB",
    { bodyInspectionKilobytes: 32 },
    [[Feature.LargeBodyInspection, "firewall.bodyInspectionKilobytes"], logs],
  ],
  ["16 KB", { bodyInspectionKilobytes: 16 }, [logs]],
])("%s", (_title, firewall, features) => {
  expect(featuresOf(firewall)).toEqual(features);
});

test("puzzles and challenges, by the arguments that ask for them", () => {
  const firewall: FirewallArgs = {
    rateLimits: [
      { name: "a", limit: 10, action: RuleAction.Captcha },
      { name: "b", limit: 10 },
    ],
    customRules: [{ name: "a", statement: methodIs("GET"), action: RuleAction.Challenge }],
    ruleOverrides: { [ManagedRuleGroup.Core]: { a: RuleAction.Challenge, b: RuleAction.Captcha } },
  };
  expect(featuresOf(firewall)).toEqual([
    [Feature.Captcha, "firewall.rateLimits[0].action"],
    [Feature.Challenge, "firewall.customRules[0].action"],
    [Feature.Challenge, `firewall.ruleOverrides.${ManagedRuleGroup.Core}.a`],
    [Feature.Captcha, `firewall.ruleOverrides.${ManagedRuleGroup.Core}.b`],
    logs,
  ]);
});

test("headers and regular expressions that custom rules look at, however deep", () => {
  const textTransformations = [{ priority: 0, type: "NONE" }];
  const agent = {
    regexMatchStatement: {
      fieldToMatch: { singleHeader: { name: "user-agent" } },
      regexString: "bot",
      textTransformations,
    },
  };
  const statement = { notStatement: { statement: { andStatement: { statements: [methodIs("GET"), agent] } } } };
  expect(
    featuresOf({
      customRules: [
        { name: "a", statement: methodIs("GET") },
        { name: "b", statement },
      ],
    }),
  ).toEqual([
    [Feature.HeaderMatchRule, "firewall.customRules[1].statement"],
    [Feature.RegexRule, "firewall.customRules[1].statement"],
    logs,
  ]);
});

test("a wildcard among the front door's own names is a regular expression of hotlink protection", () => {
  expect(featuresOf({ hotlinkProtection: {} }, ["*.example.com"])).toEqual([
    ...hotlink,
    [Feature.RegexRule, "firewall.hotlinkProtection"],
    logs,
  ]);
  expect(featuresOf({}, ["*.example.com"])).toEqual([logs]);
});

describe("a pricing plan", () => {
  const domain = { name: "example.com", alternativeNames: ["*.example.com"], hostedZoneId: "Z0123456789ABCDEFGHIJ" };
  const pathsOf = (firewall: FirewallArgs, pricingPlan: PricingPlan) =>
    checkEdgeFrontDoor("site", { origin: s3Origin(), domain, firewall, pricingPlan }).map(({ path }) => path);

  test("without rules for applications refuses the preset that has one", () => {
    const paths = pathsOf({ preset: FirewallPreset.Recommended }, PricingPlan.Free);
    expect(paths).toContain('pricingPlan "FREE" and firewall.preset');
    expect(pathsOf({ preset: FirewallPreset.Recommended }, PricingPlan.Pro)).toEqual([]);
  });

  test("without regular expressions refuses hotlink protection of a wildcard", () => {
    expect(pathsOf({ hotlinkProtection: {} }, PricingPlan.Pro)).toEqual([
      'pricingPlan "PRO" and firewall.hotlinkProtection',
    ]);
    expect(pathsOf({ hotlinkProtection: {} }, PricingPlan.Business)).toEqual([]);
  });
});
