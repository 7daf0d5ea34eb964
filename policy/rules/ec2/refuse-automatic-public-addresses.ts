import type { Property } from "../../aws/reading";
import { securityHub } from "../../frameworks";
import type { Finding, Resource, Rule } from "../../rule";
import { mustNotBeTrue, undecided } from "../../rule";

const subnetType = "aws:ec2/subnet:Subnet";

/** Nothing gets a public address by itself. */
export const refuseAutomaticPublicAddresses: Rule = {
  name: "ec2-no-automatic-public-address",
  severity: "medium",
  reason:
    "Subnets and launch templates must give out no public addresses, so that what starts there is not on the internet.",
  remediation: "Set mapPublicIpOnLaunch and associatePublicIpAddress to false, and reach out through a NAT gateway.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html",
  frameworks: [securityHub("EC2.15"), securityHub("EC2.25")],
  profile: "strict",
  types: [subnetType, "aws:ec2/launchTemplate:LaunchTemplate"],
  *check({ type, properties }: Resource) {
    if (type === subnetType) yield* mustNotBeTrue(properties.at("mapPublicIpOnLaunch"), "set it to false");
    else yield* checkInterfaces(properties.at("networkInterfaces"));
  },
};

function* checkInterfaces(interfaces: Property): Iterable<Finding> {
  if (interfaces.state === "unknown") yield undecided(interfaces);
  for (const each of interfaces.items) yield* mustNotBeTrue(each.at("associatePublicIpAddress"), "set it to false");
}
