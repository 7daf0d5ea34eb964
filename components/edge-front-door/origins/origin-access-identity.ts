import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { OriginScope } from "./origin";

/** The legacy principal of a distribution in bucket policies. An `aws.cloudfront.OriginAccessIdentity` fits as it is. */
export interface OriginAccessIdentity {
  /** `origin-access-identity/cloudfront/<id>`. */
  cloudfrontAccessIdentityPath: pulumi.Input<string>;
  /** `arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity <id>`. */
  iamArn: pulumi.Input<string>;
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
