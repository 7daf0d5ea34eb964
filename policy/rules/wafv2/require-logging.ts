import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { pciDss, securityHubNist } from "../../frameworks";
import type { Rule } from "../../rule";
import { about, violated, wholeResource } from "../../rule";
import { webAclType } from "./web-acl";

/** Every web ACL writes what it decides to a log. */
export const requireLogging: Rule = {
  name: "wafv2-logging",
  severity: "low",
  reason:
    "Without its log nobody can tell afterwards what a web ACL stopped, what it let through, and what it stopped wrongly.",
  remediation:
    'Create an aws.wafv2.WebAclLoggingConfiguration with resourceArn of the web ACL and a destination whose name begins with "aws-waf-logs-".',
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/logging-management.html",
  frameworks: [securityHubNist("WAF.11"), pciDss("10.4.2")],
  profile: "strict",
  types: [webAclType],
  *join(graph: ResourceGraph) {
    const acls = new References(graph, [webAclType], ["arn"]);
    const logged = acls.users(
      graph.ofType("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"),
      "resourceArn",
    );
    for (const acl of acls.all) {
      if (!logged.has(acl))
        yield about(
          acl,
          violated(
            wholeResource,
            "has no logging configuration",
            "create an aws.wafv2.WebAclLoggingConfiguration with the resourceArn of the web ACL",
          ),
        );
    }
  },
};
