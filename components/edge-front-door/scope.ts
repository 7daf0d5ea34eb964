import type * as pulumi from "@pulumi/pulumi";
import type { Tags } from "../aws/tags";

/** What every part of a front door needs to know of the whole. */
export interface FrontDoorScope {
  readonly parent: pulumi.Resource;
  /** Children are named `${name}-<role>`. */
  readonly name: string;
  /** Where certificate, web ACL, Lambda@Edge and log deliveries live. */
  readonly edgeRegion: string;
  readonly deletionProtection: boolean;
  /** Days that logs are kept. */
  readonly retentionDays: number;
  readonly tags: Tags | undefined;
}
