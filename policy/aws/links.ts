// Joins resources with those that name them: by the property that a value was computed from, and by the value where it is known.

import type { ResourceGraph, StackResource } from "./resource-graph";

/** The names under which other resources refer to one that is known already. */
const ownNames = ["id", "arn", "name", "bucket", "url", "executionArn"];

function namesOf(resource: StackResource): string[] {
  return ownNames.flatMap((property) => resource.properties.at(property).text ?? []);
}

/** Which of some resources is named where. Takes time in step with the stack, not with its square. */
export class Links {
  private readonly urns: ReadonlySet<string>;
  private readonly byName: ReadonlyMap<string, StackResource>;

  constructor(
    private readonly graph: ResourceGraph,
    readonly targets: readonly StackResource[],
  ) {
    this.urns = new Set(targets.map(({ urn }) => urn));
    this.byName = new Map(targets.flatMap((target) => namesOf(target).map((name) => [name, target] as const)));
  }

  /** The targets that the property of the resource names. */
  namedBy(resource: StackResource, property: string): StackResource[] {
    const sources = this.graph.sourcesOf(resource, property).filter(({ urn }) => this.urns.has(urn));
    const byValue = this.byName.get(resource.properties.at(property).text ?? "");
    return byValue === undefined || sources.includes(byValue) ? sources : [...sources, byValue];
  }

  /** The targets that this property of none of the resources names. */
  without(resources: readonly StackResource[], property: string): StackResource[] {
    const named = new Set(resources.flatMap((resource) => this.namedBy(resource, property)));
    return this.targets.filter((target) => !named.has(target));
  }
}
