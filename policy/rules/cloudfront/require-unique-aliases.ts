import type { Property } from "../../aws/reading";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Rule, StackFinding } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { distributionType, tenantType } from "./distribution";

/** No two distributions or tenants of a stack claim one domain name. */
export const requireUniqueAliases: Rule = {
  name: "cloudfront-alias-unique",
  severity: "high",
  reason:
    "CloudFront takes a domain name in one distribution or tenant only, of all accounts, and answers CNAMEAlreadyExists for every other.",
  remediation:
    "Leave the name in one distribution or tenant. To move it, take it out of the old one in one deployment and add it to the new one in the next.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html#alternate-domain-names-restrictions",
  frameworks: [],
  profile: "baseline",
  types: [distributionType, tenantType],
  *join(graph: ResourceGraph) {
    const claimants = graph.ofType(distributionType, tenantType).filter((resource) => !isStaging(resource));
    // A name that nobody else could claim needs no decision.
    if (claimants.length < 2) return;
    const byName = claimantsByName(claimants);
    for (const claimant of claimants) for (const name of namesOf(claimant)) yield* judge(claimant, name, byName);
  },
};

/** Viewers reach a staging distribution through its primary: it has that one's names without claiming them. */
function isStaging(resource: StackResource): boolean {
  return resource.properties.at("staging").flag === true;
}

/** The names, or the list as such while it is not known. */
function namesOf({ type, properties }: StackResource): Property[] {
  const list = properties.at(type === tenantType ? "domains" : "aliases");
  if (list.state === "unknown") return [list];
  return type === tenantType ? list.items.map((item) => item.at("domain")) : list.items;
}

/** Capitals make no difference to DNS. */
function keyOf(name: Property): string {
  return name.text?.toLowerCase() ?? "";
}

type Claimants = ReadonlyMap<string, ReadonlySet<StackResource>>;

function claimantsByName(claimants: readonly StackResource[]): Claimants {
  const byName = new Map<string, Set<StackResource>>();
  for (const claimant of claimants) {
    for (const key of namesOf(claimant).map(keyOf)) {
      if (key !== "") byName.set(key, (byName.get(key) ?? new Set()).add(claimant));
    }
  }
  return byName;
}

function* judge(claimant: StackResource, name: Property, byName: Claimants): Iterable<StackFinding> {
  if (name.state === "unknown") yield about(claimant, undecided(name));
  const rivals = [...(byName.get(keyOf(name)) ?? [])].filter((other) => other !== claimant).map((other) => other.name);
  if (rivals.length === 0) return;
  yield about(
    claimant,
    violated(
      name,
      `is claimed by ${rivals.sort().join(", ")} as well, and CloudFront answers CNAMEAlreadyExists`,
      "leave it in one of them; to move it, take it out of one in a first deployment and add it to the other in a second",
    ),
  );
}
