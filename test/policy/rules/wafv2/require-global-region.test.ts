import { requireGlobalRegion } from "../../../../policy/rules/wafv2/require-global-region";
import { webAclArn } from "../../kit/distributions";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";
import { acl, associationType, ruleType } from "../../kit/web-acls";

const loggingType = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";
const fix = 'fix: set it to "us-east-1"';

testRule(requireGlobalRegion, {
  type: "aws:wafv2/webAcl:WebAcl",
  violating: {
    "a web ACL for CloudFront in the stack's own Region": {
      props: { scope: "CLOUDFRONT", region: "eu-central-1" },
      messages: ['region: is eu-central-1; fix: set it to "us-east-1"'],
    },
    "an IP set for CloudFront elsewhere": {
      type: "aws:wafv2/ipSet:IpSet",
      props: { scope: "CLOUDFRONT", region: "eu-west-1" },
      messages: ['region: is eu-west-1; fix: set it to "us-east-1"'],
    },
    "the logging of a web ACL for CloudFront elsewhere": {
      type: loggingType,
      props: { resourceArn: webAclArn, region: "eu-central-1" },
      messages: [`region: is eu-central-1; ${fix}`],
    },
    "a rule of one elsewhere": {
      type: ruleType,
      props: { webAclArn, region: "eu-west-1" },
      messages: [`region: is eu-west-1; ${fix}`],
    },
  },
  clean: {
    "the logging of a web ACL for CloudFront in us-east-1": {
      type: loggingType,
      props: { resourceArn: webAclArn, region: "us-east-1" },
    },
    "the logging of a regional web ACL": {
      type: loggingType,
      props: { resourceArn: webAclArn.replace(":global/", ":regional/"), region: "eu-central-1" },
    },
    "what is left to the stack": { type: loggingType, props: { resourceArn: unknown, region: "eu-central-1" } },
    "a web ACL for CloudFront in us-east-1": { props: { scope: "CLOUDFRONT", region: "us-east-1" } },
    "a regional web ACL": { props: { scope: "REGIONAL", region: "eu-central-1" } },
  },
  unknown: {
    "a computed scope": { props: { scope: unknown, region: "eu-central-1" }, path: "scope" },
    "no Region": { props: { scope: "CLOUDFRONT" }, path: "region" },
  },
});

const logging = (region: unknown, sources: string[] = ["acl"]): Example => ({
  type: loggingType,
  name: "logging",
  props: { resourceArn: unknown, region },
  sources: { resourceArn: sources },
});

testJoin(requireGlobalRegion, {
  violating: {
    "the logging of a web ACL that is not there yet": {
      stack: [acl(), logging("eu-central-1")],
      messages: { logging: [`region: is eu-central-1; ${fix}`] },
    },
    "a group of one": {
      stack: [
        acl(),
        {
          type: associationType,
          name: "association",
          props: { webAclArn: unknown, region: "eu-central-1" },
          sources: { webAclArn: ["acl"] },
        },
      ],
      messages: { association: [`region: is eu-central-1; ${fix}`] },
    },
  },
  clean: {
    "the logging where the web ACL is": [acl(), logging("us-east-1")],
    "the logging of a regional web ACL": [acl({ scope: "REGIONAL", region: "eu-central-1" }), logging("eu-central-1")],
    "the logging of a web ACL from elsewhere, in us-east-1": [logging("us-east-1", [])],
  },
  unknown: {
    "the logging of a web ACL from elsewhere": {
      stack: [logging("eu-central-1", [])],
      undecided: "logging:resourceArn",
    },
  },
});
