import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { EdgeFrontDoorConfig } from "../config";
import type { EncryptionKey } from "../encryption";
import type { BoundOrigin, Origin, RequiredGrant } from "./origin";

/** Creates what each origin needs before the distribution. An origin that serves several routes is bound once. */
export function bindOrigins(
  config: EdgeFrontDoorConfig,
  encryption: EncryptionKey,
  parent: pulumi.Resource,
): Map<Origin, BoundOrigin> {
  const bound = new Map<Origin, BoundOrigin>();
  const bind = (origin: Origin, originId: string, namePrefix: string): void => {
    if (!bound.has(origin)) {
      const { deletionProtection, tags } = config;
      const scope = { parent, namePrefix, originId, encryptionKeyArn: encryption.arn, deletionProtection, tags };
      bound.set(origin, origin.bind(scope));
    }
  };
  bind(config.origin, "default", config.name);
  for (const route of config.routes) {
    bind(route.origin, `route-${route.name}`, `${config.name}-route-${route.name}`);
  }
  return bound;
}

/** Lets the distribution into every origin. */
export function openOrigins(
  origins: ReadonlyMap<Origin, BoundOrigin>,
  distribution: aws.cloudfront.Distribution,
): pulumi.Output<RequiredGrant>[] {
  return [...origins.values()].flatMap((origin) => origin.openTo(distribution));
}
