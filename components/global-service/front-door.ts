import type { EdgeFrontDoorArgs } from "../edge-front-door/args";
import { checkEmbedded } from "../edge-front-door/check-embedded";
import type { Problem } from "../errors";
import type { GlobalFrontDoorArgs } from "./global-service-args";
import type { ServiceOrigins } from "./origins";

/** The front door's own arguments: reads get a route each, after the caller's. */
export function frontDoorArgs(args: GlobalFrontDoorArgs, origins: ServiceOrigins): EdgeFrontDoorArgs {
  const { readPaths = [], readBehavior, routes = [], ...others } = args;
  return {
    ...others,
    origin: origins.nearest,
    routes: [
      ...routes,
      ...readPaths.map((pathPattern, index) => ({
        ...readBehavior,
        name: `read-${index + 1}`,
        pathPattern,
        origin: origins.nearestOrNeighbour,
      })),
    ],
  };
}

/** What the front door itself would say, with the paths of `readPaths` where it speaks of their routes. */
export function checkFrontDoor(
  name: string,
  args: GlobalFrontDoorArgs,
  origins: ServiceOrigins,
  regionCount: number,
): Problem[] {
  const { readPaths = [], readBehavior, routes = [] } = args;
  const problems: Problem[] = [];
  if (readPaths.length > 0 && regionCount === 1) {
    problems.push({
      path: "frontDoor.readPaths and regions",
      must: "not contradict each other: with one Region there is no neighbour to ask",
      got: readPaths,
    });
  }
  if (readBehavior !== undefined && readPaths.length === 0) {
    problems.push({ path: "frontDoor.readBehavior and frontDoor.readPaths", must: "be given together" });
  }
  const ownRoute = /frontDoor\.routes\[(\d+)\](\.[\w.[\]]+)?/g;
  const named = checkEmbedded("frontDoor", `${name}-edge`, frontDoorArgs(args, origins)).map((problem) => ({
    ...problem,
    path: problem.path.replace(ownRoute, (text, index, argument) =>
      index < routes.length ? text : pathOfRead(index - routes.length, argument ?? ""),
    ),
  }));
  return [...problems, ...once(named)];
}

/** A behavior that several paths share is told once. */
function once(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.path} ${problem.must}`, problem])).values()];
}

/** The name and the origin of such a route come from the path that it is for. */
function pathOfRead(index: number, argument: string): string {
  if (/^\.(name|pathPattern)$/.test(argument)) {
    return `frontDoor.readPaths[${index}]`;
  }
  return /^\.origin\b/.test(argument) ? "frontDoor.readPaths" : `frontDoor.readBehavior${argument}`;
}
