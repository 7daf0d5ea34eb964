import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeTrue, undecided } from "../../rule";
import { isApplication, loadBalancerType } from "./load-balancer";

/** Application load balancers drop headers that are none. */
export const requireHeaderChecks: Rule = {
  name: "lb-invalid-headers",
  severity: "medium",
  reason:
    "Application load balancers must drop malformed headers, which servers behind them may read in different ways.",
  remediation: "Set dropInvalidHeaderFields to true.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
  frameworks: [securityHub("ELB.4"), pciDss("6.2.4")],
  profile: "strict",
  types: [loadBalancerType],
  *check({ properties }: Resource) {
    const applies = isApplication(properties);
    if (applies === undefined) yield undecided(properties.at("loadBalancerType"));
    else if (applies) yield* mustBeTrue(properties.at("dropInvalidHeaderFields"), "set it to true");
  },
};
