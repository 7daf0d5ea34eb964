import type { ResourceGraph } from "../../aws/resource-graph";
import { isTypeOrTwin } from "../../aws/type-twins";
import type { Resource, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";

export const accessPointType = "aws:s3/accessPoint:AccessPoint";
const vpcType = "aws:ec2/vpc:Vpc";

/** An access point answers in one VPC only, and in that VPC's Region. */
export const requireVpcAccessPoint: Rule = {
  name: "s3-access-point-vpc-only",
  severity: "medium",
  reason:
    "An access point must answer inside of a VPC only, so that stolen credentials are of no use to it anywhere else.",
  remediation:
    "Set vpcConfiguration.vpcId to a VPC in the Region of the bucket. The network origin of an access point cannot change: it is replaced.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html",
  frameworks: [],
  profile: "strict",
  types: [accessPointType],
  *check({ properties }: Resource) {
    const vpc = properties.at("vpcConfiguration", "vpcId");
    if (vpc.state === "unknown") {
      // Which VPC is not the question: where there is a configuration, there is one.
      if (properties.at("vpcConfiguration").state === "unknown") yield undecided(vpc);
    } else if (vpc.state === "absent" || vpc.isEmpty)
      yield violated("vpcConfiguration", "is not set, so the access point answers the internet", "set its vpcId");
  },
  *join(graph: ResourceGraph) {
    for (const accessPoint of graph.ofType(accessPointType)) {
      const region = accessPoint.properties.at("region").text;
      const vpcs = graph.sourcesOf(accessPoint, "vpcConfiguration").filter(({ type }) => isTypeOrTwin(type, vpcType));
      const isElsewhere = vpcs.some((vpc) => {
        const other = vpc.properties.at("region").text;
        return region !== undefined && other !== undefined && other !== region;
      });
      if (isElsewhere)
        yield about(
          accessPoint,
          violated(
            "vpcConfiguration.vpcId",
            "is a VPC of another Region",
            "name a VPC in the access point's own Region",
          ),
        );
    }
  },
};
