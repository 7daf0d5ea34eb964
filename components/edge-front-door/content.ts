import type { RouteArgs } from "./args";
import type { OriginUse } from "./origins/bind-origins";
import type { Origin } from "./origins/origin";
import { type Behavior, type Route, resolveBehavior } from "./routes/behavior";
import type { BehaviorArgs } from "./routes/behavior-args";
import { routingFunction, type WebsiteRouting } from "./routes/website-routing";

/** What a distribution serves: origins, and how requests to them are treated. */
export interface Content {
  readonly defaultBehavior: Behavior;
  readonly routes: readonly Route[];
}

export function resolveContent(
  origin: Origin,
  behavior: BehaviorArgs,
  routes: readonly RouteArgs[],
  websiteRouting: WebsiteRouting | undefined,
): Content {
  const viewerRequest = routingFunction(websiteRouting);
  const functions = viewerRequest ? { ...behavior.functions, viewerRequest } : behavior.functions;
  return {
    defaultBehavior: resolveBehavior(origin, { ...behavior, functions }),
    routes: routes.map((route) => ({
      name: route.name,
      pathPattern: route.pathPattern,
      ...resolveBehavior(route.origin, route),
    })),
  };
}

/** The origins, each with what its children and the distribution call it. The infix tells apart what one front door serves twice. */
export function originUsesOf({ defaultBehavior, routes }: Content, infix: string): OriginUse[] {
  return [
    { origin: defaultBehavior.origin, originId: `default${infix}`, infix },
    ...routes.map(({ name, origin }) => ({
      origin,
      originId: `route-${name}${infix}`,
      infix: `${infix}-route-${name}`,
    })),
  ];
}
