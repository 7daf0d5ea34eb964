// Which load balancers the internet reaches.

import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import { SecurityGroupExposure } from "../../aws/security-group-exposure";
import { isApplication, loadBalancerType } from "./load-balancer";

/**
 * The application load balancers that are neither internal nor closed by their security groups: one that lets in CloudFront alone, by its
 * prefix list, is behind the web ACL of a distribution. Of groups outside of the stack nothing is known, and they count as open.
 */
export function reachedByEverybody(graph: ResourceGraph): StackResource[] {
  const exposure = new SecurityGroupExposure(graph);
  const isOpen = (group: StackResource) =>
    exposure.openRulesOf(group).some(({ property }) => property.state !== "unknown");
  return graph.ofType(loadBalancerType).filter((loadBalancer) => {
    const internal = loadBalancer.properties.at("internal");
    if (isApplication(loadBalancer.properties) !== true || internal.flag === true || internal.state === "unknown")
      return false;
    const groups = exposure.groups.from(loadBalancer, "securityGroups");
    const named = loadBalancer.properties.at("securityGroups").items.length;
    return groups.length === 0 || groups.length < named || groups.some(isOpen);
  });
}
