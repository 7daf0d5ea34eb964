import type { ResourceGraph } from "../../aws/resource-graph";
import { securityHub } from "../../frameworks";
import type { Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { blockingDefault, rulesIn, webAclsOf, webAclType } from "./web-acl";

/** A web ACL that lets through what no rule stops has rules. */
export const requireRules: Rule = {
  name: "wafv2-rules",
  severity: "medium",
  reason: "A web ACL without rules lets every request through, and what it is attached to only looks protected.",
  remediation:
    "Add rules to the web ACL, for instance the managed group AWSManagedRulesCommonRuleSet of the vendor AWS.",
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing.html",
  // WAF.10 also fails one that blocks everything.
  frameworks: [securityHub("WAF.10", "looser")],
  profile: "baseline",
  types: [webAclType],
  *join(graph: ResourceGraph) {
    const { acls, additions } = webAclsOf(graph);
    for (const acl of acls.all) {
      const block = blockingDefault(acl.properties);
      if (additions.has(acl) || block.state === "known") continue;
      const [rule, ...others] = rulesIn(acl.properties);
      if (rule === undefined && block.state === "unknown") yield about(acl, undecided(block));
      else if (rule === undefined)
        yield about(acl, violated("rules", "is empty, and the default action lets everything through", "add rules"));
      else if (others.length === 0 && isWholeList(rule.settings.path)) yield about(acl, undecided(rule.settings));
    }
  },
};

/** The place of a list that is not known, rather than of one rule in it. */
function isWholeList(path: string): boolean {
  return !path.endsWith("]");
}
