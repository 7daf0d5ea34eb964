// One AWS resource can have several type tokens: `aws:lb/listener:Listener`, `aws:alb/listener:Listener` and two older names are the
// same thing. Rules name one token and are asked about all of them.

import { twinGroups } from "./type-twins.generated";

const groupOf: ReadonlyMap<string, readonly string[]> = new Map(
  twinGroups.flatMap((group) => group.map((token): [string, readonly string[]] => [token, group])),
);

/** The token and every other token of the same AWS resource. */
export function withTwins(type: string): readonly string[] {
  return groupOf.get(type) ?? [type];
}

export function isTypeOrTwin(type: string, canonical: string): boolean {
  return type === canonical || (groupOf.get(canonical)?.includes(type) ?? false);
}
