import type { Property } from "../../aws/reading";
import { pciDss, securityHub } from "../../frameworks";
import type { Finding, Resource, Rule } from "../../rule";
import { mustNotBeTrue, undecided } from "../../rule";

const subnetType = "aws:ec2/subnet:Subnet";
const launchTemplateType = "aws:ec2/launchTemplate:LaunchTemplate";

/** Nothing gets a public address by itself. */
export const refuseAutomaticPublicAddresses: Rule = {
  name: "ec2-no-automatic-public-address",
  severity: "medium",
  reason:
    "Subnets and what starts in them must take no public addresses by themselves, so that nothing is on the internet by mistake.",
  remediation: "Set mapPublicIpOnLaunch and associatePublicIpAddress to false, and reach out through a NAT gateway.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html",
  // EC2.9 looks at what an instance got, and EC2.15 at addresses of IPv6 as well, which reach out without a translation.
  frameworks: [
    securityHub("EC2.9", "looser"),
    securityHub("EC2.15", "looser"),
    securityHub("EC2.25"),
    securityHub("Autoscaling.5"),
    pciDss("1.4.4"),
  ],
  profile: "strict",
  types: [
    subnetType,
    launchTemplateType,
    "aws:ec2/launchConfiguration:LaunchConfiguration",
    "aws:ec2/instance:Instance",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  ],
  *check({ type, properties }: Resource) {
    if (type === subnetType) yield* mustNotBeTrue(properties.at("mapPublicIpOnLaunch"), "set it to false");
    else if (type === launchTemplateType) yield* checkInterfaces(properties.at("networkInterfaces"));
    else yield* mustNotBeTrue(properties.at("associatePublicIpAddress"), "set it to false");
  },
};

function* checkInterfaces(interfaces: Property): Iterable<Finding> {
  if (interfaces.state === "unknown") yield undecided(interfaces);
  for (const each of interfaces.items) yield* mustNotBeTrue(each.at("associatePublicIpAddress"), "set it to false");
}
