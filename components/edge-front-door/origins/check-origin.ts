import { made } from "../../argument-kinds";
import type { Problem } from "../../errors";
import type { Origin, OriginCheckContext } from "./origin";

/** Not told by `bind` alone, which every function has: `s3Origin` for `s3Origin()`. */
export const ORIGIN_KIND = made<Origin>("an origin", ["check", "bind"], "s3Origin(), httpOrigin({…}) and their like");

/** Whether there is one, and then what is wrong with its own options. */
export function checkOrigin(path: string, origin: Origin | undefined, context: OriginCheckContext): Problem[] {
  return (
    origin?.check(path, context) ?? [
      { path, must: "be an origin", use: "s3Origin(), s3Origin({ existingBucket }) or httpOrigin({ domainName })" },
    ]
  );
}
