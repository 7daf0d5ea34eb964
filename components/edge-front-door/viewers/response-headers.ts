import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { RESPONSE_HEADERS_DEFAULTS } from "../defaults";
import type { FrontDoorScope } from "../scope";

export const FrameOption = { Deny: "DENY", SameOrigin: "SAMEORIGIN" } as const;
export type FrameOption = (typeof FrameOption)[keyof typeof FrameOption];

/** https://www.w3.org/TR/referrer-policy/ */
export const ReferrerPolicy = {
  NoReferrer: "no-referrer",
  NoReferrerWhenDowngrade: "no-referrer-when-downgrade",
  Origin: "origin",
  OriginWhenCrossOrigin: "origin-when-cross-origin",
  SameOrigin: "same-origin",
  StrictOrigin: "strict-origin",
  StrictOriginWhenCrossOrigin: "strict-origin-when-cross-origin",
  UnsafeUrl: "unsafe-url",
} as const;
export type ReferrerPolicy = (typeof ReferrerPolicy)[keyof typeof ReferrerPolicy];

/**
 * Headers of every answer. What is given replaces what the origin says. What is left out is as in CloudFront's managed security headers,
 * without the obsolete `X-XSS-Protection`: the origin's own is kept, but for `X-Content-Type-Options`.
 */
export interface ResponseHeadersArgs {
  /** At most 1,783 characters. @default - none */
  contentSecurityPolicy?: string;
  /** @default FrameOption.SameOrigin */
  frameOption?: FrameOption;
  /** @default ReferrerPolicy.StrictOriginWhenCrossOrigin */
  referrerPolicy?: ReferrerPolicy;
  /** Seconds that browsers remember to use HTTPS only. @default 31536000, a year */
  hstsMaxAgeSeconds?: number;
  /** HSTS holds for all names below this one, too. @default false */
  hstsIncludeSubdomains?: boolean;
  /** Set whatever the origin says. At most 10. @default - none */
  customHeaders?: Record<string, pulumi.Input<string>>;
  /** Removed from the origin's answers, such as `server`. At most 10. @default - none */
  removedHeaders?: string[];
  /** Pages of these origins may call, such as `https://app.example.com`. Answers preflight requests. @default - pages of the same origin */
  corsOrigins?: string[];
}

/** A policy of the front door's own: CloudFront allows 20 in an account. */
export function createResponseHeaders(
  { parent, name }: FrontDoorScope,
  headers: ResponseHeadersArgs,
): pulumi.Output<string> {
  const { frameOption, referrerPolicy, hstsMaxAgeSeconds, hstsIncludeSubdomains } = headers;
  const custom = Object.entries(headers.customHeaders ?? {});
  const removed = headers.removedHeaders ?? [];
  return new aws.cloudfront.ResponseHeadersPolicy(
    `${name}-response-headers`,
    {
      comment: `Headers of ${name}`,
      securityHeadersConfig: {
        contentSecurityPolicy:
          headers.contentSecurityPolicy === undefined
            ? undefined
            : { contentSecurityPolicy: headers.contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        // A default must not weaken what the origin says, such as DENY.
        frameOptions: { frameOption: frameOption ?? FrameOption.SameOrigin, override: frameOption !== undefined },
        referrerPolicy: {
          referrerPolicy: referrerPolicy ?? ReferrerPolicy.StrictOriginWhenCrossOrigin,
          override: referrerPolicy !== undefined,
        },
        strictTransportSecurity: {
          accessControlMaxAgeSec: hstsMaxAgeSeconds ?? RESPONSE_HEADERS_DEFAULTS.hstsMaxAgeSeconds,
          includeSubdomains: hstsIncludeSubdomains ?? false,
          override: hstsMaxAgeSeconds !== undefined || hstsIncludeSubdomains !== undefined,
        },
      },
      customHeadersConfig:
        custom.length > 0 ? { items: custom.map(([header, value]) => ({ header, value, override: true })) } : undefined,
      removeHeadersConfig: removed.length > 0 ? { items: removed.map((header) => ({ header })) } : undefined,
      corsConfig: headers.corsOrigins === undefined ? undefined : describeCors(headers.corsOrigins),
    },
    { parent },
  ).id;
}

function describeCors(origins: readonly string[]): aws.types.input.cloudfront.ResponseHeadersPolicyCorsConfig {
  return {
    accessControlAllowOrigins: { items: [...origins] },
    accessControlAllowMethods: { items: ["ALL"] },
    accessControlAllowHeaders: { items: ["*"] },
    accessControlAllowCredentials: false,
    accessControlMaxAgeSec: RESPONSE_HEADERS_DEFAULTS.preflightMaxAgeSeconds,
    originOverride: true,
  };
}
