import type { Alias } from "./registration";
import { makeUrn, nameOfUrn, parseUrn, rootStackType, typeOfUrn } from "./urn";

/**
 * The URNs a resource was known by before, as the engine computes them from alias specs. Aliases that a parent hands down
 * are not among them: the engine adds those only where the parent's alias matched a resource in the state, and offline
 * there is no state.
 */
export function aliasUrns(
  urn: string,
  parent: string,
  aliases: readonly Alias[],
  stack: string,
  project: string,
): string[] {
  const urns = aliases.map((alias) => aliasUrn(urn, parent, alias, stack, project));
  return [...new Set(urns)];
}

function aliasUrn(urn: string, parent: string, alias: Alias, stack: string, project: string): string {
  if (alias.urn) return alias.urn;
  const aliasParent = alias.noParent ? "" : alias.parent || parent;
  const parentUrn = parseUrn(aliasParent);
  const belowParent = parentUrn !== undefined && parentUrn.qualifiedType !== rootStackType;
  return makeUrn(
    belowParent ? parentUrn.stack : alias.stack || stack,
    belowParent ? parentUrn.project : alias.project || project,
    aliasParent,
    alias.type || typeOfUrn(urn),
    alias.name || nameOfUrn(urn),
  );
}
