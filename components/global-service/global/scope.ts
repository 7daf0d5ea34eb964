import type * as pulumi from "@pulumi/pulumi";
import type { GlobalServiceConfig } from "../config";

/** What every part of the global tier needs to know. */
export interface GlobalScope {
  readonly parent: pulumi.Resource;
  /** Children are named `${name}-<role>`. */
  readonly name: string;
  readonly config: GlobalServiceConfig;
}
