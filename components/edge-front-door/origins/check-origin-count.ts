import type { Problem } from "../../errors";
import type { Quotas } from "../compatibility/quotas";
import type { Origin } from "./origin";

/** How many origins and groups one distribution declares: the same object counts once, and a group with both of its origins. */
export function checkOriginCount(
  path: string,
  used: readonly { readonly origin?: Origin }[],
  quotas: Quotas,
): Problem[] {
  const targets = [...new Set(used.flatMap(({ origin }) => (origin === undefined ? [] : [origin])))];
  const groups = targets.filter(({ members }) => members !== undefined);
  const origins = new Set(targets.flatMap((origin) => origin.members ?? [origin]));
  return [
    { what: "origins, the default one and those of groups included", count: origins.size, most: quotas.origins },
    { what: "origin groups", count: groups.length, most: quotas.originGroups },
  ].flatMap(({ what, count, most }) =>
    count > most
      ? [{ path, must: `use at most ${most} ${what}`, got: count, use: "one origin object for several routes" }]
      : [],
  );
}
