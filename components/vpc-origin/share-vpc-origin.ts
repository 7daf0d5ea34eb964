import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { EDGE_REGION } from "../aws/regions";
import type { Tags } from "../aws/tags";
import type { Problem } from "../errors";

export interface ShareSettings {
  readonly parent: pulumi.Resource;
  /** Accounts, organizational units or organizations. Nobody else without. */
  readonly shareWith: readonly string[] | undefined;
  /** Whether accounts outside of the organization may be among them. @default false */
  readonly allowExternalPrincipals?: boolean;
  readonly tags: Tags | undefined;
}

/** Lets other accounts' distributions use a VPC origin. AWS RAM shares what is global from one Region. */
export function shareVpcOrigin(
  name: string,
  vpcOrigin: aws.cloudfront.VpcOrigin,
  { parent, shareWith = [], allowExternalPrincipals = false, tags }: ShareSettings,
): void {
  if (shareWith.length === 0) {
    return;
  }
  const region = EDGE_REGION;
  const resourceShare = new aws.ram.ResourceShare(
    `${name}-share`,
    { region, allowExternalPrincipals, tags },
    { parent },
  );
  const resourceShareArn = resourceShare.arn;
  new aws.ram.ResourceAssociation(
    `${name}-share-vpc-origin`,
    { region, resourceShareArn, resourceArn: vpcOrigin.arn },
    { parent },
  );
  for (const principal of shareWith) {
    new aws.ram.PrincipalAssociation(
      // Not by its place: whoever moved up in the list would be associated anew and then lose the old association, which is the same one.
      `${name}-share-${principal.split("/").at(-1)}`,
      { region, resourceShareArn, principal },
      { parent },
    );
  }
}

const PRINCIPAL = /^(\d{12}|arn:[^:]+:organizations::\d{12}:(ou|organization)\/.+)$/;

/** Principals name resources, so they are plain texts and each is there once. */
export function checkShare(path: string, shareWith: readonly string[] = []): Problem[] {
  return shareWith.flatMap((got, index) => {
    const at = `${path}[${index}]`;
    if (!PRINCIPAL.test(got)) {
      return [{ path: at, must: "be an account id or the ARN of an organization or unit", got }];
    }
    return shareWith.indexOf(got) < index ? [{ path: at, must: "not be given twice", got }] : [];
  });
}
