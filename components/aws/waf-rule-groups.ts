// Rule groups that AWS manages for AWS WAF and that need no configuration of their own.
// https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html

export const ManagedRuleGroup = {
  /** Addresses that Amazon's threat intelligence knows as bots and attackers. */
  IpReputation: "AWSManagedRulesAmazonIpReputationList",
  /** VPNs, proxies, Tor exits and hosting providers. Blocks honest people too, so never a default. */
  AnonymousIp: "AWSManagedRulesAnonymousIpList",
  /** The core rule set: OWASP-style exploits. Its `SizeRestrictions_BODY` blocks request bodies over 8 KB. */
  Core: "AWSManagedRulesCommonRuleSet",
  /** Request patterns of known vulnerabilities such as Log4Shell. */
  KnownBadInputs: "AWSManagedRulesKnownBadInputsRuleSet",
  /** SQL injection. For origins that talk to a SQL database. */
  Sqli: "AWSManagedRulesSQLiRuleSet",
} as const;
export type ManagedRuleGroup = (typeof ManagedRuleGroup)[keyof typeof ManagedRuleGroup];

interface RuleGroupFacts {
  /** Place in the web ACL: cheap address checks before body inspection. */
  readonly priority: number;
  /** Web ACL capacity units; 1,500 are included in the price of an ACL. */
  readonly capacity: number;
}

/** Gaps between the priorities leave room for rules of our own: IP lists, rate limits, hotlink protection. */
export const RULE_GROUPS: Readonly<Record<ManagedRuleGroup, RuleGroupFacts>> = {
  AWSManagedRulesAmazonIpReputationList: { priority: 100, capacity: 25 },
  AWSManagedRulesAnonymousIpList: { priority: 110, capacity: 50 },
  AWSManagedRulesCommonRuleSet: { priority: 200, capacity: 700 },
  AWSManagedRulesKnownBadInputsRuleSet: { priority: 210, capacity: 200 },
  AWSManagedRulesSQLiRuleSet: { priority: 220, capacity: 200 },
};

/** The groups in the order in which a web ACL should evaluate them, each once. */
export function inEvaluationOrder(groups: readonly ManagedRuleGroup[]): ManagedRuleGroup[] {
  return [...new Set(groups)].sort((left, right) => RULE_GROUPS[left].priority - RULE_GROUPS[right].priority);
}
