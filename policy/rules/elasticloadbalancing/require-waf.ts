import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { securityHubNist } from "../../frameworks";
import type { Rule } from "../../rule";
import { about, violated, wholeResource } from "../../rule";
import { reachedByEverybody } from "./internet-facing";
import { loadBalancerType } from "./load-balancer";

/** Application load balancers that the internet reaches have a web ACL. */
export const requireLoadBalancerWaf: Rule = {
  name: "lb-waf",
  severity: "medium",
  reason:
    "Application load balancers on the internet must have a web ACL, so that known attacks stop before the servers.",
  remediation: "Create an aws.wafv2.WebAclAssociation with the load balancer's ARN and a web ACL of scope REGIONAL.",
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html",
  // ELB.16 asks it of internal ones as well, and of those that only CloudFront reaches.
  frameworks: [securityHubNist("ELB.16", "looser")],
  profile: "strict",
  types: [loadBalancerType],
  *join(graph: ResourceGraph) {
    const reached = new Set(reachedByEverybody(graph));
    const loadBalancers = new References(graph, [loadBalancerType], ["arn", "id"], (each) => reached.has(each));
    const associations = graph.ofType("aws:wafv2/webAclAssociation:WebAclAssociation");
    for (const loadBalancer of loadBalancers.without(associations, "resourceArn"))
      yield about(
        loadBalancer,
        violated(wholeResource, "has no web ACL", "create an aws.wafv2.WebAclAssociation for it"),
      );
  },
};
