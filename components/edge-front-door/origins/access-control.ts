import * as aws from "@pulumi/aws";
import type { OriginScope } from "./origin";

export const SigningBehavior = {
  Always: "always",
  /** Signs only requests without an `Authorization` header. */
  NoOverride: "no-override",
} as const;
export type SigningBehavior = (typeof SigningBehavior)[keyof typeof SigningBehavior];

const SIGNED_FOR = { s3: "bucket", lambda: "function", mediapackagev2: "channel" } as const;

/** Lets CloudFront sign its requests to the origin. The type must fit: with a wrong one creation hangs (hashicorp/terraform-provider-aws#26850). */
export function createAccessControl(
  { parent, name }: OriginScope,
  type: keyof typeof SIGNED_FOR,
  signingBehavior: SigningBehavior = SigningBehavior.Always,
): aws.cloudfront.OriginAccessControl {
  return new aws.cloudfront.OriginAccessControl(
    `${name}-oac`,
    {
      description: `Signs requests of ${name} to its ${SIGNED_FOR[type]}`,
      originAccessControlOriginType: type,
      signingBehavior,
      signingProtocol: "sigv4",
    },
    { parent },
  );
}
