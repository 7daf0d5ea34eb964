// Rule groups that AWS manages for AWS WAF.
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
  /** Exploits of Linux, such as reading of local files. */
  Linux: "AWSManagedRulesLinuxRuleSet",
  /** Exploits of PHP. */
  Php: "AWSManagedRulesPHPRuleSet",
  /** Exploits of WordPress. */
  WordPress: "AWSManagedRulesWordPressRuleSet",
} as const;
export type ManagedRuleGroup = (typeof ManagedRuleGroup)[keyof typeof ManagedRuleGroup];

/** Groups with settings of their own and a price beyond the web ACL's. */
export const ANTI_DDOS_RULE_GROUP = "AWSManagedRulesAntiDDoSRuleSet";
export const BOT_CONTROL_RULE_GROUP = "AWSManagedRulesBotControlRuleSet";

interface RuleGroupFacts {
  /** Place in the web ACL: cheap address checks before body inspection. */
  readonly priority: number;
  /** Web ACL capacity units; 1,500 are included in the price of an ACL. */
  readonly capacity: number;
}

/** Gaps between the priorities leave room for groups to come. Rules of a front door's own are below 100 or above 1000. */
export const RULE_GROUPS: Readonly<Record<ManagedRuleGroup, RuleGroupFacts>> = {
  AWSManagedRulesAmazonIpReputationList: { priority: 100, capacity: 25 },
  AWSManagedRulesAnonymousIpList: { priority: 110, capacity: 50 },
  AWSManagedRulesCommonRuleSet: { priority: 200, capacity: 700 },
  AWSManagedRulesKnownBadInputsRuleSet: { priority: 210, capacity: 200 },
  AWSManagedRulesSQLiRuleSet: { priority: 220, capacity: 200 },
  AWSManagedRulesLinuxRuleSet: { priority: 230, capacity: 200 },
  AWSManagedRulesPHPRuleSet: { priority: 240, capacity: 100 },
  AWSManagedRulesWordPressRuleSet: { priority: 250, capacity: 100 },
};

export const ANTI_DDOS: RuleGroupFacts = { priority: 120, capacity: 50 };
export const BOT_CONTROL: RuleGroupFacts = { priority: 130, capacity: 50 };

/** The groups in the order in which a web ACL should evaluate them, each once. A name that is none has no place among them. */
export function inEvaluationOrder(groups: readonly ManagedRuleGroup[]): ManagedRuleGroup[] {
  return [...new Set(groups)].sort((left, right) => RULE_GROUPS[left]?.priority - RULE_GROUPS[right]?.priority);
}
