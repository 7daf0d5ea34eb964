import type { Problem } from "../../errors";
import type { Origin, OriginCheckContext } from "./origin";

/** Whether it is an origin at all, and then what is wrong with its own options. */
export function checkOrigin(path: string, origin: Origin | undefined, context: OriginCheckContext): Problem[] {
  // Not by `bind`, which every function has: `s3Origin` for `s3Origin()`.
  if (typeof origin?.check !== "function") {
    return [
      { path, must: "be an origin", use: "s3Origin(), s3Origin({ existingBucket }) or httpOrigin({ domainName })" },
    ];
  }
  return origin.check(path, context);
}
