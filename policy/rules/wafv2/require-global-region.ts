import type { Property } from "../../aws/reading";
import { References } from "../../aws/references";
import { globalServicesRegion, partitionOf, shownRegion } from "../../aws/regions";
import type { ResourceGraph } from "../../aws/resource-graph";
import type { Finding, Resource, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { groupAssociationType, ruleGroupType, webAclRuleType, webAclType } from "./web-acl";

/** Types that have a scope: REGIONAL ones live beside what they protect, CLOUDFRONT ones in us-east-1. */
const scopedTypes = [webAclType, "aws:wafv2/ipSet:IpSet", "aws:wafv2/regexPatternSet:RegexPatternSet", ruleGroupType];

/** What belongs to a web ACL, and the property that names it. */
const partsOfWebAcls: Readonly<Record<string, string>> = {
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": "resourceArn",
  [webAclRuleType]: "webAclArn",
  [groupAssociationType]: "webAclArn",
};

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
  types: [...scopedTypes, ...Object.keys(partsOfWebAcls)],
  *check({ type, properties }: Resource) {
    const part = partsOfWebAcls[type];
    const scope = properties.at("scope");
    const isGlobal =
      part === undefined ? scope.text === "CLOUDFRONT" : (properties.at(part).text ?? "").includes(":global/");
    if (part === undefined && scope.state === "unknown") yield undecided(scope);
    if (isGlobal) yield* mustBeGlobal(properties.at("region"));
  },
  // While the ARN of a web ACL is not known, the web ACL tells what it is for.
  *join(graph: ResourceGraph) {
    const acls = new References(graph, [webAclType], ["arn"]);
    for (const [type, property] of Object.entries(partsOfWebAcls))
      for (const part of graph.ofType(type)) {
        const region = part.properties.at("region");
        if (part.properties.at(property).state !== "unknown" || region.text === globalServicesRegion) continue;
        const scopes = acls.madeFrom(part, property).map((acl) => acl.properties.at("scope"));
        if (scopes.some(({ text }) => text === "CLOUDFRONT"))
          for (const finding of mustBeGlobal(region)) yield about(part, finding);
        else if (scopes.every(({ state }) => state === "unknown")) yield about(part, undecided(property));
      }
  },
};

function* mustBeGlobal(region: Property): Iterable<Finding> {
  if (region.text === undefined) yield undecided(region);
  else if (partitionOf(region.text) === "aws" && region.text !== globalServicesRegion)
    yield violated(region, `is ${shownRegion(region.text)}`, `set it to "${globalServicesRegion}"`);
}
