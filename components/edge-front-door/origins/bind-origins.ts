import type * as pulumi from "@pulumi/pulumi";
import type { EncryptionKey } from "../encryption";
import type { FrontDoorScope } from "../scope";
import type { BoundOrigin, DistributionIdentity, Origin, RequiredGrant } from "./origin";

/** Where an origin is used, and what its children and the distribution call it there. */
export interface OriginUse {
  readonly origin: Origin;
  readonly originId: string;
  /** Between the front door's name and the roles of the children; empty for the default origin. */
  readonly infix: string;
}

/** Origins by the object the caller made. */
export type BoundOrigins = ReadonlyMap<Origin, BoundOrigin>;

/** Creates what each origin needs before the distribution. An origin that serves several routes is bound once. */
export function bindOrigins(
  scope: FrontDoorScope,
  uses: readonly OriginUse[],
  encryption: EncryptionKey,
): BoundOrigins {
  const bound = new Map<Origin, BoundOrigin>();
  const bind = (origin: Origin, originId: string, name: string): BoundOrigin => {
    const present = bound.get(origin);
    if (present !== undefined) {
      return present;
    }
    const made = origin.bind({
      ...scope,
      name,
      originId,
      encryptionKeyArn: encryption.arn,
      bindMember: (member, role) =>
        role === undefined ? bind(member, originId, name) : bind(member, `${originId}-${role}`, `${name}-${role}`),
    });
    bound.set(origin, made);
    return made;
  };
  for (const { origin, originId, infix } of uses) {
    bind(origin, originId, `${scope.name}${infix}`);
  }
  return bound;
}

/** A distribution and the origins it asks. */
export interface ServedOrigins {
  readonly distribution: DistributionIdentity;
  readonly origins: readonly BoundOrigin[];
}

/** Lets distributions into the origins they ask, and into no other. */
export function openOrigins(served: readonly ServedOrigins[]): pulumi.Output<RequiredGrant>[] {
  const callers = new Map<BoundOrigin, DistributionIdentity[]>();
  for (const { distribution, origins } of served) {
    for (const origin of origins) {
      callers.set(origin, [...(callers.get(origin) ?? []), distribution]);
    }
  }
  return [...callers].flatMap(([origin, distributions]) => origin.openTo(distributions));
}

export function originOf(origins: BoundOrigins, origin: Origin): BoundOrigin {
  const bound = origins.get(origin);
  if (bound === undefined) {
    throw new Error("An origin is used by a behavior but was never bound");
  }
  return bound;
}

/** What behaviors use, members of groups included, each once. */
export function originsOf(origins: BoundOrigins, behaviors: readonly { readonly origin: Origin }[]): BoundOrigin[] {
  const used = new Set<BoundOrigin>();
  for (const { origin } of behaviors) {
    const bound = originOf(origins, origin);
    for (const each of [...bound.members, bound]) {
      used.add(each);
    }
  }
  return [...used];
}
