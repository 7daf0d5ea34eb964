import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeTrue, undecided, violated } from "../../rule";
import { classicType, isApplication, loadBalancerType } from "./load-balancer";

/** Application and classic load balancers keep an access log. */
export const requireAccessLog: Rule = {
  name: "lb-access-log",
  severity: "medium",
  reason: "Load balancers must log who asked for what, which is what an investigation begins with.",
  remediation: "Set accessLogs with bucket and enabled true.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html",
  frameworks: [securityHub("ELB.5")],
  profile: "strict",
  types: [loadBalancerType, classicType],
  *check({ type, properties }: Resource) {
    const logs = properties.at("accessLogs");
    const enabled = logs.at("enabled");
    const applies = type === classicType || isApplication(properties);
    if (applies === undefined) yield undecided(properties.at("loadBalancerType"));
    else if (!applies) return;
    else if (logs.state === "absent") yield violated(logs, "is not set", "set bucket and enabled true in it");
    // With a classic load balancer naming a bucket is enough.
    else if (type !== classicType || enabled.state !== "absent") yield* mustBeTrue(enabled, "set it to true");
  },
};
