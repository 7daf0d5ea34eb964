import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeTrue } from "../../rule";
import { groupAssociationType, ruleGroupType, rulesIn, webAclRuleType, webAclType } from "./web-acl";

/** Web ACLs, rule groups and their rules have metrics. */
export const requireMetrics: Rule = {
  name: "wafv2-metrics",
  severity: "low",
  reason:
    "Every rule of the firewall must have metrics, so that alarms can tell an attack and a rule that stops customers.",
  remediation:
    "Set visibilityConfig.cloudwatchMetricsEnabled to true on the web ACL or rule group and on each of its rules.",
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/monitoring-cloudwatch.html",
  // WAF.12 looks at rule groups only.
  frameworks: [securityHub("WAF.12", "stricter")],
  profile: "strict",
  types: [webAclType, ruleGroupType, webAclRuleType, groupAssociationType],
  *check({ properties }: Resource) {
    const place = ["visibilityConfig", "cloudwatchMetricsEnabled"];
    yield* mustBeTrue(properties.at(...place), "set it to true");
    for (const rule of rulesIn(properties)) yield* mustBeTrue(rule.at(...place), "set it to true");
  },
};
