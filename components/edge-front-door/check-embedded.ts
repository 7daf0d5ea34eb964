import type { Problem } from "../errors";
import type { EdgeFrontDoorArgs } from "./args";
import { checkEdgeFrontDoor } from "./validate";

/**
 * What is wrong with the arguments of a front door that another component makes, as paths of that component's arguments. What the
 * component itself puts in, the name and the origins, it checks itself.
 */
export function checkEmbedded(path: string, name: string, args: EdgeFrontDoorArgs): Problem[] {
  return checkEdgeFrontDoor(name, args)
    .filter((problem) => problem.path !== "name" && !problem.path.startsWith("origin."))
    .map((problem) => ({ ...problem, path: problem.path.replace(/(^| and )(?=\w)/g, `$1${path}.`) }));
}
