import { requireGlobalRegion } from "../../../../policy/rules/wafv2/require-global-region";
import { unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

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
  },
  clean: {
    "a web ACL for CloudFront in us-east-1": { props: { scope: "CLOUDFRONT", region: "us-east-1" } },
    "a regional web ACL": { props: { scope: "REGIONAL", region: "eu-central-1" } },
  },
  unknown: {
    "a computed scope": { props: { scope: unknown, region: "eu-central-1" }, path: "scope" },
    "no Region": { props: { scope: "CLOUDFRONT" }, path: "region" },
  },
});
