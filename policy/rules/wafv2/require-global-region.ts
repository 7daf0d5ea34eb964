import { globalServicesRegion, partitionOf, shownRegion } from "../../aws/regions";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";

/** Types that have a scope: REGIONAL ones live beside what they protect, CLOUDFRONT ones in us-east-1. */
export const scopedWafTypes = [
  "aws:wafv2/webAcl:WebAcl",
  "aws:wafv2/ipSet:IpSet",
  "aws:wafv2/regexPatternSet:RegexPatternSet",
  "aws:wafv2/ruleGroup:RuleGroup",
];

/** Whatever of WAF is for CloudFront is in us-east-1. */
export const requireGlobalRegion: Rule = {
  name: "wafv2-cloudfront-region",
  severity: "high",
  reason:
    "WAF resources of scope CLOUDFRONT exist in us-east-1 only; anywhere else AWS refuses them after the deployment has begun.",
  remediation: 'Set region to "us-east-1" on the resource.',
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html",
  frameworks: [],
  profile: "baseline",
  types: scopedWafTypes,
  *check({ properties }: Resource) {
    const scope = properties.at("scope");
    const region = properties.at("region");
    if (scope.state === "unknown") yield undecided(scope);
    if (scope.text !== "CLOUDFRONT") return;
    if (region.text === undefined) yield undecided(region);
    else if (partitionOf(region.text) === "aws" && region.text !== globalServicesRegion) {
      yield violated(region, `is ${shownRegion(region.text)}`, `set it to "${globalServicesRegion}"`);
    }
  },
};
