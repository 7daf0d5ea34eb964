// Every way in which a firewall's arguments can be wrong, with the arguments that are named for it.

import {
  type FirewallArgs,
  FirewallMode,
  FirewallPreset,
  LoggedRequests,
  ManagedRuleGroup,
  RuleAction,
} from "../../../../components";
import { everything, methodIs, ruleGroupArn } from "./everything";
import { pathsOf, problemsOf } from "./problems-of";

const limit = (more: object) => ({ rateLimits: [{ name: "a", limit: 10, ...more }] });
const rule = (more: object) => ({ customRules: [{ name: "a", statement: methodIs("GET"), ...more }] });
const hotlink = (hotlinkProtection: FirewallArgs["hotlinkProtection"]) => ({ hotlinkProtection });
const wafv2 = "arn:aws:wafv2:us-east-1:123456789012";

test("accepts everything at once, and nothing", () => {
  expect(problemsOf(everything())).toEqual([]);
  expect(problemsOf({})).toEqual([]);
});

const REFUSED: Readonly<Record<string, readonly (readonly [title: string, FirewallArgs, paths: string[]])[]>> = {
  mode: [
    [
      "rules of a firewall that is off",
      { mode: FirewallMode.None, rateLimits: [], log: {}, preset: "core" },
      ["firewall.rateLimits and firewall.mode", "firewall.log and firewall.mode", "firewall.preset and firewall.mode"],
    ],
    [
      "rules of a firewall made elsewhere",
      { mode: FirewallMode.Existing, existingWebAclArn: `${wafv2}:global/webacl/a/1`, antiDdos: {} },
      ["firewall.antiDdos and firewall.mode"],
    ],
    [
      "an ARN without the mode",
      { existingWebAclArn: `${wafv2}:global/webacl/a/1` },
      ['firewall.existingWebAclArn and firewall.mode "existing"'],
    ],
    [
      "the mode without an ARN",
      { mode: FirewallMode.Existing },
      ['firewall.existingWebAclArn and firewall.mode "existing"'],
    ],
    [
      "a web ACL of a Region",
      { mode: FirewallMode.Existing, existingWebAclArn: `${wafv2}:regional/webacl/a/1` },
      ["firewall.existingWebAclArn"],
    ],
  ],
  groups: [
    ["none, and no rule at all", { ruleGroups: [] }, ["firewall.ruleGroups"]],
    [
      "overrides of a group that is missing",
      { ruleOverrides: { [ManagedRuleGroup.Php]: {} } },
      ["firewall.ruleOverrides and firewall.ruleGroups"],
    ],
    [
      "overrides of bot control and anti-DDoS that are off",
      { ruleOverrides: { AWSManagedRulesBotControlRuleSet: {}, AWSManagedRulesAntiDDoSRuleSet: {} } },
      ["firewall.ruleOverrides and firewall.ruleGroups", "firewall.ruleOverrides and firewall.ruleGroups"],
    ],
    [
      "one of one's own with neither ARN nor vendor",
      { ownRuleGroups: [{ name: "a" }] },
      ["firewall.ownRuleGroups[0].ruleGroupArn and firewall.ownRuleGroups[0].vendorName"],
    ],
    [
      "one with both",
      { ownRuleGroups: [{ name: "a", ruleGroupArn, vendorName: "F5" }] },
      ["firewall.ownRuleGroups[0].ruleGroupArn and firewall.ownRuleGroups[0].vendorName"],
    ],
    [
      "a vendor without a name",
      { ownRuleGroups: [{ name: "a", vendorName: " " }] },
      ["firewall.ownRuleGroups[0].vendorName"],
    ],
    [
      "a name with spaces",
      { ownRuleGroups: [{ name: "my group", vendorName: "F5" }] },
      ["firewall.ownRuleGroups[0].name"],
    ],
    [
      "a group of a Region",
      { ownRuleGroups: [{ name: "a", ruleGroupArn: `${wafv2}:regional/rulegroup/a/1` }] },
      ["firewall.ownRuleGroups[0].ruleGroupArn"],
    ],
    [
      "capacity that is none",
      { ownRuleGroups: [{ name: "a", ruleGroupArn, capacity: -1 }] },
      ["firewall.ownRuleGroups[0].capacity"],
    ],
    ["no path for bot control", { botControl: { pathPrefixes: [] } }, ["firewall.botControl.pathPrefixes"]],
    [
      "a path of bot control that is none",
      { botControl: { pathPrefixes: ["shop"] } },
      ["firewall.botControl.pathPrefixes[0]"],
    ],
    [
      "no path that is exempt from a challenge",
      { antiDdos: { challengeExemptPaths: [] } },
      ["firewall.antiDdos.challengeExemptPaths"],
    ],
    [
      "six of them, an empty and a long one",
      { antiDdos: { challengeExemptPaths: ["a", "b", "c", "d", "", "x".repeat(513)] } },
      [
        "firewall.antiDdos.challengeExemptPaths",
        "firewall.antiDdos.challengeExemptPaths[4]",
        "firewall.antiDdos.challengeExemptPaths[5]",
      ],
    ],
  ],
  addresses: [
    [
      "no list",
      { allowedAddresses: {}, blockedAddresses: {} },
      ["firewall.allowedAddresses", "firewall.blockedAddresses"],
    ],
    ["no existing set", { blockedAddresses: { existingIpSetArns: [] } }, ["firewall.blockedAddresses"]],
    ["an allow list of nobody", { allowedAddresses: { ipv4: [], ipv6: [] } }, ["firewall.allowedAddresses"]],
    [
      "a set of a Region",
      { blockedAddresses: { existingIpSetArns: [`${wafv2}:regional/ipset/a/1`] } },
      ["firewall.blockedAddresses.existingIpSetArns[0]"],
    ],
    [
      "10,001 addresses",
      { blockedAddresses: { ipv4: Array(10_001).fill("192.0.2.1/32") } },
      ["firewall.blockedAddresses.ipv4"],
    ],
  ],
  "rate limits": [
    ["too low", limit({ limit: 9 }), ["firewall.rateLimits[0].limit"]],
    ["too high", limit({ limit: 2_000_000_001 }), ["firewall.rateLimits[0].limit"]],
    ["no whole number", limit({ limit: 10.5 }), ["firewall.rateLimits[0].limit"]],
    ["another window", limit({ windowSeconds: 90 }), ["firewall.rateLimits[0].windowSeconds"]],
    ["that allow", limit({ action: RuleAction.Allow }), ["firewall.rateLimits[0].action"]],
    ["a pattern for a path", limit({ pathPrefix: "/api/*" }), ["firewall.rateLimits[0].pathPrefix"]],
    ["a name with a dot", limit({ name: "a.b" }), ["firewall.rateLimits[0].name"]],
    [
      "eleven",
      { rateLimits: Array.from({ length: 11 }, (_, index) => ({ name: `n${index}`, limit: 10 })) },
      ["firewall.rateLimits"],
    ],
    [
      "the preset's, and ten among the custom rules",
      {
        preset: FirewallPreset.Recommended,
        customRules: Array.from({ length: 10 }, (_, index) => ({
          name: `n${index}`,
          statement: { rateBasedStatement: { aggregateKeyType: "IP", limit: 10 } },
        })),
      },
      ["firewall.rateLimits"],
    ],
    [
      "ten, and one among the custom rules",
      {
        rateLimits: Array.from({ length: 10 }, (_, index) => ({ name: `n${index}`, limit: 10 })),
        ...rule({ statement: { rateBasedStatement: { aggregateKeyType: "IP", limit: 10 } } }),
      },
      ["firewall.rateLimits"],
    ],
  ],
  "custom rules": [
    ["a reserved name", rule({ name: "Default_Action" }), ["firewall.customRules[0].name"]],
    ["no statement in it", rule({ statement: {} }), ["firewall.customRules[0].statement"]],
    [
      "two statements",
      rule({ statement: { ...methodIs("GET"), geoMatchStatement: { countryCodes: ["DE"] } } }),
      ["firewall.customRules[0].statement"],
    ],
    [
      "a group that is to block",
      rule({ statement: { ruleGroupReferenceStatement: { arn: ruleGroupArn } }, action: RuleAction.Block }),
      ["firewall.customRules[0].action"],
    ],
    [
      "a rate that allows",
      rule({ statement: { rateBasedStatement: { aggregateKeyType: "IP", limit: 10 } }, action: RuleAction.Allow }),
      ["firewall.customRules[0].action"],
    ],
    [
      "forty-one",
      { customRules: Array.from({ length: 41 }, (_, index) => ({ name: `n${index}`, statement: methodIs("GET") })) },
      ["firewall.customRules"],
    ],
  ],
  "hotlink protection": [
    ["no path", hotlink({ pathPrefixes: [] }), ["firewall.hotlinkProtection.pathPrefixes"]],
    ["a URL for a site", hotlink({ allowedSites: ["https://a.com"] }), ["firewall.hotlinkProtection.allowedSites[0]"]],
    ["a site in capitals", hotlink({ allowedSites: ["A.com"] }), ["firewall.hotlinkProtection.allowedSites[0]"]],
    ["a site with a port", hotlink({ allowedSites: ["a.com:8443"] }), ["firewall.hotlinkProtection.allowedSites[0]"]],
    [
      "a wildcard of two levels",
      hotlink({ allowedSites: ["*.*.a.com"] }),
      ["firewall.hotlinkProtection.allowedSites[0]"],
    ],
  ],
  others: [
    ["a size of bodies", { bodyInspectionKilobytes: 8 }, ["firewall.bodyInspectionKilobytes"]],
    [
      "a header that is none",
      { log: { redactedHeaders: ["x y", ""] } },
      ["firewall.log.redactedHeaders[0]", "firewall.log.redactedHeaders[1]"],
    ],
    ["a hundred headers", { log: { redactedHeaders: Array(100).fill("a") } }, ["firewall.log.redactedHeaders"]],
    [
      "what to leave out of logs that are off",
      { log: { requests: LoggedRequests.None, redactedHeaders: ["a"], redactQueryString: true } },
      [
        "firewall.log.redactedHeaders and firewall.log.requests",
        "firewall.log.redactQueryString and firewall.log.requests",
      ],
    ],
  ],
};

