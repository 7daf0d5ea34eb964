import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { targetGroupType } from "./load-balancer";

/** Load balancers reach their targets over TLS. */
export const requireTargetHttps: Rule = {
  name: "lb-target-https",
  severity: "low",
  reason:
    "Load balancers must reach their targets over HTTPS, so that requests stay encrypted to where they are answered.",
  remediation: 'Set protocol to "HTTPS", with any certificate on the targets: load balancers do not verify it.',
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-routing-configuration",
  // ELB.22 refuses TCP too, through which TLS may pass unseen.
  frameworks: [securityHub("ELB.22", "looser")],
  profile: "strict",
  types: [targetGroupType],
  *check({ properties }: Resource) {
    const protocol = properties.at("protocol");
    if (protocol.state === "unknown") yield undecided(protocol);
    else if (protocol.text?.toUpperCase() === "HTTP") yield violated(protocol, 'is "HTTP"', 'set it to "HTTPS"');
  },
};
