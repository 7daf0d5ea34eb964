import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import type { Rule } from "../../rule";
import { about, violated, wholeResource } from "../../rule";
import { userPoolType } from "./user-pool";

/** User pools have a web ACL. */
export const requireUserPoolWaf: Rule = {
  name: "cognito-waf",
  severity: "low",
  reason: "User pools must have a web ACL, so that floods of sign-ins stop before they cost money or lock users out.",
  remediation: "Create an aws.wafv2.WebAclAssociation with the pool's ARN and a web ACL of scope REGIONAL.",
  url: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html",
  frameworks: [],
  profile: "strict",
  types: [userPoolType],
  *join(graph: ResourceGraph) {
    const pools = new References(graph, [userPoolType], ["arn"]);
    for (const pool of pools.without(graph.ofType("aws:wafv2/webAclAssociation:WebAclAssociation"), "resourceArn"))
      yield about(pool, violated(wholeResource, "has no web ACL", "create an aws.wafv2.WebAclAssociation for it"));
  },
};
