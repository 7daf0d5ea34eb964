import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf } from "../../rule";
import { classicType, loadBalancerType } from "./load-balancer";

const mitigating = new Set(["defensive", "strictest"]);

/** Load balancers do not pass on requests that two readers may read in two ways. */
export const requireDesyncMitigation: Rule = {
  name: "lb-desync-mitigation",
  severity: "medium",
  reason:
    "Load balancers must stop ambiguous requests, with which one caller smuggles a request into another's connection.",
  remediation: 'Leave desyncMitigationMode out, which is "defensive", or set it to "strictest".',
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#desync-mitigation-mode",
  frameworks: [securityHub("ELB.12"), securityHub("ELB.14"), pciDss("6.2.4")],
  profile: "baseline",
  types: [loadBalancerType, classicType],
  *check({ properties }: Resource) {
    const mode = properties.at("desyncMitigationMode");
    if (mode.state !== "absent") yield* mustBeOneOf(mode, mitigating, 'set it to "defensive" or "strictest"');
  },
};
