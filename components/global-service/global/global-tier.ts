import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { GlobalServiceConfig } from "../config";
import { createCertificates } from "./certificates";
import { createKeys } from "./keys";
import { createTables, type GlobalTable } from "./tables";

/** What is the same in every Region: the data, and the certificates of the one name by which the service is called. */
export class GlobalServiceGlobal extends pulumi.ComponentResource {
  static readonly __pulumiType = "causeway:index:GlobalServiceGlobal";

  /** By the name of the argument. */
  public readonly tables: ReadonlyMap<string, GlobalTable>;
  /** Issued certificates, by Region. */
  public readonly certificateArns: ReadonlyMap<string, pulumi.Output<string>>;

  constructor(
    name: string,
    config: GlobalServiceConfig,
    taskRole: aws.iam.Role,
    opts: pulumi.ComponentResourceOptions,
  ) {
    super(GlobalServiceGlobal.__pulumiType, name, {}, opts);
    const scope = { parent: this, name, config };
    const keys = createKeys(scope, taskRole.arn);
    this.tables = createTables(scope, keys, taskRole.name);
    this.certificateArns = createCertificates(scope);
    this.registerOutputs();
  }
}
