import type { Condition, Statement } from "../../aws/policy-document";
import { isEveryone, readPolicyDocument } from "../../aws/policy-document";
import type { Property } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Finding, Resource, Rule, StackFinding } from "../../rule";
import { about, undecided, violated, wholeResource } from "../../rule";
import { argumentOrExtension, isPrivate, restApiType } from "./rest-api";

const apiPolicyType = "aws:apigateway/restApiPolicy:RestApiPolicy";
const fix =
  'add StringEquals "aws:SourceVpce" with the endpoint\'s id to each Allow, or deny execute-api:Invoke to everyone where StringNotEquals "aws:SourceVpce"';

/** A private REST API answers only through the VPC endpoints, or to the VPCs, that its policy names. */
export const pinPrivateApi: Rule = {
  name: "apigateway-private-api-pinned",
  severity: "high",
  reason:
    "A private API must name the VPC endpoints or VPCs that may call it, or it answers through every endpoint in anybody's account.",
  remediation:
    'Create an aws.apigateway.RestApiPolicy whose statements allow execute-api:Invoke only where StringEquals "aws:SourceVpce" is the endpoint\'s id.',
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html#apigateway-resource-policies-source-vpc-example",
  frameworks: [],
  profile: "baseline",
  types: [restApiType],
  *check({ properties }: Resource) {
    const endpointTypes = isPrivate(properties);
    if (endpointTypes === undefined) yield undecided(properties.at("endpointConfiguration", "types"));
    else if (endpointTypes) yield* checkPolicy(policyInside(properties));
  },
  *join(graph: ResourceGraph) {
    const apis = new References(graph, [restApiType], ["id"], ({ properties }) => isPrivate(properties) === true);
    const policies = graph.ofType(apiPolicyType);
    for (const policy of policies) {
      if (apis.from(policy, "restApiId").length === 0) continue;
      for (const finding of checkPolicy(policy.properties.at("policy"))) yield about(policy, finding);
    }
    for (const api of apis.without(policies, "restApiId")) yield* withoutPolicy(api);
  },
};

function* withoutPolicy(api: StackResource): Iterable<StackFinding> {
  const policy = policyInside(api.properties);
  if (policy.state === "unknown") yield about(api, undecided(policy));
  else if (readPolicyDocument(policy) === "absent")
    yield about(
      api,
      violated(
        wholeResource,
        "is private and has no policy",
        "create an aws.apigateway.RestApiPolicy that names the endpoints",
      ),
    );
}

function policyInside(api: Property): Property {
  return argumentOrExtension(api, "policy", "x-amazon-apigateway-policy");
}

function* checkPolicy(policy: Property): Iterable<Finding> {
  const document = readPolicyDocument(policy);
  if (document === "unknown") yield undecided(policy);
  if (typeof document === "string") return;
  const denials = document.statements.filter(deniesOtherEndpoints);
  for (const statement of document.statements) {
    if (statement.effect !== "Allow" || statement.conditions.some(namesEndpoints)) continue;
    // What leaves out some resources reaches all others, as `*` does.
    const reached = statement.resources.length > 0 ? statement.resources : ["*"];
    if (reached.every((resource) => denials.some((denial) => covers(denial, resource)))) continue;
    yield violated(statement.path, "does not name the VPC endpoints", fix);
  }
}

const idOf: Readonly<Record<string, RegExp>> = {
  "aws:sourcevpce": /^vpce-[^*?]+$/,
  "aws:sourcevpc": /^vpc-[^*?]+$/,
};

function saysWhence(condition: Condition, operator: RegExp): boolean {
  const { key, values } = condition;
  return (
    operator.test(condition.operator) && values.length > 0 && values.every((value) => idOf[key]?.test(value) === true)
  );
}

function namesEndpoints(condition: Condition): boolean {
  return saysWhence(condition, /^(ForAnyValue:)?String(Equals|EqualsIgnoreCase|Like)$/);
}

function deniesOtherEndpoints(statement: Statement): boolean {
  const [condition, ...others] = statement.conditions;
  return (
    statement.effect === "Deny" &&
    isEveryone(statement) &&
    statement.actions.some((action) => ["*", "execute-api:*", "execute-api:invoke"].includes(action)) &&
    others.length === 0 &&
    condition !== undefined &&
    saysWhence(condition, /^StringNot(Equals|EqualsIgnoreCase|Like)(IfExists)?$/)
  );
}

function covers(denial: Statement, resource: string): boolean {
  return denial.resources.some(
    (denied) => denied === resource || /^(\*|(execute-api:|arn:[^/]*)(\/\*)+)$/.test(denied),
  );
}
