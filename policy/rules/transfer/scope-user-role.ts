import { readPolicyDocument, type Statement } from "../../aws/policy-document";
import type { Property } from "../../aws/reading";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Rule, StackFinding } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { policiesOf, roleType } from "../iam/policies";
import { userTypes } from "./require-logical-home";

const fix = "name the bucket and the prefix of the user in Resource";

/** The role that a user's files are reached with reaches no other buckets. */
export const scopeUserRole: Rule = {
  name: "transfer-role-scoped",
  severity: "high",
  reason:
    "The role of a Transfer Family user must name its bucket: with one that reaches all of them, so does the user.",
  remediation: "Name the bucket and the prefix of the user in the Resource of the role's policies.",
  url: "https://docs.aws.amazon.com/transfer/latest/userguide/users-policies.html",
  frameworks: [],
  profile: "strict",
  types: userTypes,
  *join(graph: ResourceGraph) {
    const roles = new Set(
      graph
        .ofType(...userTypes)
        .filter(isUnrestricted)
        .flatMap((user) => rolesOf(graph, user, "role")),
    );
    if (roles.size === 0) return;
    const hasRole = (resource: StackResource) => rolesOf(graph, resource, "role").some((role) => roles.has(role));
    for (const role of roles) {
      for (const policy of policiesOf(role.type, role.properties)) yield* judge(role, policy);
      for (const arn of role.properties.at("managedPolicyArns").items) yield* checkManaged(role, arn);
    }
    for (const policy of graph.ofType("aws:iam/rolePolicy:RolePolicy"))
      if (hasRole(policy)) yield* judge(policy, policy.properties.at("policy"));
    for (const attachment of graph.ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment").filter(hasRole)) {
      yield* checkManaged(attachment, attachment.properties.at("policyArn"));
      for (const policy of graph.sourcesOf(attachment, "policyArn"))
        if (policy.type === "aws:iam/policy:Policy") yield* judge(policy, policy.properties.at("policy"));
    }
  },
};

/** A session policy of the user's own narrows what the role may do. */
function isUnrestricted(user: StackResource): boolean {
  const policy = user.properties.at("policy");
  return policy.state === "absent" || policy.isEmpty;
}

function rolesOf(graph: ResourceGraph, resource: StackResource, property: string): StackResource[] {
  return graph.sourcesOf(resource, property).filter(({ type }) => type === roleType);
}

const reachesAll = /:aws:policy\/(AmazonS3(Full|ReadOnly)Access|AdministratorAccess|PowerUserAccess|ReadOnlyAccess)$/;

/** Policies of AWS, by their names. */
function* checkManaged(resource: StackResource, arn: Property): Iterable<StackFinding> {
  if (reachesAll.test(arn.text ?? ""))
    yield about(resource, violated(arn, "reaches every bucket", "write a policy that names the bucket"));
}

function* judge(resource: StackResource, policy: Property): Iterable<StackFinding> {
  const document = readPolicyDocument(policy);
  if (document === "unknown") yield about(resource, undecided(policy));
  if (typeof document === "string") return;
  for (const statement of document.statements)
    if (reachesEveryBucket(statement))
      yield about(resource, violated(statement.path, "lets a Transfer Family user reach every bucket", fix));
}

/** To list buckets is a permission on all of them, and shows no more than their names. */
const harmless = new Set(["s3:listallmybuckets", "s3:getbucketlocation"]);

function reachesEveryBucket({ effect, actions, resources }: Statement): boolean {
  return (
    effect === "Allow" &&
    (actions.length === 0 || actions.some((action) => /^(\*|s3:)/.test(action) && !harmless.has(action))) &&
    (resources.length === 0 || resources.some((resource) => /^(\*|arn:[^:]*:s3:[^:]*:[^:]*:[*?].*)$/.test(resource)))
  );
}
