import type * as pulumi from "@pulumi/pulumi";
import type { Tags } from "../aws/tags";

/** What every part of a private API origin needs to know of the whole. */
export interface PrivateApiOriginScope {
  readonly parent: pulumi.Resource;
  /** Children are named `${name}-<role>`. */
  readonly name: string;
  readonly retentionDays: number;
  readonly deletionProtection: boolean;
  readonly tags: Tags | undefined;
}
