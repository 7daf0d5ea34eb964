import type { Property } from "../../aws/reading";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { blockingDefault, groupAssociationType, rulesIn, webAclRuleType, webAclsOf, webAclType } from "./web-acl";

const group = "AWSManagedRulesKnownBadInputsRuleSet";

/** Every web ACL has the managed rules against requests that are known to be attacks, Log4Shell among them. */
export const requireKnownBadInputs: Rule = {
  name: "wafv2-known-bad-inputs",
  severity: "medium",
  reason:
    "Requests that are known to be attacks, such as those of Log4Shell, must stop at the web ACL: AWS keeps the managed rules against them current.",
  remediation: `Add a rule with managedRuleGroupStatement of the vendor AWS, name ${group}, and overrideAction none.`,
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html",
  frameworks: [],
  profile: "strict",
  types: [webAclType],
  *join(graph: ResourceGraph) {
    const { acls, additions } = webAclsOf(graph);
    for (const acl of acls.all) {
      const block = blockingDefault(acl.properties);
      if (block.state === "known") continue;
      const names = [...namesIn(acl), ...(additions.get(acl) ?? []).flatMap(namesOf)];
      if (names.some(({ text }) => text === group)) continue;
      const open = [...names, block].find(({ state }) => state === "unknown");
      yield about(
        acl,
        open === undefined
          ? violated("rules", "has no managed rules against known bad inputs", `add the managed group ${group} of AWS`)
          : undecided("rules"),
      );
    }
  },
};

function namesIn({ properties }: StackResource): Property[] {
  return rulesIn(properties).map((rule) => rule.at("statement", "managedRuleGroupStatement", "name"));
}

/** Of a rule or an association that is a resource of its own. */
function namesOf({ type, properties }: StackResource): Property[] {
  if (type === groupAssociationType) return [properties.at("managedRuleGroup", "name")];
  return type === webAclRuleType ? [properties.at("statement", "managedRuleGroupStatement", "name")] : [];
}
