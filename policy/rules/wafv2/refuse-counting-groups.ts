import type { Property } from "../../aws/reading";
import type { Finding, Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { groupAssociationType, rulesIn, webAclRuleType, webAclType } from "./web-acl";

/** Rule groups do what their rules say, and are not only counted. */
export const refuseCountingGroups: Rule = {
  name: "wafv2-groups-act",
  severity: "medium",
  reason:
    "A rule group that is overridden to count stops nothing: what was meant for the first days of a trial stays for years.",
  remediation:
    'Set overrideAction to none (an empty object, or "none" on an association); to spare single rules of the group, override those with ruleActionOverrides.',
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rule-group-override-options.html",
  frameworks: [],
  profile: "strict",
  types: [webAclType, webAclRuleType, groupAssociationType],
  *check({ type, properties }: Resource) {
    if (type === webAclType)
      for (const rule of rulesIn(properties))
        yield* checkRule(rule.at("overrideAction"), rule.at("overrideAction", "count"));
    else if (type === webAclRuleType)
      yield* checkRule(properties.at("overrideAction"), properties.at("overrideAction", "count"));
    else yield* checkAssociation(properties.at("overrideAction"));
  },
};

function* checkRule(action: Property, count: Property): Iterable<Finding> {
  if (action.state === "unknown") yield undecided(action);
  else if (count.state !== "absent") yield violated(count, "only counts what the group would stop", "set none instead");
}

function* checkAssociation(action: Property): Iterable<Finding> {
  if (action.state === "unknown") yield undecided(action);
  else if (action.text?.toLowerCase() === "count")
    yield violated(action, "only counts what the group would stop", 'set it to "none"');
}
