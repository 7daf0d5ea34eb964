import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { serverType } from "./refuse-ftp";

/** A server has its endpoint in a VPC, where security groups say who reaches it. */
export const requireVpcEndpoint: Rule = {
  name: "transfer-vpc-endpoint",
  severity: "medium",
  reason:
    "A Transfer Family server must have its endpoint in a VPC: a public one takes no security group and no fixed address.",
  remediation: 'Set endpointType to "VPC", and endpointDetails to vpcId, subnetIds and securityGroupIds.',
  url: "https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html",
  frameworks: [],
  profile: "strict",
  types: [serverType],
  *check({ properties }: Resource) {
    const type = properties.at("endpointType");
    if (type.state === "unknown") yield undecided(type);
    else if (type.text !== "VPC" && type.text !== "VPC_ENDPOINT")
      yield violated(type, type.state === "absent" ? "is not set, which means public" : "is public", 'set it to "VPC"');
  },
};
