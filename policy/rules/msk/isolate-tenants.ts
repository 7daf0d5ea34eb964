import { readPolicyDocument, type Statement } from "../../aws/policy-document";
import type { Property } from "../../aws/reading";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Parameters } from "../../parameters";
import type { Finding, Resource, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { clusterType } from "./cluster";
import { reachOf } from "./kafka-permissions";

const roleType = "aws:iam/role:Role";
const clusterPolicyType = "aws:msk/clusterPolicy:ClusterPolicy";
const types = [
  "aws:iam/policy:Policy",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/userPolicy:UserPolicy",
  "aws:iam/groupPolicy:GroupPolicy",
  roleType,
  clusterPolicyType,
];
const clusters = new Set([clusterType, "aws:msk/serverlessCluster:ServerlessCluster"]);

/** Whoever may use Kafka may use topics and groups whose names begin with the tenant's. */
export const isolateTenants: Rule = {
  name: "msk-tenant-isolation",
  severity: "high",
  reason:
    "Clients of a shared MSK cluster must reach their own topics and groups only: IAM tells tenants apart by the beginning of names.",
  remediation:
    'List the kafka-cluster actions, and name topics and groups by the tenant: "arn:aws:kafka:<region>:<account>:topic/<cluster>/<uuid>/<tenant>.*".',
  url: "https://docs.aws.amazon.com/msk/latest/developerguide/create-iam-access-control-policies.html",
  frameworks: [],
  profile: "strict",
  types,
  parameters: {
    tenants: {
      kind: "texts",
      description: "Names of the tenants. Given, every name in a policy begins with that of one and the same tenant.",
      pattern: "^[\\w.-]{1,100}$",
      example: "acme",
    },
  },
  *check({ type, properties }: Resource, parameters: Parameters) {
    for (const policy of policiesOf(type, properties)) yield* checkPolicy(policy, parameters.texts("tenants"));
  },
  // Most policies have nothing to do with Kafka. One that is not known yet may, where it was made from a cluster.
  *join(graph: ResourceGraph) {
    for (const resource of graph.ofType(...types)) {
      const open = policiesOf(resource.type, resource.properties).find(({ state }) => state === "unknown");
      if (open !== undefined && isMadeFromCluster(graph, resource)) yield about(resource, undecided(open));
    }
  },
};

function policiesOf(type: string, properties: Property): Property[] {
  const inline = properties.at("inlinePolicies");
  if (type !== roleType) return [properties.at("policy")];
  return inline.state === "unknown" ? [inline] : inline.items.map((each) => each.at("policy"));
}

function isMadeFromCluster(graph: ResourceGraph, resource: StackResource): boolean {
  return ["policy", "inlinePolicies"].some((name) =>
    graph.sourcesOf(resource, name).some(({ type }) => clusters.has(type)),
  );
}

function* checkPolicy(policy: Property, tenants: readonly string[]): Iterable<Finding> {
  const document = readPolicyDocument(policy);
  if (typeof document === "string") return;
  const met = new Set<string>();
  for (const statement of document.statements) yield* checkStatement(statement, tenants, met);
  if (met.size > 1)
    yield violated(policy, "lets one client reach the topics of several tenants", "write a policy for each tenant");
}

function* checkStatement(statement: Statement, tenants: readonly string[], met: Set<string>): Iterable<Finding> {
  for (const reach of reachOf(statement)) {
    if (reach.kind === "every-action")
      yield violated(statement.path, "allows kafka-cluster:*", "list the actions, such as kafka-cluster:ReadData");
    else if (reach.kind === "open-resource")
      yield violated(
        statement.path,
        "reaches resources of any name",
        "name the cluster, its topics and its groups, and put a wildcard at the end only",
      );
    else if (tenants.length > 0 && !isOf(tagOfCaller.exec(reach.beginning)?.[0], reach)) {
      const tenant = tenants.find((name) => isOf(name, reach));
      if (tenant !== undefined) met.add(tenant);
      else yield violated(statement.path, "reaches names of no tenant", "begin the names with one of the tenants");
    }
  }
}

/** A name that begins with a tag of the caller is of one tenant, whichever that is. */
const tagOfCaller = /^\$\{aws:PrincipalTag\/[^}]+\}/i;

/** `acme.orders` and `acme` are acme's, `acmeco.orders` is not, and `acme*` would be both. */
function isOf(tenant: string | undefined, { beginning, isWhole }: { beginning: string; isWhole: boolean }): boolean {
  if (tenant === undefined) return false;
  if (beginning === tenant) return isWhole;
  return beginning.startsWith(tenant) && /^[._-]/.test(beginning.slice(tenant.length));
}
