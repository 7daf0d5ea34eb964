// Which load balancers the internet reaches.

import { Links } from "../../aws/links";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import { isTypeOrTwin } from "../../aws/type-twins";
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
  const open = openGroups(graph);
  return graph.ofType(loadBalancerType).filter((loadBalancer) => {
    const internal = loadBalancer.properties.at("internal");
    if (isApplication(loadBalancer.properties) !== true || internal.flag === true || internal.state === "unknown")
      return false;
    const groups = graph
      .sourcesOf(loadBalancer, "securityGroups")
      .filter(({ type }) => isTypeOrTwin(type, securityGroupType));
    const named = loadBalancer.properties.at("securityGroups").items.length;
    return groups.length === 0 || groups.length < named || groups.some((group) => open.has(group));
  });
}

function openGroups(graph: ResourceGraph): ReadonlySet<StackResource> {
  const groups = new Links(graph, graph.ofType(securityGroupType));
  const rules = graph.ofType(securityGroupRuleType, ingressRuleType).filter(isOpen);
  return new Set([
    ...groups.targets.filter(isOpen),
    ...rules.flatMap((rule) => groups.namedBy(rule, "securityGroupId")),
  ]);
}

function isOpen({ type, properties }: StackResource): boolean {
  return [...openingsToEverybody(type, properties)].some(
    (found) => isOpening(found) && found.range.state !== "unknown",
  );
}
