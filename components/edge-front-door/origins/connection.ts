// What origins of every kind have in common: how CloudFront connects and what it adds to a request.

import type * as pulumi from "@pulumi/pulumi";
import { checkRange } from "../../argument-checks";
import { isRegion } from "../../aws/regions";
import type { Problem } from "../../errors";
import { Feature } from "../compatibility/features";
import { LIMITS } from "../compatibility/quotas";
import { checkHeaders } from "./check-headers";
import type { DeclaredOrigin, OriginCheckContext, OriginFeature } from "./origin";
import { withoutParameters } from "./tenant-parameters";

export interface OriginConnection {
  /** Put in front of every request's path, such as a folder of a bucket or the stage of an API (`/prod`). @default - nothing */
  originPath?: string;
  /** Headers added to every request. Pass secrets as Pulumi secrets. At most 30. @default - none */
  customHeaders?: Record<string, pulumi.Input<string>>;
  /** How often CloudFront tries to connect, 1 to 3. Less fails over sooner. @default 3 */
  connectionAttempts?: number;
  /** Seconds for each attempt, 1 to 10. @default 10 */
  connectionTimeoutSeconds?: number;
  /** Seconds for a whole answer, retries included; at least the read timeout. @default - no limit */
  responseCompletionTimeoutSeconds?: number;
  /**
   * The Region nearest to the origin: all edge locations ask through one cache there, so the origin sees each miss once.
   * Costs per request. @default - none
   */
  originShieldRegion?: string;
}

export function describeConnection(
  options: OriginConnection,
): Pick<
  DeclaredOrigin,
  | "originPath"
  | "customHeaders"
  | "connectionAttempts"
  | "connectionTimeout"
  | "responseCompletionTimeout"
  | "originShield"
> {
  const headers = Object.entries(options.customHeaders ?? {}).map(([name, value]) => ({ name, value }));
  const shieldRegion = options.originShieldRegion;
  return {
    originPath: options.originPath,
    customHeaders: headers.length > 0 ? headers : undefined,
    connectionAttempts: options.connectionAttempts,
    connectionTimeout: options.connectionTimeoutSeconds,
    responseCompletionTimeout: options.responseCompletionTimeoutSeconds,
    originShield: shieldRegion === undefined ? undefined : { enabled: true, originShieldRegion: shieldRegion },
  };
}

export function connectionFeatures(options: OriginConnection): OriginFeature[] {
  const features: OriginFeature[] = [];
  if (options.originShieldRegion !== undefined) {
    features.push({ feature: Feature.OriginShield, option: "originShieldRegion" });
  }
  if (options.responseCompletionTimeoutSeconds !== undefined) {
    features.push({ feature: Feature.ResponseCompletionTimeout, option: "responseCompletionTimeoutSeconds" });
  }
  return features;
}

/** `readTimeoutSeconds` is what CloudFront uses for the origin, for the rule that a whole answer takes no less than its first packet. */
export function checkConnection(
  path: string,
  options: OriginConnection,
  context: OriginCheckContext,
  readTimeoutSeconds: number,
): Problem[] {
  const { responseCompletionTimeoutSeconds: completion, originShieldRegion } = options;
  const problems = [
    ...checkOriginPath(`${path}.originPath`, options.originPath, context),
    ...checkHeaders(`${path}.customHeaders`, options.customHeaders ?? {}, context.quotas),
    ...checkRange(`${path}.connectionAttempts`, options.connectionAttempts, LIMITS.connectionAttempts),
    ...checkRange(
      `${path}.connectionTimeoutSeconds`,
      options.connectionTimeoutSeconds,
      LIMITS.connectionTimeoutSeconds,
    ),
  ];
  if (completion !== undefined && !(Number.isInteger(completion) && completion >= readTimeoutSeconds)) {
    problems.push({
      path: `${path}.responseCompletionTimeoutSeconds`,
      must: `be a whole number of at least ${readTimeoutSeconds}, the read timeout: the whole answer takes no less than its first packet`,
      got: completion,
    });
  }
  if (originShieldRegion !== undefined && !isRegion(originShieldRegion)) {
    problems.push({
      path: `${path}.originShieldRegion`,
      must: "be a Region",
      got: originShieldRegion,
      use: '"eu-central-1"',
    });
  }
  return problems;
}

function checkOriginPath(path: string, originPath: string | undefined, context: OriginCheckContext): Problem[] {
  if (originPath === undefined) {
    return [];
  }
  const { text, problems } = withoutParameters(path, originPath, context);
  return /^\/.*[^/]$/.test(text)
    ? problems
    : [
        ...problems,
        { path, must: "start with / and not end with /", got: originPath, use: '"/prod", or leave it out' },
      ];
}
