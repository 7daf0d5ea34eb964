import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { checkMember, checkRange } from "../../argument-checks";
import type { Problem } from "../../errors";
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

/** Headers of every answer. What is left out is as in CloudFront's managed security headers, without the obsolete `X-XSS-Protection`. */
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
        frameOptions: { frameOption: headers.frameOption ?? FrameOption.SameOrigin, override: true },
        referrerPolicy: {
          referrerPolicy: headers.referrerPolicy ?? ReferrerPolicy.StrictOriginWhenCrossOrigin,
          override: true,
        },
        strictTransportSecurity: {
          accessControlMaxAgeSec: headers.hstsMaxAgeSeconds ?? RESPONSE_HEADERS_DEFAULTS.hstsMaxAgeSeconds,
          includeSubdomains: headers.hstsIncludeSubdomains ?? false,
          override: true,
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

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-policies
const MOST_CHARACTERS = 1_783;
const MOST_HEADERS = 10;

export function checkResponseHeaders(path: string, headers: ResponseHeadersArgs): Problem[] {
  const { contentSecurityPolicy, customHeaders, removedHeaders, corsOrigins } = headers;
  const problems: Problem[] = [
    ...checkMember(`${path}.frameOption`, headers.frameOption, FrameOption),
    ...checkMember(`${path}.referrerPolicy`, headers.referrerPolicy, ReferrerPolicy),
    ...checkRange(`${path}.hstsMaxAgeSeconds`, headers.hstsMaxAgeSeconds, { min: 0, max: 2_147_483_647 }),
  ];
  if ((contentSecurityPolicy?.length ?? 0) > MOST_CHARACTERS) {
    problems.push({
      path: `${path}.contentSecurityPolicy`,
      must: `have at most ${MOST_CHARACTERS} characters`,
      got: contentSecurityPolicy?.length,
    });
  }
  for (const [argument, names] of [
    ["customHeaders", Object.keys(customHeaders ?? {})],
    ["removedHeaders", removedHeaders ?? []],
  ] as const) {
    if (names.length > MOST_HEADERS) {
      problems.push({ path: `${path}.${argument}`, must: `have at most ${MOST_HEADERS} headers`, got: names.length });
    }
    for (const name of names.filter((each) => !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(each))) {
      problems.push({ path: `${path}.${argument}`, must: "have HTTP header names", got: name });
    }
  }
  for (const [index, origin] of (corsOrigins ?? []).entries()) {
    if (!/^(\*|https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?)$/.test(origin)) {
      problems.push({
        path: `${path}.corsOrigins[${index}]`,
        must: "be an origin: scheme and host, without a path",
        got: origin,
        use: '"https://app.example.com"',
      });
    }
  }
  return problems;
}
