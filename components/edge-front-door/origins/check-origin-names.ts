import type { Problem } from "../../errors";
import type { RouteArgs } from "../args";
import { Feature } from "../compatibility/features";
import type { Origin } from "./origin";

/** An origin where it is used: the argument that names its children, and the infix in their names. */
export interface OriginNaming {
  readonly path: string;
  readonly origin: Origin | undefined;
  readonly infix: string;
}

/** Of one distribution. `infix` tells it apart from the others of its front door, `path` is the argument that holds it. */
export function namingsOf(
  path: string,
  { origin, routes = [] }: { readonly origin?: Origin; readonly routes?: readonly RouteArgs[] },
  infix: string,
): OriginNaming[] {
  const at = (argument: string): string => (path === "" ? argument : `${path}.${argument}`);
  return [
    { path: at("origin"), origin, infix },
    ...routes.map((route, index) => ({
      path: at(`routes[${index}].name`),
      origin: route.origin,
      infix: `${infix}-route-${route.name}`,
    })),
  ];
}

/** Bucket names have 63 characters, of which the role `-bucket` takes 7 and the random suffix 8. */
const MOST_CHARACTERS = 48;

/** Children of origins are named after the front door, its distribution and the route: whether AWS has room for that. */
export function checkOriginNames(name: string, namings: readonly OriginNaming[]): Problem[] {
  const bound = new Set<Origin>();
  const problems: Problem[] = [];
  for (const { path, origin, infix } of namings) {
    // An origin that is used twice has the names of its first use.
    if (origin === undefined || bound.has(origin)) {
      continue;
    }
    bound.add(origin);
    const longest = isGroup(origin) ? `${name}${infix}-secondary` : `${name}${infix}`;
    if (longest.length > MOST_CHARACTERS) {
      problems.push({
        path: `name and ${path}`,
        must: `be shorter: together they begin names of buckets, which have room for ${MOST_CHARACTERS} characters`,
        got: longest,
      });
    }
  }
  return problems;
}

function isGroup({ features }: Origin): boolean {
  return features?.some(({ feature }) => feature === Feature.OriginGroup) ?? false;
}
