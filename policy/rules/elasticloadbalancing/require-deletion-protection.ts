import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeTrue } from "../../rule";
import { loadBalancerType } from "./load-balancer";

/** Load balancers cannot be deleted by mistake. */
export const requireDeletionProtection: Rule = {
  name: "lb-deletion-protection",
  severity: "low",
  reason:
    "Load balancers must be protected from deletion: a new one has another name, and whatever points here is cut off.",
  remediation: "Set enableDeletionProtection to true.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#deletion-protection",
  frameworks: [securityHub("ELB.6")],
  profile: "strict",
  types: [loadBalancerType],
  check: ({ properties }: Resource) => mustBeTrue(properties.at("enableDeletionProtection"), "set it to true"),
};
