import { refuseClassic } from "../../../../policy/rules/wafv2/refuse-classic";
import { refuseCountingGroups } from "../../../../policy/rules/wafv2/refuse-counting-groups";
import { requireMetrics } from "../../../../policy/rules/wafv2/require-metrics";
import { webAclArn } from "../../kit/distributions";
import { judgeRule, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";
import {
  acl,
  association,
  associationType,
  badInputs,
  common,
  groupType,
  json,
  jsonRule,
  managed,
  props,
  ruleType,
  visibility,
  webAclType,
} from "../../kit/web-acls";

const metricsFix = "fix: set it to true";

testRule(requireMetrics, {
  type: webAclType,
  violating: {
    "a web ACL and a rule without": {
      props: props({
        visibilityConfig: { ...visibility, cloudwatchMetricsEnabled: false },
        rules: [managed("x", { visibilityConfig: { metricName: "x" } })],
      }),
      messages: [
        `rules[0].visibilityConfig.cloudwatchMetricsEnabled: is not set; ${metricsFix}`,
        `visibilityConfig.cloudwatchMetricsEnabled: is not true; ${metricsFix}`,
      ],
    },
    "a rule in JSON": {
      props: props(json(jsonRule("x", false))),
      messages: [`ruleJson[0].VisibilityConfig.CloudWatchMetricsEnabled: is not true; ${metricsFix}`],
    },
    "a rule group": {
      type: groupType,
      props: { visibilityConfig: visibility, rulesJson: JSON.stringify([jsonRule("x", null)]) },
      messages: [`rulesJson[0].VisibilityConfig.CloudWatchMetricsEnabled: is not set; ${metricsFix}`],
    },
    "a rule of its own": {
      type: ruleType,
      props: { webAclArn, priority: 1 },
      messages: [`visibilityConfig.cloudwatchMetricsEnabled: is not set; ${metricsFix}`],
    },
    "an association": {
      type: associationType,
      props: association({ visibilityConfig: {} }).props,
      messages: [`visibilityConfig.cloudwatchMetricsEnabled: is not set; ${metricsFix}`],
    },
  },
  clean: {
    "a web ACL with metrics throughout": { props: props() },
    "the same in JSON": { props: props(json(jsonRule("x"))) },
    "a rule group with metrics": { type: groupType, props: { visibilityConfig: visibility, rules: [common] } },
  },
  unknown: {
    "computed rules": { props: props({ rules: unknown }), path: "rules" },
    "computed JSON": { props: props({ rules: undefined, ruleJson: unknown }), path: "ruleJson" },
    "a computed setting": { props: props({ visibilityConfig: unknown }), path: "visibilityConfig" },
  },
});

const counts = "only counts what the group would stop";

testRule(refuseCountingGroups, {
  type: webAclType,
  violating: {
    "a group that counts": {
      props: props({ rules: [common, managed("x", { overrideAction: { count: {} } })] }),
      messages: [`rules[1].overrideAction.count: ${counts}; fix: set none instead`],
    },
    "a group in JSON": {
      props: props(json(jsonRule("x", true, { Count: {} }))),
      messages: [`ruleJson[0].OverrideAction.Count: ${counts}; fix: set none instead`],
    },
    "a rule of its own": {
      type: ruleType,
      props: { ...badInputs, overrideAction: { count: {} } },
      messages: [`overrideAction.count: ${counts}; fix: set none instead`],
    },
    "an association": {
      type: associationType,
      props: association({ overrideAction: "count" }).props,
      messages: [`overrideAction: ${counts}; fix: set it to "none"`],
    },
  },
  clean: {
    "groups that act": { props: props() },
    "a rule of one's own that counts, for its label": {
      props: props({ rules: [{ name: "label", action: { count: {} } }] }),
    },
    "an association without override": {
      type: associationType,
      props: association({ overrideAction: undefined }).props,
    },
    "a rule of its own without override": { type: ruleType, props: { action: { block: {} } } },
  },
  unknown: {
    "computed rules": { props: props({ rules: unknown }), path: "rules" },
    "a computed override": {
      props: props({ rules: [managed("x", { overrideAction: unknown })] }),
      path: "rules[0].overrideAction",
    },
    "an association's computed override": {
      type: associationType,
      props: association({ overrideAction: unknown }).props,
      path: "overrideAction",
    },
  },
});

test.each(["aws:waf/webAcl:WebAcl", "aws:wafregional/webAcl:WebAcl"])("refuses %s, of WAF Classic", (type) => {
  expect(judgeRule(refuseClassic, { type, props: {} }).violations).toEqual([
    "(resource): is a web ACL of WAF Classic; fix: create an aws.wafv2.WebAcl instead",
  ]);
});

test("says nothing of web ACLs of today", () => {
  expect(judgeRule(refuseClassic, acl()).applicable).toBe(false);
});
