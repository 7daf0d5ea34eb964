import type { Resource, Rule } from "../../rule";
import { mustBeSet, undecided } from "../../rule";
import { egressRuleType, ingressRuleType, securityGroupRuleType, securityGroupType } from "./ingress";

/** Each rule of a security group says what it is for. */
export const requireRuleDescriptions: Rule = {
  name: "ec2-rule-description",
  severity: "low",
  reason: "Each rule of a security group must say what it is for, so that somebody dares to take it away later.",
  remediation: "Set description on each rule.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  frameworks: [],
  profile: "strict",
  types: [securityGroupType, securityGroupRuleType, ingressRuleType, egressRuleType],
  *check({ type, properties }: Resource) {
    const fix = "say what the rule is for";
    if (type !== securityGroupType) {
      yield* mustBeSet(properties.at("description"), fix);
      return;
    }
    for (const direction of ["ingress", "egress"]) {
      const rules = properties.at(direction);
      if (rules.state === "unknown") yield undecided(rules);
      for (const rule of rules.items) yield* mustBeSet(rule.at("description"), fix);
    }
  },
};
