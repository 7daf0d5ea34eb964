// Which security groups of a stack let everybody in, whichever way their rules are written.

import { isEverywhere } from "./address-ranges";
import { elementsOf, type Property } from "./reading";
import { given, References } from "./references";
import type { ResourceGraph, StackResource } from "./resource-graph";

export const securityGroupType = "aws:ec2/securityGroup:SecurityGroup";

/** A rule that lets everybody in, or may while its addresses are not known: on which resource and where. */
export interface OpenRule {
  readonly resource: StackResource;
  readonly property: Property;
}

export class SecurityGroupExposure {
  readonly groups: References;
  private readonly rules: ReadonlyMap<StackResource, readonly StackResource[]>;

  constructor(graph: ResourceGraph) {
    this.groups = new References(graph, [securityGroupType], ["id"]);
    this.rules = this.groups.users(
      graph.ofType(
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        "aws:ec2/securityGroupRule:SecurityGroupRule",
      ),
      "securityGroupId",
    );
  }

  /** The rules of a group that let everybody in, or may. */
  openRulesOf(group: StackResource): OpenRule[] {
    const ingress = given(group, "ingress");
    return [
      ...elementsOf(ingress).flatMap((rule) => openIn(rule).map((property) => ({ resource: group, property }))),
      ...(this.rules.get(group) ?? [])
        .filter(({ properties }) => properties.at("type").text !== "egress")
        .flatMap((resource) => openIn(resource.properties).map((property) => ({ resource, property }))),
    ];
  }
}

function openIn(rule: Property): Property[] {
  if (rule.state === "unknown") return [rule];
  const lists = ["cidrBlocks", "ipv6CidrBlocks"].flatMap((name) => elementsOf(rule.at(name)));
  return [...lists, rule.at("cidrIpv4"), rule.at("cidrIpv6")].filter(
    ({ state, text }) => state === "unknown" || isEverywhere(text ?? ""),
  );
}
