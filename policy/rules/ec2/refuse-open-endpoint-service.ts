import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import type { Resource, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";

const serviceType = "aws:ec2/vpcEndpointService:VpcEndpointService";
const fix = "set acceptanceRequired to true or name the accounts";

/** Not every account connects to an endpoint service by itself. */
export const refuseOpenEndpointService: Rule = {
  name: "ec2-endpoint-service-acceptance",
  severity: "high",
  reason:
    "An endpoint service must accept connections one by one or name who may connect, or every account of AWS may.",
  remediation: "Set acceptanceRequired to true, or name accounts instead of * in allowedPrincipals.",
  url: "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
  frameworks: [],
  profile: "baseline",
  types: [serviceType],
  *check({ properties }: Resource) {
    const acceptance = properties.at("acceptanceRequired");
    const principals = properties.at("allowedPrincipals");
    if (acceptance.flag === true) return;
    const open = principals.items.find(({ text }) => text === "*");
    if (principals.state === "unknown") yield undecided(principals);
    else if (open === undefined) return;
    else if (acceptance.state === "unknown") yield undecided(acceptance);
    else yield violated(open, "lets every account connect unasked", fix);
  },
  *join(graph: ResourceGraph) {
    const unasked = new References(
      graph,
      [serviceType],
      ["id"],
      ({ properties }) => properties.at("acceptanceRequired").flag === false,
    );
    for (const principal of graph.ofType(
      "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple",
    )) {
      if (principal.properties.at("principalArn").text !== "*") continue;
      if (unasked.from(principal, "vpcEndpointServiceId").length > 0)
        yield about(principal, violated("principalArn", "lets every account connect unasked", fix));
    }
  },
};
