import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { cisFoundations, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { about, undecided, violated, wholeResource } from "../../rule";
import { defaultSecurityGroupType, egressRuleType, ingressRuleType, securityGroupRuleType } from "./ingress";
import { vpcType } from "./vpc";

/** The default security group of a VPC lets nothing through. */
export const closeDefaultSecurityGroup: Rule = {
  name: "ec2-default-security-group",
  severity: "medium",
  reason:
    "The default security group of a VPC must let nothing through, because it is what a forgotten setting leads to.",
  remediation:
    "Create an aws.ec2.DefaultSecurityGroup for the VPC without ingress and egress, and no rules that name it.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
  frameworks: [securityHub("EC2.2"), cisFoundations("5.0.0", "5.5"), cisFoundations("6.0.0", "6.5")],
  profile: "strict",
  types: [defaultSecurityGroupType],
  *check({ properties }: Resource) {
    for (const direction of ["ingress", "egress"]) {
      const rules = properties.at(direction);
      if (rules.state === "unknown") yield undecided(rules);
      else if (rules.items.length > 0) yield violated(rules, "has rules", "leave it out");
    }
  },
  *join(graph: ResourceGraph) {
    // Rules of their own open the group again: it is emptied once, when it is adopted.
    const groups = new References(graph, [defaultSecurityGroupType], ["id"]);
    for (const rule of graph.ofType(securityGroupRuleType, ingressRuleType, egressRuleType))
      if (groups.from(rule, "securityGroupId").length > 0)
        yield about(
          rule,
          violated("securityGroupId", "is the default security group of a VPC", "name a security group of its own"),
        );
    const vpcs = new References(graph, [vpcType], ["id"]);
    for (const vpc of vpcs.without(graph.ofType(defaultSecurityGroupType), "vpcId"))
      yield about(
        vpc,
        violated(
          wholeResource,
          "keeps its open default security group",
          "create an aws.ec2.DefaultSecurityGroup for it",
        ),
      );
  },
};
