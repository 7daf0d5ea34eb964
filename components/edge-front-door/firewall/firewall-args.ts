import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ManagedRuleGroup } from "../../aws/waf-rule-groups";

export const FirewallMode = {
  /** A web ACL with the rules that the other arguments describe. */
  Managed: "managed",
  /** A web ACL made elsewhere. */
  Existing: "existing",
  /** None. Security Hub reports CloudFront.6. */
  None: "none",
} as const;
export type FirewallMode = (typeof FirewallMode)[keyof typeof FirewallMode];

export const FirewallPreset = {
  /** IP reputation, core rule set, known bad inputs: what CloudFront's console switches on as one-click protection. */
  Core: "core",
  /** The same with SQL injection, and at most 2,000 requests in five minutes from one address. */
  Recommended: "recommended",
} as const;
export type FirewallPreset = (typeof FirewallPreset)[keyof typeof FirewallPreset];

export const RuleAction = {
  Block: "block",
  /** Goes on, and shows in metrics and logs what would have been blocked. */
  Count: "count",
  /** A puzzle for people. Priced per attempt. */
  Captcha: "captcha",
  /** A silent test of the browser. Clients other than browsers fail it. */
  Challenge: "challenge",
  /** Lets the request through and skips all rules after this one. */
  Allow: "allow",
} as const;
export type RuleAction = (typeof RuleAction)[keyof typeof RuleAction];

export const LoggedRequests = {
  All: "all",
  /** Only those that a rule blocked, counted, or tested. Much cheaper at high traffic. */
  Matched: "matched",
  /** None. Security Hub reports WAF.11. */
  None: "none",
} as const;
export type LoggedRequests = (typeof LoggedRequests)[keyof typeof LoggedRequests];

/**
 * Addresses in CIDR notation, such as `192.0.2.0/24` and `2001:db8::/32`. In an allow list an empty list of one family says that nobody
 * of it may come.
 */
export interface AddressListArgs {
  /** @default - none */
  ipv4?: pulumi.Input<string>[];
  /** @default - none */
  ipv6?: pulumi.Input<string>[];
  /** IP sets made elsewhere: scope CLOUDFRONT, in us-east-1. @default - none */
  existingIpSetArns?: pulumi.Input<string>[];
}

export interface RateLimitArgs {
  /** Names rule and metric, `rate-<name>`; letters, digits, `_` and `-`. */
  name: string;
  /** Requests from one address in the window, at least 10. */
  limit: number;
  /** 60, 120, 300 or 600. @default 300 */
  windowSeconds?: number;
  /** Only requests whose path begins like this, however it is spelt. @default - all */
  pathPrefix?: string;
  /** @default RuleAction.Block */
  action?: RuleAction;
}

/**
 * Keeps other sites from embedding files: browsers send the page that embeds as `Referer`. Other clients can send what they like, and a
 * page can ask browsers to send nothing, so what must be kept from others needs signed URLs.
 */
export interface HotlinkProtectionArgs {
  /**
   * Paths that are protected, such as `/images/`, in any spelling that leads there: in capitals, encoded, with dots and more slashes. All
   * paths are right for a name that serves files alone, such as `static.example.com`: links of other sites to pages would be blocked
   * too, a search engine's among them. @default - all
   */
  pathPrefixes?: string[];
  /**
   * Host names of pages that may embed, beside the front door's own. Each counts with and without `www.`; a wildcard
   * (`*.example.com`) stands for one level. @default - none
   */
  allowedSites?: string[];
  /**
   * Whether requests without a `Referer` pass: links in mails, bookmarks, privacy settings of browsers; and pages of others that ask
   * browsers to send none. @default true
   */
  allowEmptyReferer?: boolean;
  /** Whether pages served over plain HTTP may embed. @default false */
  allowHttpSites?: boolean;
}

export const BotInspectionLevel = { Common: "COMMON", Targeted: "TARGETED" } as const;
export type BotInspectionLevel = (typeof BotInspectionLevel)[keyof typeof BotInspectionLevel];

export interface BotControlArgs {
  /** Targeted finds bots that pose as browsers, and costs ten times as much. @default BotInspectionLevel.Common */
  inspectionLevel?: BotInspectionLevel;
  /** Only requests whose path begins like one of these: the group is priced per request. @default - all */
  pathPrefixes?: string[];
}

