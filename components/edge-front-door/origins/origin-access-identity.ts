import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { checkGiven } from "../../argument-checks";
import { input, object } from "../../argument-kinds";
import type { Problem } from "../../errors";
import type { OriginScope } from "./origin";

/** The legacy principal of a distribution in bucket policies. An `aws.cloudfront.OriginAccessIdentity` fits as it is. */
export interface OriginAccessIdentity {
  /** `origin-access-identity/cloudfront/<id>`. */
  cloudfrontAccessIdentityPath: pulumi.Input<string>;
  /** `arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity <id>`. */
  iamArn: pulumi.Input<string>;
}

const PATH_PREFIX = "origin-access-identity/cloudfront/";

export const IDENTITY_KINDS = object<OriginAccessIdentity>({ cloudfrontAccessIdentityPath: input, iamArn: input });

/** What a program without a compiler may have left out, and the id in place of the path. */
export function checkIdentity(path: string, identity: OriginAccessIdentity): Problem[] {
  const identityPath = identity.cloudfrontAccessIdentityPath;
  return [
    ...checkGiven(path, identity, ["cloudfrontAccessIdentityPath", "iamArn"]),
    ...(typeof identityPath === "string" && !identityPath.startsWith(PATH_PREFIX)
      ? [{ path: `${path}.cloudfrontAccessIdentityPath`, must: `begin with "${PATH_PREFIX}"`, got: identityPath }]
      : []),
  ];
}

/** The identity of the caller, or one made for a front door that is to have one for the time of a migration. */
export function createIdentity(
  { parent, name }: OriginScope,
  existing: OriginAccessIdentity | undefined,
): OriginAccessIdentity {
  return (
    existing ??
    new aws.cloudfront.OriginAccessIdentity(`${name}-oai`, { comment: `${name}, until it signs requests` }, { parent })
  );
}
