// Which load balancers the internet reaches.

import { References } from "../../aws/references";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import {
  ingressRuleType,
  isOpening,
  openingsToEverybody,
  securityGroupRuleType,
  securityGroupType,
} from "../ec2/ingress";
import { isApplication, loadBalancerType } from "./load-balancer";

/**
 * The application load balancers that are neither internal nor closed by their security groups: one that lets in CloudFront alone, by its
 * prefix list, is behind the web ACL of a distribution. Of groups outside of the stack nothing is known, and they count as open.
 */
export function reachedByEverybody(graph: ResourceGraph): StackResource[] {
  const groups = new References(graph, [securityGroupType], ["id"]);
  const open = openGroups(graph, groups);
  return graph.ofType(loadBalancerType).filter((loadBalancer) => {
    const internal = loadBalancer.properties.at("internal");
    if (isApplication(loadBalancer.properties) !== true || internal.flag === true || internal.state === "unknown")
      return false;
    const its = groups.from(loadBalancer, "securityGroups");
    const named = loadBalancer.properties.at("securityGroups").items.length;
    return its.length === 0 || its.length < named || its.some((group) => open.has(group));
  });
}

function openGroups(graph: ResourceGraph, groups: References): ReadonlySet<StackResource> {
  const rules = graph.ofType(securityGroupRuleType, ingressRuleType).filter(isOpen);
  return new Set([...groups.all.filter(isOpen), ...rules.flatMap((rule) => groups.from(rule, "securityGroupId"))]);
}

function isOpen({ type, properties }: StackResource): boolean {
  return [...openingsToEverybody(type, properties)].some(
    (found) => isOpening(found) && found.range.state !== "unknown",
  );
}
