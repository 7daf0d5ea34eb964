// The other direction of a reference: which resources of a type name a resource.

import type { ResourceGraph, StackResource } from "./resource-graph";

/**
 * Finds the resources of `type` whose `property` names a resource: it was made from it, or it is the value of one of `names` of it. Takes
 * time in step with the stack, not with its square.
 */
export function referrersOf(
  graph: ResourceGraph,
  type: string,
  property: string,
  names: readonly string[],
): (resource: StackResource) => StackResource[] {
  const byUrn = new Map<string, StackResource[]>();
  const byValue = new Map<string, StackResource[]>();
  for (const each of graph.ofType(type)) {
    for (const { urn } of graph.sourcesOf(each, property)) append(byUrn, urn, each);
    const value = each.properties.at(property).text;
    if (value !== undefined) append(byValue, value, each);
  }
  return (resource) => [
    ...new Set([
      ...(byUrn.get(resource.urn) ?? []),
      ...names.flatMap((name) => byValue.get(resource.properties.at(name).text ?? "") ?? []),
    ]),
  ];
}

function append(map: Map<string, StackResource[]>, key: string, resource: StackResource): void {
  const others = map.get(key);
  if (others === undefined) map.set(key, [resource]);
  else others.push(resource);
}
