import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { securityHub } from "../../frameworks";
import type { Rule } from "../../rule";
import { about, violated, wholeResource } from "../../rule";
import { isPrivate, restApiType, restStageType } from "./rest-api";

/** Stages of REST APIs that the internet reaches have a web ACL. */
export const requireStageWaf: Rule = {
  name: "apigateway-waf",
  severity: "medium",
  reason: "Stages of REST APIs must have a web ACL, so that known attacks stop before the code behind the API.",
  remediation: "Create an aws.wafv2.WebAclAssociation with the stage's ARN and a web ACL of scope REGIONAL.",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html",
  // APIGateway.4 asks it of private APIs as well.
  frameworks: [securityHub("APIGateway.4", "looser")],
  profile: "strict",
  types: [restStageType],
  *join(graph: ResourceGraph) {
    const privateApis = new References(
      graph,
      [restApiType],
      ["id"],
      ({ properties }) => isPrivate(properties) !== false,
    );
    const stages = new References(
      graph,
      [restStageType],
      ["arn"],
      (stage) => privateApis.from(stage, "restApi").length === 0,
    );
    for (const stage of stages.without(graph.ofType("aws:wafv2/webAclAssociation:WebAclAssociation"), "resourceArn"))
      yield about(stage, violated(wholeResource, "has no web ACL", "create an aws.wafv2.WebAclAssociation for it"));
  },
};
