import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { EDGE_REGION } from "../aws/regions";
import type { Tags } from "../aws/tags";
import type { Problem } from "../errors";

export interface ShareSettings {
  readonly parent: pulumi.Resource;
  /** Accounts, organizational units or organizations. Nobody else without. */
  readonly shareWith: pulumi.Input<string>[] | undefined;
  readonly tags: Tags | undefined;
}

/** Lets other accounts' distributions use a VPC origin. AWS RAM shares what is global from one Region. */
export function shareVpcOrigin(
  name: string,
  vpcOrigin: aws.cloudfront.VpcOrigin,
  { parent, shareWith, tags }: ShareSettings,
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

export function checkShare(path: string, shareWith: pulumi.Input<string>[] | undefined): Problem[] {
  return (shareWith ?? []).flatMap((principal, index) =>
    typeof principal === "string" && !/^(\d{12}|arn:[^:]+:organizations::\d{12}:(ou|organization)\/.+)$/.test(principal)
      ? [{ path: `${path}[${index}]`, must: "be an account id or the ARN of an organization or unit", got: principal }]
      : [],
  );
}
