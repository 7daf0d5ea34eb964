import type * as pulumi from "@pulumi/pulumi";
import type { Tags } from "../../aws/tags";
import type { Problem } from "../../errors";

/** A private REST API. It knows how to check and create itself, so the component treats all kinds alike. */
export interface PrivateApi {
  /** What it was made from: shown among the inputs of the component, and in their changes. */
  readonly options: object;
  /** Everything wrong with its options, with `path` in front of each argument's name. `stackRegion` may not be known yet. */
  check(path: string, stackRegion?: string): Problem[];
  /** Creates it, closed to everything but the endpoint. */
  bind(scope: PrivateApiScope): BoundApi;
}

export interface PrivateApiScope {
  readonly parent: pulumi.Resource;
  /** Children are named `${name}-<role>`. */
  readonly name: string;
  /** Name of the component and path of the argument, for errors about values that are known late. */
  readonly argument: { readonly of: string; readonly path: string };
  readonly vpcEndpointId: pulumi.Input<string>;
  /** What must exist before logs can be written. */
  readonly logsReady: readonly pulumi.Resource[];
  readonly retentionDays: number;
  readonly deletionProtection: boolean;
  readonly tags: Tags | undefined;
}

export interface BoundApi {
  readonly restApiId: pulumi.Output<string>;
  /** Where the API is: in its host name. */
  readonly region: pulumi.Output<string>;
  readonly stageName: string;
  /** `arn:aws:execute-api:<region>:<account>:<api>`: what the endpoint's policy names. */
  readonly executionArn: pulumi.Output<string>;
  /** Its owner writes the resource policy, and must let the endpoint in. */
  readonly policyIsElsewhere: boolean;
  /** What must exist before it answers. */
  readonly ready: readonly pulumi.Resource[];
}
