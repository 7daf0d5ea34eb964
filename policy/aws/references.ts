// Which resources of a stack refer to which: by value where the value is known, else by what the property was made from.

import type { Property } from "./reading";
import type { ResourceGraph, StackResource } from "./resource-graph";

/**
 * The resources of some types, or some of those, as what others refer to. Built once for a rule and asked many times, so that a rule takes time in step
 * with the stack.
 */
export class References {
  private readonly targets: ReadonlySet<StackResource>;
  private readonly byValue = new Map<string, StackResource[]>();

  constructor(
    private readonly graph: ResourceGraph,
    types: readonly string[],
    /** The properties by whose values others name such a resource: its id, its ARN, its name. */
    names: readonly string[],
    isMeant: (target: StackResource) => boolean = () => true,
  ) {
    this.targets = new Set(graph.ofType(...types).filter(isMeant));
    for (const target of this.targets) {
      for (const value of new Set(names.flatMap((name) => target.properties.at(name).text ?? []))) {
        this.byValue.set(value, [...(this.byValue.get(value) ?? []), target]);
      }
    }
  }

  get all(): StackResource[] {
    return [...this.targets];
  }

  /** Those of that name, id or ARN. */
  named(value: string): readonly StackResource[] {
    return this.byValue.get(value) ?? [];
  }

  /** Those that the whole top-level property was made from, whatever of it. */
  madeFrom(resource: StackResource, property: string): StackResource[] {
    return this.graph.sourcesOf(resource, property).filter((source) => this.targets.has(source));
  }

  /**
   * Those that the text, or the texts of the list, at `place` in the top-level property name. Where none is named, those that the
   * property was made from: the value is not known, or the names of what it refers to are not.
   */
  from(resource: StackResource, property: string, place: Property = resource.properties.at(property)): StackResource[] {
    const values = place.isList ? place.items.flatMap((item) => item.text ?? []) : [place.text ?? ""];
    const named = [...new Set(values.flatMap((value) => this.named(value)))];
    const isComplete = !place.isList || named.length === place.items.length;
    return named.length > 0 && isComplete ? named : this.madeFrom(resource, property);
  }

  /** Those that none of the resources refers to in that top-level property. */
  without(resources: readonly StackResource[], property: string): StackResource[] {
    const named = new Set(resources.flatMap((resource) => this.from(resource, property)));
    return this.all.filter((target) => !named.has(target));
  }

  /** The other way round: which of the resources refer to each, in that top-level property. */
  users(resources: readonly StackResource[], property: string): ReadonlyMap<StackResource, StackResource[]> {
    const users = new Map<StackResource, StackResource[]>();
    for (const resource of resources) {
      for (const target of this.from(resource, property)) {
        const others = users.get(target);
        if (others === undefined) users.set(target, [resource]);
        else others.push(resource);
      }
    }
    return users;
  }
}

/**
 * The property as the program gave it. A preview also shows outputs that it does not know, which nothing was made into; what the program
 * leaves to the provider is not given.
 */
export function given(resource: StackResource, property: string): Property | undefined {
  const place = resource.properties.at(property);
  const isOutput = place.state === "unknown" && (resource.sources[property] ?? []).length === 0;
  return place.state === "absent" || isOutput ? undefined : place;
}
