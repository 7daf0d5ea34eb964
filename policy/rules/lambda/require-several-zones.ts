import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { functionType } from "./function";

/** A function in a VPC has subnets in two zones. */
export const requireSeveralZones: Rule = {
  name: "lambda-vpc-zones",
  severity: "medium",
  reason: "A function in a VPC must have at least two subnets, or it stops with the only zone that it is in.",
  remediation: "Set vpcConfig.subnetIds to subnets in at least two availability zones.",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
  // The control looks at the zones of the subnets.
  frameworks: [securityHub("Lambda.5", "looser")],
  profile: "strict",
  types: [functionType],
  *check({ properties }: Resource) {
    const subnets = properties.at("vpcConfig", "subnetIds");
    if (subnets.state === "unknown") yield undecided(subnets);
    else if (subnets.items.length === 1)
      yield violated(subnets, "has one subnet", "name subnets in at least two availability zones");
  },
};
