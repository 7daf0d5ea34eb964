import type { Statement } from "../../aws/policy-document";
import { isAboutEveryResource, isEveryone, readPolicyDocument } from "../../aws/policy-document";
import type { Property } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { checkStatements } from "../../documents";
import type { Finding, Resource, Rule } from "../../rule";
import { about, violated, wholeResource } from "../../rule";

const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";
const policyType = "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy";

/** A VPC endpoint says who may do what through it. */
export const requireEndpointPolicy: Rule = {
  name: "ec2-endpoint-policy",
  severity: "medium",
  reason: "A VPC endpoint must say who may do what through it, or it carries data into anybody's account.",
  remediation:
    "Set policy, or create an aws.ec2.VpcEndpointPolicy, with the actions and resources that are needed or with aws:PrincipalOrgID.",
  url: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  frameworks: [],
  profile: "strict",
  types: [endpointType, policyType],
  check: ({ properties }: Resource) => checkPolicy(properties.at("policy")),
  *join(graph: ResourceGraph) {
    const endpoints = new References(graph, [endpointType], ["id"], ({ properties }) => takesPolicy(properties));
    for (const endpoint of endpoints.without(graph.ofType(policyType), "vpcEndpointId"))
      if (readPolicyDocument(endpoint.properties.at("policy")) === "absent")
        yield about(
          endpoint,
          violated(
            wholeResource,
            "has no policy, which allows everything",
            "create an aws.ec2.VpcEndpointPolicy for it",
          ),
        );
  },
};

/** Endpoints of AWS services do; those of somebody's own service, of appliances and of resources do not. */
function takesPolicy(endpoint: Property): boolean {
  const kind = endpoint.at("vpcEndpointType");
  return (
    /^(com|cn\.com)\.amazonaws\./.test(endpoint.at("serviceName").text ?? "") &&
    !endpoint.at("serviceName").text?.includes(".vpce-svc-") &&
    (kind.state === "absent" || kind.text === "Interface" || kind.text === "Gateway")
  );
}

function checkPolicy(policy: Property): Iterable<Finding> {
  return checkStatements(policy, function* (statement) {
    if (allowsEverything(statement))
      yield violated(statement.path, "allows everything to everybody", "name the actions, resources or principals");
  });
}

/** Condition keys that say who calls, or whose the resource is; in lower case. */
const narrowingKey =
  /^aws:(principal|resource|source(?!vpc)|userid|username)|^s3:dataaccesspoint|:(resource|caller)account$/;

function allowsEverything(statement: Statement): boolean {
  return (
    statement.effect === "Allow" &&
    isEveryone(statement) &&
    !statement.conditions.some(({ key }) => narrowingKey.test(key)) &&
    (statement.notActions.length > 0 || statement.actions.some((action) => /^(\*|[a-z0-9-]+:\*)$/.test(action))) &&
    (isAboutEveryResource(statement) ||
      statement.resources.some((resource) => /^arn:[^:]*:[^:]*:[^:]*:[^:]*:\*$/.test(resource)))
  );
}
