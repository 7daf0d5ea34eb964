import * as pulumi from "@pulumi/pulumi";
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
  // A second member that a route uses by itself keeps the route's names: adding it to a group must not replace it.
  const own = new Map([...uses].reverse().map((use) => [use.origin, use]));
  const bind = (origin: Origin, { originId, infix }: Omit<OriginUse, "origin">): BoundOrigin => {
    const present = bound.get(origin);
    if (present !== undefined) {
      return present;
    }
    const made = origin.bind({
      ...scope,
      name: `${scope.name}${infix}`,
      originId,
      encryptionKeyArn: encryption.arn,
      bindMember: (member, role) =>
        role === undefined
          ? bind(member, { originId, infix })
          : bind(member, own.get(member) ?? { originId: `${originId}-${role}`, infix: `${infix}-${role}` }),
    });
    bound.set(origin, made);
    return made;
  };
  for (const use of uses) {
    bind(use.origin, use);
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

/** Where the files of routes go, by the route's name. */
export function routeBucketNames(
  origins: BoundOrigins,
  routes: readonly { readonly name: string; readonly origin: Origin }[],
): pulumi.Output<Record<string, string>> {
  const names: Record<string, pulumi.Output<string>> = {};
  for (const { name, origin } of routes) {
    const { bucketName } = originOf(origins, origin);
    if (bucketName !== undefined) {
      names[name] = bucketName;
    }
  }
  return pulumi.output(names);
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
