import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { cisFoundations, securityHub } from "../../frameworks";
import type { Rule } from "../../rule";
import { about, violated, wholeResource } from "../../rule";
import { vpcType } from "./vpc";

/** A VPC logs who talked to whom, and who was refused. */
export const requireFlowLog: Rule = {
  name: "ec2-flow-log",
  severity: "medium",
  reason: "A VPC must log who talked to whom and who was refused, which is what an investigation begins with.",
  remediation: 'Create an aws.ec2.FlowLog with vpcId, trafficType "ALL" or "REJECT", and a log group or bucket.',
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
  frameworks: [securityHub("EC2.6"), cisFoundations("5.0.0", "3.7"), cisFoundations("6.0.0", "4.7")],
  profile: "strict",
  types: [vpcType],
  *join(graph: ResourceGraph) {
    const vpcs = new References(graph, [vpcType], ["id"]);
    const logs = graph
      .ofType("aws:ec2/flowLog:FlowLog")
      .filter(({ properties }) => properties.at("trafficType").text !== "ACCEPT");
    for (const vpc of vpcs.without(logs, "vpcId"))
      yield about(
        vpc,
        violated(
          wholeResource,
          "has no flow log of what was refused",
          'create an aws.ec2.FlowLog for it with trafficType "ALL"',
        ),
      );
  },
};
