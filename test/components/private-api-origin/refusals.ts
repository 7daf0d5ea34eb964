import type { PrivateApiOriginArgs } from "../../../components";
import { checkPrivateApiOrigin } from "../../../components/private-api-origin/validate";
import { argsWith, REGION } from "./variants";

/** As a JavaScript program would write it, where no compiler refuses. */
export function untyped(args: object): Partial<PrivateApiOriginArgs> {
  return args;
}

/** `path: must …` of everything that is wrong beside good arguments. */
export function problemsOf(more: Partial<PrivateApiOriginArgs>, name = "orders"): string[] {
  return checkPrivateApiOrigin(name, argsWith(more), REGION).map(({ path, must }) => `${path}: ${must}`);
}

/** Where something is wrong beside good arguments. */
export function pathsOf(more: Partial<PrivateApiOriginArgs>, name = "orders"): string[] {
  return checkPrivateApiOrigin(name, argsWith(more), REGION).map(({ path }) => path);
}
