import { isUnset, type Property } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import { SecurityGroupExposure } from "../../aws/security-group-exposure";
import type { Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { classicType, loadBalancerType } from "../elasticloadbalancing/load-balancer";
import { distributionTypes, openOriginsFrom, unknownOriginsOf } from "./distribution";

const loadBalancerTypes = [loadBalancerType, classicType];

/** A public load balancer that is an origin takes requests from CloudFront only, or knows them by a secret header. */
export const requireClosedLoadBalancer: Rule = {
  name: "cloudfront-load-balancer-closed",
  severity: "high",
  reason:
    "A load balancer that everybody reaches directly is behind the distribution for honest viewers only: attackers go round it and its web ACL.",
  remediation:
    "Let the security groups of the load balancer take ingress from the managed prefix list com.amazonaws.global.cloudfront.origin-facing only, or add a secret header in customHeaders and ask for it in the listener's rules; better, make it internal behind an aws.cloudfront.VpcOrigin.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html",
  frameworks: [],
  profile: "baseline",
  types: distributionTypes,
  *join(graph: ResourceGraph) {
    const balancers = new References(graph, loadBalancerTypes, ["dnsName"]);
    const exposure = new SecurityGroupExposure(graph);
    for (const distribution of graph.ofType(...distributionTypes)) {
      for (const open of unknownOriginsOf(distribution.properties)) yield about(distribution, undecided(open));
      for (const { origin, balancer } of balancersBehind(graph, distribution, balancers)) {
        const host = origin.at("domainName");
        const headers = origin.at("customHeaders");
        if (balancer === undefined && isUnset(headers)) yield about(distribution, undecided(host));
        if (balancer === undefined || balancer.properties.at("internal").flag === true) continue;
        if (headers.state === "unknown") yield about(distribution, undecided(headers));
        if (!isUnset(headers)) continue;
        const open = exposure.groups.from(balancer, "securityGroups").flatMap((group) => exposure.openRulesOf(group));
        if (open.length > 0 && open.every(({ property }) => property.state === "unknown"))
          yield about(distribution, undecided(host));
        else if (open.length > 0)
          yield about(
            distribution,
            violated(
              host,
              `is the load balancer "${balancer.name}", which everybody reaches directly`,
              "let its security groups take ingress from CloudFront's managed prefix list only, or put a VPC origin in its place",
            ),
          );
      }
    }
  },
};

/** Undefined where several origins may be the load balancer. */
function* balancersBehind(
  graph: ResourceGraph,
  distribution: StackResource,
  balancers: References,
): Iterable<{ origin: Property; balancer: StackResource | undefined }> {
  for (const origin of distribution.properties.at("origins").items) {
    for (const balancer of balancers.named(origin.at("domainName").text ?? "")) yield { origin, balancer };
  }
  for (const { origin, source } of openOriginsFrom(graph, distribution, loadBalancerTypes)) {
    // A host name from outside of the stack is that of no load balancer in it.
    if (source !== undefined || graph.sourcesOf(distribution, "origins").length > 0) yield { origin, balancer: source };
  }
}
