import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountOf } from "../aws/arns";
import { EDGE_REGION } from "../aws/regions";
import { checkTags, type Tags } from "../aws/tags";
import { ComponentInputError, type Problem } from "../errors";
import { checkEndpoint } from "./check-endpoint";
import { createVpcOrigin } from "./create-vpc-origin";
import type { VpcOriginEndpointArgs } from "./vpc-origin-args";

export interface SharedVpcOriginArgs {
  /** The server. */
  endpoint: VpcOriginEndpointArgs;
  /**
   * Accounts, organizational units or organizations (by ARN) whose distributions may use it. Accounts outside the organization accept the
   * share within 12 hours, in us-east-1. @default - this account only
   */
  shareWith?: pulumi.Input<string>[];
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
    const { endpoint, tags } = args;
    const settings = { parent: this, component: "SharedVpcOrigin", path: "endpoint", endpoint, tags };
    const { vpcOrigin, ready } = createVpcOrigin(name, settings);
    share(name, vpcOrigin, args, this);

    this.vpcOriginId = pulumi.all([vpcOrigin.id, ...ready.map((resource) => resource.urn)]).apply(([id]) => id ?? "");
    this.ownerAccountId = vpcOrigin.arn.apply((arn) => accountOf(arn).account);
    this.registerOutputs({ vpcOriginId: this.vpcOriginId, ownerAccountId: this.ownerAccountId });
  }
}

/** AWS RAM shares what is global from one Region. */
function share(
  name: string,
  vpcOrigin: aws.cloudfront.VpcOrigin,
  { shareWith, tags }: SharedVpcOriginArgs,
  parent: pulumi.Resource,
): void {
  if (shareWith === undefined) {
    return;
  }
  const region = EDGE_REGION;
  const resourceShare = new aws.ram.ResourceShare(`${name}-share`, { region, tags }, { parent });
  const resourceShareArn = resourceShare.arn;
  new aws.ram.ResourceAssociation(
    `${name}-share-vpc-origin`,
    { region, resourceShareArn, resourceArn: vpcOrigin.arn },
    { parent },
  );
  for (const [index, principal] of shareWith.entries()) {
    new aws.ram.PrincipalAssociation(
      `${name}-share-principal-${index + 1}`,
      { region, resourceShareArn, principal },
      { parent },
    );
  }
}

function validate(name: string, args: Partial<SharedVpcOriginArgs> | undefined): void {
  const { endpoint, shareWith, tags } = args ?? {};
  const problems: Problem[] = [
    ...(endpoint === undefined ? [{ path: "endpoint", must: "be given" }] : checkEndpoint("endpoint", endpoint)),
    ...(shareWith ?? []).flatMap((principal, index) =>
      typeof principal === "string" &&
      !/^(\d{12}|arn:[^:]+:organizations::\d{12}:(ou|organization)\/.+)$/.test(principal)
        ? [
            {
              path: `shareWith[${index}]`,
              must: "be an account id or the ARN of an organization or unit",
              got: principal,
            },
          ]
        : [],
    ),
    ...checkTags("tags", tags),
  ];
  if (problems.length > 0) {
    throw new ComponentInputError("SharedVpcOrigin", name, problems);
  }
}
