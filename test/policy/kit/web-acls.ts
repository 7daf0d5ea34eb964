// Web ACLs and their rules, in each of the ways that programs write them.

import { webAclArn } from "./distributions";
import { type Example, unknown } from "./judge";

export const webAclType = "aws:wafv2/webAcl:WebAcl";
export const ruleType = "aws:wafv2/webAclRule:WebAclRule";
export const associationType = "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation";
export const groupType = "aws:wafv2/ruleGroup:RuleGroup";

export const visibility = { cloudwatchMetricsEnabled: true, metricName: "shop", sampledRequestsEnabled: true };
export const managed = (name: unknown, change: object = {}) => ({
  name: "managed",
  priority: 1,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
  visibilityConfig: visibility,
  ...change,
});
export const common = managed("AWSManagedRulesCommonRuleSet");
export const badInputs = managed("AWSManagedRulesKnownBadInputsRuleSet");
export const props = (change: object = {}) => ({
  scope: "CLOUDFRONT",
  region: "us-east-1",
  defaultAction: { allow: {} },
  rules: [common],
  visibilityConfig: visibility,
  ...change,
});
export const acl = (change: object = {}): Example => ({ type: webAclType, name: "acl", props: props(change) });
export const blocking = { defaultAction: { block: {} }, rules: [] };
export const json = (...rules: object[]) => ({ rules: undefined, ruleJson: JSON.stringify(rules) });
export const jsonRule = (name: string, metrics: unknown = true, action: object = { None: {} }) => ({
  Name: "managed",
  Priority: 1,
  OverrideAction: action,
  Statement: { ManagedRuleGroupStatement: { VendorName: "AWS", Name: name } },
  VisibilityConfig: { CloudWatchMetricsEnabled: metrics, SampledRequestsEnabled: true, MetricName: "shop" },
});
/** A rule of the ACL as a resource of its own. */
export const ruleOf = (change: object = {}): Example => ({
  type: ruleType,
  name: "rule",
  props: { webAclArn: unknown, ...badInputs, ...change },
  sources: { webAclArn: ["acl"] },
});
export const association = (change: object = {}): Example => ({
  type: associationType,
  name: "association",
  props: {
    webAclArn: webAclArn,
    ruleName: "bad-inputs",
    priority: 1,
    managedRuleGroup: { name: "AWSManagedRulesKnownBadInputsRuleSet", vendorName: "AWS" },
    overrideAction: "none",
    visibilityConfig: visibility,
    ...change,
  },
});
