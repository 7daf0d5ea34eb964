import type { Property } from "../../aws/reading";

export const loadBalancerType = "aws:lb/loadBalancer:LoadBalancer";
export const classicType = "aws:elb/loadBalancer:LoadBalancer";
export const targetGroupType = "aws:lb/targetGroup:TargetGroup";

/** Undefined while it is not known. The provider makes an application load balancer where no type is given. */
export function isApplication(loadBalancer: Property): boolean | undefined {
  const type = loadBalancer.at("loadBalancerType");
  if (type.state === "unknown") return undefined;
  return type.state === "absent" || type.isEmpty || type.text === "application";
}
