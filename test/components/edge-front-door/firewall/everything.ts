// A firewall that uses every argument of a managed one.

import {
  BotInspectionLevel,
  type FirewallArgs,
  LoggedRequests,
  ManagedRuleGroup,
  RuleAction,
  Sensitivity,
} from "../../../../components";

export const existingIpSetArn = "arn:aws:wafv2:us-east-1:123456789012:global/ipset/office/1";
export const ruleGroupArn = "arn:aws:wafv2:us-east-1:123456789012:global/rulegroup/team/1";

export const everything = (): FirewallArgs => ({
  ruleGroups: Object.values(ManagedRuleGroup),
  ownRuleGroups: [
    { name: "team", ruleGroupArn, capacity: 100 },
    { name: "F5-OWASP_Managed", vendorName: "F5", capacity: 1_000 },
  ],
  ruleOverrides: {
    [ManagedRuleGroup.Core]: { SizeRestrictions_BODY: RuleAction.Count, NoUserAgent_HEADER: RuleAction.Challenge },
    AWSManagedRulesAntiDDoSRuleSet: { ChallengeAllDuringEvent: RuleAction.Count },
    AWSManagedRulesBotControlRuleSet: { CategoryMonitoring: RuleAction.Allow },
    team: { "too-strict": RuleAction.Captcha },
    "F5-OWASP_Managed": { XSS: RuleAction.Block },
  },
  allowedAddresses: {
    ipv4: ["192.0.2.0/24", "198.51.100.7/32"],
    ipv6: ["2001:db8:1::/48"],
    existingIpSetArns: [existingIpSetArn],
  },
  blockedAddresses: { ipv4: ["192.0.2.66/32"], ipv6: ["2001:db8:1:bad::/64"] },
  rateLimits: [
    { name: "all", limit: 2_000 },
    { name: "login", limit: 10, windowSeconds: 60, pathPrefix: "/Login", action: RuleAction.Captcha },
  ],
  hotlinkProtection: { pathPrefixes: ["/images/"], allowedSites: ["*.partner.org"] },
  antiDdos: { sensitivityToBlock: Sensitivity.Medium, challengeExemptPaths: ["^/api/"] },
  botControl: { inspectionLevel: BotInspectionLevel.Targeted, pathPrefixes: ["/shop/", "/account/"] },
  customRules: [
    {
      name: "germany-only",
      statement: { notStatement: { statement: { geoMatchStatement: { countryCodes: ["DE"] } } } },
    },
    { name: "count-posts", statement: methodIs("POST"), action: RuleAction.Count },
  ],
  bodyInspectionKilobytes: 32,
  log: { requests: LoggedRequests.Matched, redactedHeaders: ["x-api-key"], redactQueryString: false },
});

export function methodIs(searchString: string) {
  return {
    byteMatchStatement: {
      fieldToMatch: { method: {} },
      positionalConstraint: "EXACTLY",
      searchString,
      textTransformations: [{ priority: 0, type: "NONE" }],
    },
  };
}
