// Elastic Load Balancing.

import type { StandInRule, StandInRules } from "../context";
import { loadBalancerZoneId } from "../zone-ids";

const LB_PATH: Readonly<Record<string, string>> = { application: "app", network: "net", gateway: "gwy" };

const loadBalancer: StandInRule = {
  id: (c) => c.arn,
  arn: (c) => {
    const path = LB_PATH[c.text("loadBalancerType") ?? "application"] ?? "app";
    return c.arnOf("elasticloadbalancing", `loadbalancer/${path}/${c.physicalName}/${c.seed.hex("lb", 16)}`);
  },
  outputs: (c) => {
    const isNetwork = c.text("loadBalancerType") === "network";
    const internal = c.inputs.internal === true;
    const hash = isNetwork ? c.seed.hex("lb", 16) : String(1_000_000_000 + c.seed.int("dns", 1_000_000_000));
    const host = `${internal && !isNetwork ? "internal-" : ""}${c.physicalName}-${hash}`;
    return {
      arnSuffix: c.arn.replace(/^.*:loadbalancer\//, ""),
      dnsName: isNetwork ? `${host}.elb.${c.region}.${c.dns}` : `${host}.${c.region}.elb.${c.dns}`,
      zoneId: loadBalancerZoneId(c.region, isNetwork ? "network" : "application"),
      vpcId: c.ec2Id("vpc"),
      internal,
    };
  },
};

const targetGroup: StandInRule = {
  id: (c) => c.arn,
  arn: (c) => c.arnOf("elasticloadbalancing", `targetgroup/${c.physicalName}/${c.seed.hex("tg", 16)}`),
  outputs: (c) => ({ arnSuffix: c.arn.replace(/^.*:targetgroup/, "targetgroup"), loadBalancerArns: [] }),
};

/** The ARN of a listener, and of a rule in turn, continues its parent's. */
function childOf(input: string, from: string, to: string): StandInRule {
  return {
    id: (c) => c.arn,
    arn: (c) => {
      const parent =
        c.text(input) ?? c.arnOf("elasticloadbalancing", `${from}/app/${c.name}/${c.seed.hex("parent", 16)}`);
      return `${parent.replace(`:${from}/`, `:${to}/`)}/${c.seed.hex("id", 16)}`;
    },
  };
}

const classic: StandInRule = {
  id: (c) => c.physicalName,
  arn: (c) => c.arnOf("elasticloadbalancing", `loadbalancer/${c.id}`),
  outputs: (c) => ({
    dnsName: `${c.inputs.internal === true ? "internal-" : ""}${c.id}-${1_000_000_000 + c.seed.int("dns", 1_000_000_000)}.${c.region}.elb.${c.dns}`,
    zoneId: loadBalancerZoneId(c.region, "application"),
  }),
};

/** The module and its twin; older alias tokens are resolved to these by the type table. */
const V2_MODULES = ["lb", "alb"];

export const loadBalancingRules: StandInRules = {
  ...Object.fromEntries(
    V2_MODULES.flatMap((module) => [
      [`${module}/LoadBalancer`, loadBalancer],
      [`${module}/TargetGroup`, targetGroup],
      [`${module}/Listener`, childOf("loadBalancerArn", "loadbalancer", "listener")],
      [`${module}/ListenerRule`, childOf("listenerArn", "listener", "listener-rule")],
    ]),
  ),
  "elb/LoadBalancer": classic,
};