export const Sensitivity = { Low: "LOW", Medium: "MEDIUM", High: "HIGH" } as const;
export type Sensitivity = (typeof Sensitivity)[keyof typeof Sensitivity];

export interface AntiDdosArgs {
  /** From which suspicion on requests are blocked during an event. @default Sensitivity.Low */
  sensitivityToBlock?: Sensitivity;
  /**
   * Regular expressions, 1 to 5, of paths whose clients cannot answer a challenge, such as `^/api/`. `^/` challenges nobody and leaves
   * the blocking. @default - `/api/` anywhere, and files that are no pages by their endings
   */
  challengeExemptPaths?: string[];
}

/** A rule group of your own or of a vendor, or one of AWS's that `ManagedRuleGroup` lacks. Evaluated after AWS's groups, in this order. */
export interface OwnRuleGroupArgs {
  /** Names rule and metric; for a vendor's group the vendor's name of it. */
  name: string;
  /** Your own group: scope CLOUDFRONT, in us-east-1. Either this or `vendorName`. */
  ruleGroupArn?: pulumi.Input<string>;
  /** The vendor in AWS Marketplace, such as `F5`; or `AWS`. */
  vendorName?: string;
  /** Its capacity units, for the sum that a web ACL may have. @default 0 */
  capacity?: number;
}

/**
 * A rule that the other arguments cannot express. Evaluated before all rule groups. The statement may be a rule group with settings of
 * its own, such as account takeover prevention.
 */
export interface CustomRuleArgs {
  /** Letters, digits, `_` and `-`. */
  name: string;
  statement: aws.types.input.wafv2.WebAclRuleStatement;
  /** For a rule group only `Count`, which counts what its rules would do. @default - block; for a rule group the actions of its rules */
  action?: RuleAction;
}

export interface FirewallLogArgs {
  /** @default LoggedRequests.All */
  requests?: LoggedRequests;
  /** Headers whose values are left out, in place of the default's. @default ["authorization", "cookie"] */
  redactedHeaders?: string[];
  /** @default true */
  redactQueryString?: boolean;
}

export interface FirewallArgs {
  /** @default FirewallMode.Managed */
  mode?: FirewallMode;
  /** @default FirewallPreset.Core */
  preset?: FirewallPreset;
  /** AWS's rule groups, in any order, in place of the preset's. 1,500 capacity units are included. @default - the preset's */
  ruleGroups?: ManagedRuleGroup[];
  /** Groups of your own or of vendors. @default - none */
  ownRuleGroups?: OwnRuleGroupArgs[];
  /**
   * Other actions for rules of a group, by group and rule, such as `{ [ManagedRuleGroup.Core]: { SizeRestrictions_BODY: RuleAction.Count } }`
   * for an API that takes bodies over 8 KB. Groups are called as in the web ACL: `AWSManagedRulesAntiDDoSRuleSet`,
   * `AWSManagedRulesBotControlRuleSet`, or the name of one of `ownRuleGroups`. @default - none
   */
  ruleOverrides?: Record<string, Record<string, RuleAction>>;
  /** Everybody else is blocked. @default - everybody may come */
  allowedAddresses?: AddressListArgs;
  /** @default - nobody */
  blockedAddresses?: AddressListArgs;
  /** At most 10, in place of the preset's. @default - the preset's */
  rateLimits?: RateLimitArgs[];
  /** @default - none */
  hotlinkProtection?: HotlinkProtectionArgs;
  /** Priced by the month and per request. @default - none */
  antiDdos?: AntiDdosArgs;
  /** Priced by the month and per request. @default - none */
  botControl?: BotControlArgs;
  /** @default - none */
  customRules?: CustomRuleArgs[];
  /** How much of a body the rules see: 16, 32, 48 or 64. More than 16 is priced per request. @default 16 */
  bodyInspectionKilobytes?: number;
  /** @default - every request, without credentials and query string */
  log?: FirewallLogArgs;
  /** The web ACL of mode `existing`: WAFv2, scope CLOUDFRONT, in us-east-1. */
  existingWebAclArn?: pulumi.Input<string>;
}
