import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Rule } from "../../rule";
import { about, violated } from "../../rule";

const associationType = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
const nodeGroupType = "aws:eks/nodeGroup:NodeGroup";

/** Each service account has a role of its own, and none has that of the nodes. */
export const requireRolePerWorkload: Rule = {
  name: "eks-role-per-workload",
  severity: "medium",
  reason: "Each service account must have a role of its own, or every workload may do what only one of them needs.",
  remediation: "Create an aws.iam.Role for each aws.eks.PodIdentityAssociation, apart from the role of the nodes.",
  url: "https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html",
  frameworks: [],
  profile: "strict",
  types: [associationType],
  *join(graph: ResourceGraph) {
    const nodeRoles = new Set(graph.ofType(nodeGroupType).flatMap((group) => rolesOf(graph, group, "nodeRoleArn")));
    const accountsByRole = new Map<string, Set<string>>();
    const associations = graph.ofType(associationType);
    for (const association of associations)
      for (const role of rolesOf(graph, association, "roleArn"))
        accountsByRole.set(role, (accountsByRole.get(role) ?? new Set()).add(accountOf(association)));
    for (const association of associations) {
      const roles = rolesOf(graph, association, "roleArn");
      if (roles.some((role) => nodeRoles.has(role)))
        yield about(association, violated("roleArn", "is the role of the nodes", "create a role for it"));
      else if (roles.some((role) => (accountsByRole.get(role)?.size ?? 0) > 1))
        yield about(association, violated("roleArn", "is also another workload's role", "create a role for it"));
    }
  },
};

/** A role by its URN and, where it is known, by its ARN. */
function rolesOf(graph: ResourceGraph, resource: StackResource, property: string): string[] {
  const urns = graph
    .sourcesOf(resource, property)
    .filter(({ type }) => type === "aws:iam/role:Role")
    .map(({ urn }) => urn);
  return urns.length > 0 ? urns : [resource.properties.at(property).text ?? []].flat();
}

/** The same account in two clusters is one workload. One whose name is not known counts as another. */
function accountOf({ urn, properties }: StackResource): string {
  const account = ["namespace", "serviceAccount"].map((name) => properties.at(name).text);
  return account.includes(undefined) ? urn : JSON.stringify(account);
}