describe.each(Object.entries(REFUSED))("refuses of %s", (_part, cases) => {
  test.each(cases)("%s", (_title, firewall, paths) => {
    expect(pathsOf(firewall)).toEqual(paths);
  });
});

test("says everything at once, in the order of the arguments", () => {
  expect(
    pathsOf({
      ownRuleGroups: [{ name: "a b" }],
      ruleOverrides: { Nobody: {} },
      allowedAddresses: { ipv4: ["a"] },
      blockedAddresses: {},
      rateLimits: [{ name: "a", limit: 1, windowSeconds: 1, pathPrefix: "a", action: RuleAction.Allow }],
      hotlinkProtection: { pathPrefixes: ["a"], allowedSites: ["a b"] },
      botControl: { pathPrefixes: ["a"] },
      customRules: [{ name: "", statement: {} }],
      bodyInspectionKilobytes: 1,
      log: { redactedHeaders: [" "] },
      existingWebAclArn: "a",
    }),
  ).toEqual([
    'firewall.existingWebAclArn and firewall.mode "existing"',
    "firewall.ownRuleGroups[0].name",
    "firewall.ownRuleGroups[0].ruleGroupArn and firewall.ownRuleGroups[0].vendorName",
    "firewall.ruleOverrides and firewall.ruleGroups",
    "firewall.botControl.pathPrefixes[0]",
    "firewall.allowedAddresses.ipv4[0]",
    "firewall.blockedAddresses",
    "firewall.rateLimits[0].limit",
    "firewall.rateLimits[0].windowSeconds",
    "firewall.rateLimits[0].pathPrefix",
    "firewall.rateLimits[0].action",
    "firewall.customRules[0].name",
    "firewall.customRules[0].statement",
    "firewall.hotlinkProtection.pathPrefixes[0]",
    "firewall.hotlinkProtection.allowedSites[0]",
    "firewall.bodyInspectionKilobytes",
    "firewall.log.redactedHeaders[0]",
    "firewall.existingWebAclArn",
  ]);
});
