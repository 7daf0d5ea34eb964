import { requireKnownBadInputs } from "../../../../policy/rules/wafv2/require-known-bad-inputs";
import { requireLogging } from "../../../../policy/rules/wafv2/require-logging";
import { requireRules } from "../../../../policy/rules/wafv2/require-rules";
import { webAclArn } from "../../kit/distributions";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { acl, association, badInputs, blocking, common, json, jsonRule, managed, ruleOf } from "../../kit/web-acls";

const empty = "rules: is empty, and the default action lets everything through; fix: add rules";

testJoin(requireRules, {
  violating: {
    "a web ACL without rules": { stack: [acl({ rules: undefined })], messages: { acl: [empty] } },
    "one with an empty list": { stack: [acl({ rules: [] })], messages: { acl: [empty] } },
    "one with an empty list in JSON": { stack: [acl(json())], messages: { acl: [empty] } },
    "one with text that is no JSON": { stack: [acl({ rules: undefined, ruleJson: "[" })], messages: { acl: [empty] } },
    "one whose only rule resource is for another": {
      stack: [acl({ rules: [], arn: webAclArn }), association({ webAclArn: `${webAclArn}0` })],
      messages: { acl: [empty] },
    },
  },
  clean: {
    "one with a rule": [acl()],
    "one with a computed rule": [acl({ rules: [unknown] })],
    "one with rules in JSON": [acl(json(jsonRule("AWSManagedRulesCommonRuleSet")))],
    "one with a rule that is a resource": [acl({ rules: [] }), ruleOf()],
    "one with a group that is associated": [acl({ rules: [], arn: webAclArn }), association()],
    "one that blocks everything": [acl(blocking)],
  },
  unknown: {
    "computed rules": { stack: [acl({ rules: unknown })], undecided: "acl:rules" },
    "computed JSON": { stack: [acl({ rules: undefined, ruleJson: unknown })], undecided: "acl:ruleJson" },
    "a computed default action without rules": {
      stack: [acl({ rules: [], defaultAction: unknown })],
      undecided: "acl:defaultAction",
    },
  },
});

const noBadInputs =
  "rules: has no managed rules against known bad inputs; fix: add the managed group AWSManagedRulesKnownBadInputsRuleSet of AWS";

testJoin(requireKnownBadInputs, {
  violating: {
    "other managed rules only": { stack: [acl()], messages: { acl: [noBadInputs] } },
    "none at all": { stack: [acl({ rules: undefined })], messages: { acl: [noBadInputs] } },
    "other rules in JSON and as a resource": {
      stack: [acl(json(jsonRule("AWSManagedRulesCommonRuleSet"))), ruleOf(common)],
      messages: { acl: [noBadInputs] },
    },
  },
  clean: {
    "the rules in the list": [acl({ rules: [common, badInputs] })],
    "the rules in JSON": [acl(json(jsonRule("AWSManagedRulesKnownBadInputsRuleSet")))],
    "the rules as a resource": [acl(), ruleOf()],
    "the rules as an association": [acl({ arn: webAclArn }), association()],
    "a web ACL that blocks everything else": [acl(blocking)],
  },
  unknown: {
    "computed rules": { stack: [acl({ rules: unknown })], undecided: "acl:rules" },
    "a computed name of a group": { stack: [acl({ rules: [managed(unknown)] })], undecided: "acl:rules" },
    "a computed default action": { stack: [acl({ defaultAction: unknown })], undecided: "acl:rules" },
  },
});

const unlogged =
  "(resource): has no logging configuration; fix: create an aws.wafv2.WebAclLoggingConfiguration with the resourceArn of the web ACL";
const logging = (change: Partial<Example> = {}): Example => ({
  type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
  name: "logging",
  props: { resourceArn: unknown, logDestinationConfigs: [unknown] },
  sources: { resourceArn: ["acl"] },
  ...change,
});

testJoin(requireLogging, {
  violating: {
    "a web ACL without": { stack: [acl()], messages: { acl: [unlogged] } },
    "one beside another that has one": {
      stack: [acl(), { ...acl(), name: "other" }, logging({ sources: { resourceArn: ["other"] } })],
      messages: { acl: [unlogged] },
    },
  },
  clean: {
    "a web ACL with one": [acl(), logging()],
    "a deployed one": [acl({ arn: webAclArn }), logging({ props: { resourceArn: webAclArn }, sources: {} })],
  },
  unknown: {},
});
