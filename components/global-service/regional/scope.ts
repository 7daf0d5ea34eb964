import type * as pulumi from "@pulumi/pulumi";
import type { GlobalServiceConfig } from "../config";
import type { ServiceRegionArgs } from "../global-service-args";

/** What every part of one Region needs to know. */
export interface RegionalScope {
  readonly parent: pulumi.Resource;
  /** `<service>-<region>`: children are named `${name}-<role>`. */
  readonly name: string;
  readonly place: ServiceRegionArgs;
  readonly config: GlobalServiceConfig;
}
