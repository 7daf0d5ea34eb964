import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { targetGroupType } from "./load-balancer";

/** Targets that speak HTTPS are asked for their health over HTTPS. */
export const requireHealthCheckHttps: Rule = {
  name: "lb-health-check-https",
  severity: "low",
  reason: "Targets that speak HTTPS must be asked for their health over HTTPS, or they keep a plain port open for it.",
  remediation: 'Set healthCheck.protocol to "HTTPS": AWS takes HTTP where it is not set.',
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
  // ELB.21 asks it of every target group; what lb-target-https refuses is not said twice.
  frameworks: [securityHub("ELB.21", "looser")],
  profile: "strict",
  types: [targetGroupType],
  *check({ properties }: Resource) {
    const protocol = properties.at("protocol");
    if (protocol.state === "unknown") yield undecided(protocol);
    if (protocol.text?.toUpperCase() !== "HTTPS") return;
    const check = properties.at("healthCheck");
    const checkProtocol = check.at("protocol");
    if (checkProtocol.state === "unknown") yield undecided(checkProtocol);
    else if (check.at("enabled").flag !== false && checkProtocol.text?.toUpperCase() !== "HTTPS")
      yield violated(
        checkProtocol,
        checkProtocol.state === "absent" ? 'is not set, which is "HTTP"' : "is not HTTPS",
        'set it to "HTTPS"',
      );
  },
};
