import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../../errors";
import { checkText } from "../../inputs";
import type { OriginScope } from "./origin";

/** The legacy principal of a distribution in bucket policies. An `aws.cloudfront.OriginAccessIdentity` fits as it is. */
export interface OriginAccessIdentity {
  /** `origin-access-identity/cloudfront/<id>`. */
  cloudfrontAccessIdentityPath: pulumi.Input<string>;
  /** `arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity <id>`. */
  iamArn: pulumi.Input<string>;
}

const PATH_PREFIX = "origin-access-identity/cloudfront/";

/** What a program without a compiler may have left out, and the id in place of the path. */
export function checkIdentity(path: string, identity: OriginAccessIdentity | null): Problem[] {
  const identityPath = identity?.cloudfrontAccessIdentityPath;
  return [
    ...checkText(`${path}.cloudfrontAccessIdentityPath`, identityPath),
    ...checkText(`${path}.iamArn`, identity?.iamArn),
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
