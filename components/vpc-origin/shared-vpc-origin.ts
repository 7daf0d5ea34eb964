import * as pulumi from "@pulumi/pulumi";
import { checkSound } from "../argument-kinds";
import { accountOf } from "../aws/arns";
import { checkTags, type Tags } from "../aws/tags";
import { ComponentInputError, type Problem } from "../errors";
import { afterAll } from "../ordering";
import { checkEndpoint } from "./check-endpoint";
import { createVpcOrigin } from "./create-vpc-origin";
import { SHARED_VPC_ORIGIN_KINDS } from "./kinds-of-arguments";
import { checkShare, shareVpcOrigin } from "./share-vpc-origin";
import type { VpcOriginEndpointArgs } from "./vpc-origin-args";

export interface SharedVpcOriginArgs {
  /** The server. */
  endpoint: VpcOriginEndpointArgs;
  /**
   * Accounts, and organizational units or organizations by their ARNs, whose distributions may use it. Each names a child.
   * @default - this account only
   */
  shareWith?: string[];
  /**
   * Whether accounts outside of the organization may be among them. They accept the share within 12 hours, in us-east-1.
   * @default false
   */
  allowExternalPrincipals?: boolean;
  /** @default - none */
  tags?: Tags;
}

/**
 * A VPC origin for several front doors, of this account and of others. An account has 25 of them, and each serves 50 distributions.
 *
 * ```ts
 * const orders = new SharedVpcOrigin("orders", { endpoint: { loadBalancer, securityGroupId, internetGatewayId } });
 * new EdgeFrontDoor("shop", { origin: vpcOrigin({ existing: orders, domainName: "orders.example.com" }) });
 * ```
 */
export class SharedVpcOrigin extends pulumi.ComponentResource {
  static readonly __pulumiType = "causeway:index:SharedVpcOrigin";

  /** What distributions refer to: known once the server can be reached. */
  public readonly vpcOriginId: pulumi.Output<string>;
  /** The account that other accounts' distributions name. */
  public readonly ownerAccountId: pulumi.Output<string>;

  constructor(name: string, args: SharedVpcOriginArgs, opts?: pulumi.ComponentResourceOptions) {
    validate(name, args);
    super(SharedVpcOrigin.__pulumiType, name, args, opts);
    const { endpoint, shareWith, allowExternalPrincipals, tags } = args;
    const { vpcOrigin, ready } = createVpcOrigin(name, { parent: this, endpoint, tags });
    shareVpcOrigin(name, vpcOrigin, { parent: this, shareWith, allowExternalPrincipals, tags });

    this.vpcOriginId = afterAll(vpcOrigin.id, ready);
    this.ownerAccountId = vpcOrigin.arn.apply((arn) => accountOf(arn).account);
    this.registerOutputs({ vpcOriginId: this.vpcOriginId, ownerAccountId: this.ownerAccountId });
  }
}

function validate(name: string, args: Partial<SharedVpcOriginArgs> = {}): void {
  const problems = checkSound("", args, SHARED_VPC_ORIGIN_KINDS, (sound) => checkArguments(name, sound));
  if (problems.length > 0) {
    throw new ComponentInputError("SharedVpcOrigin", name, problems);
  }
}

function checkArguments(name: string, args: Partial<SharedVpcOriginArgs>): Problem[] {
  const { endpoint, shareWith, allowExternalPrincipals, tags } = args;
  return [
    ...checkName(name),
    ...(endpoint === undefined ? [{ path: "endpoint", must: "be given" }] : checkEndpoint("endpoint", endpoint)),
    ...checkShare("shareWith", shareWith),
    ...(allowExternalPrincipals === true && shareWith === undefined
      ? [{ path: "allowExternalPrincipals and shareWith", must: "be given together" }]
      : []),
    ...checkTags("tags", tags),
  ];
}

function checkName(name: string): Problem[] {
  const must = "be letters, digits, hyphens and underscores: the VPC origin's name begins with it";
  return typeof name === "string" && /^[A-Za-z0-9_-]+$/.test(name)
    ? []
    : [{ path: "name", must, got: name, use: '"orders"' }];
}
