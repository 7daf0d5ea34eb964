// What security groups let in from everywhere, whichever of four ways it is written in.

import { isEverywhere } from "../../aws/address-ranges";
import { elementsOf, type Property } from "../../aws/reading";
import type { Finding } from "../../rule";
import { undecided, violated } from "../../rule";

export const securityGroupType = "aws:ec2/securityGroup:SecurityGroup";
export const defaultSecurityGroupType = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
export const securityGroupRuleType = "aws:ec2/securityGroupRule:SecurityGroupRule";
export const egressRuleType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
export const ingressRuleType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

export const ingressTypes = [securityGroupType, defaultSecurityGroupType, securityGroupRuleType, ingressRuleType];

/** Ports that everybody may reach. */
export interface Opening {
  /** The address range, which is everybody or not known yet. */
  readonly range: Property;
  readonly from: number;
  readonly to: number;
}

/** The openings for everybody; what cannot be told is undecided. Protocols without ports, such as ICMP, open none. */
export function* openingsToEverybody(type: string, properties: Property): Iterable<Opening | Finding> {
  for (const rule of rulesOf(type, properties)) {
    if (rule.state === "unknown") yield undecided(rule);
    for (const range of rangesOf(rule)) {
      if (range.state === "unknown" || isEverywhere(range.text ?? "")) yield* portsOf(rule, range);
    }
  }
}

/** What to report of an opening that is not to be. */
export function judged({ range }: Opening, what: string): Finding {
  return range.state === "unknown"
    ? undecided(range)
    : violated(range, what, "name the addresses or the security group that may connect");
}

export function isOpening(found: Opening | Finding): found is Opening {
  return "range" in found;
}

function rulesOf(type: string, properties: Property): Property[] {
  if (type === securityGroupType || type === defaultSecurityGroupType) return elementsOf(properties.at("ingress"));
  if (type === ingressRuleType) return [properties];
  const direction = properties.at("type");
  if (direction.state === "unknown") return [direction];
  return direction.text === "ingress" ? [properties] : [];
}

function rangesOf(rule: Property): Property[] {
  if (rule.state === "unknown") return [];
  const lists = ["cidrBlocks", "ipv6CidrBlocks"].map((name) => rule.at(name));
  const single = ["cidrIpv4", "cidrIpv6"].map((name) => rule.at(name));
  return [...lists.flatMap(elementsOf), ...single];
}

const withPorts = new Set(["tcp", "udp", "6", "17"]);

function* portsOf(rule: Property, range: Property): Iterable<Opening | Finding> {
  const named = rule.at("ipProtocol");
  const protocol = named.state === "absent" ? rule.at("protocol") : named;
  const kind = String(protocol.whole ?? "").toLowerCase();
  if (protocol.state === "unknown") yield undecided(protocol);
  else if (kind === "-1" || kind === "all") yield { range, from: 0, to: 65535 };
  else if (withPorts.has(kind)) {
    const [from, to] = [rule.at("fromPort"), rule.at("toPort")];
    if (from.state === "unknown") yield undecided(from);
    else if (to.state === "unknown") yield undecided(to);
    else {
      const [first, last] = [Number(from.whole ?? 0), Number(to.whole ?? 65535)];
      // AWS writes -1 for all ports.
      yield first < 0 ? { range, from: 0, to: 65535 } : { range, from: first, to: last };
    }
  }
}
