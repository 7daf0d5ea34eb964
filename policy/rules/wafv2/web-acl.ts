// The rules of web ACLs and rule groups, whichever way the program writes them: as Pulumi's arguments, as the JSON of the API, or as
// resources of their own.

import { elementsOf, type Property } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";

export const webAclType = "aws:wafv2/webAcl:WebAcl";
export const ruleGroupType = "aws:wafv2/ruleGroup:RuleGroup";
export const webAclRuleType = "aws:wafv2/webAclRule:WebAclRule";
export const groupAssociationType = "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation";

/** One rule. Names are those of Pulumi's arguments. */
export class FirewallRule {
  constructor(
    readonly settings: Property,
    private readonly isJson: boolean,
  ) {}

  at(...keys: string[]): Property {
    return this.settings.at(...(this.isJson ? keys.map(nameInJson) : keys));
  }
}

function nameInJson(name: string): string {
  return name === "cloudwatchMetricsEnabled"
    ? "CloudWatchMetricsEnabled"
    : name.charAt(0).toUpperCase() + name.slice(1);
}

/** The rules in a web ACL or rule group. A list that is not known is one rule, not known either. */
export function rulesIn(properties: Property): FirewallRule[] {
  const arguments_ = properties.at("rules");
  // Web ACLs and rule groups call it by different names.
  const json = ["ruleJson", "rulesJson"].flatMap((name) => elementsOf(parsed(properties.at(name))));
  return [
    ...elementsOf(arguments_).map((rule) => new FirewallRule(rule, false)),
    ...json.map((rule) => new FirewallRule(rule, true)),
  ];
}

function parsed(json: Property): Property {
  return json.parseJson() ?? json;
}

/** The web ACLs of a stack, and the resources that add rules to each. */
export function webAclsOf(graph: ResourceGraph): {
  acls: References;
  additions: ReadonlyMap<StackResource, StackResource[]>;
} {
  const acls = new References(graph, [webAclType], ["arn"]);
  return { acls, additions: acls.users(graph.ofType(webAclRuleType, groupAssociationType), "webAclArn") };
}

/** What happens to requests that no rule speaks of: `absent` where they are let through, `known` where they are blocked. */
export function blockingDefault(properties: Property): Property {
  return properties.at("defaultAction", "block");
}
