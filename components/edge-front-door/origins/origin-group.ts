import { checkSound, list, number, object } from "../../argument-kinds";
import { Feature } from "../compatibility/features";
import { ORIGIN_GROUP_DEFAULTS } from "../defaults";
import { AllowedMethods } from "../routes/behavior-args";
import { checkOrigin, ORIGIN_KIND } from "./check-origin";
import type { Origin, OriginFeature } from "./origin";

export interface OriginGroupOptions {
  /** Asked first. */
  primary: Origin;
  /** Asked when the primary does not answer or answers with one of the status codes. */
  secondary: Origin;
  /** Add 403 for S3 origins: a missing file answers 403 there. @default [500, 502, 503, 504] */
  failoverStatusCodes?: number[];
}

/**
 * Two origins, the second for when the first fails. CloudFront asks the second only for GET, HEAD and OPTIONS, so these are the
 * methods a group takes. Before it does, it tries the first as often and as long as its `connectionAttempts` and
 * `connectionTimeoutSeconds` say: 30 seconds unless they say less.
 */
export function originGroup(options: OriginGroupOptions): Origin {
  const { primary, secondary, failoverStatusCodes } = options ?? {};
  return {
    options,
    members: [primary, secondary].filter(isOrigin),
    behavior: { ...primary?.behavior, allowedMethods: AllowedMethods.ReadAndOptions },
    features: [
      { feature: Feature.OriginGroup },
      ...featuresOf("primary", primary),
      ...featuresOf("secondary", secondary),
    ],
    check: (path, context) =>
      checkSound(path, options, KINDS, (sound) => [
        ...checkOrigin(`${path}.primary`, sound.primary, context),
        ...checkOrigin(`${path}.secondary`, sound.secondary, context),
        ...checkMembers(path, sound),
        ...checkStatusCodes(`${path}.failoverStatusCodes`, sound.failoverStatusCodes),
      ]),
    bind: ({ originId, bindMember }) => {
      const first = bindMember(primary);
      const second = bindMember(secondary, "secondary");
      const groupId = `${originId}-group`;
      return {
        targetOriginId: groupId,
        origins: [],
        originGroups: [
          {
            originId: groupId,
            failoverCriteria: { statusCodes: failoverStatusCodes ?? [...ORIGIN_GROUP_DEFAULTS.failoverStatusCodes] },
            members: [{ originId: first.targetOriginId }, { originId: second.targetOriginId }],
          },
        ],
        members: [first, second],
        bucketName: first.bucketName,
        encryptionKeyUse: "none",
        ready: [],
        openTo: () => [],
      };
    },
  };
}

const KINDS = object<OriginGroupOptions>({
  primary: ORIGIN_KIND,
  secondary: ORIGIN_KIND,
  failoverStatusCodes: list(number),
});

function isOrigin(value: Origin): boolean {
  return ORIGIN_KIND("", value).length === 0;
}

function featuresOf(member: string, origin: Origin): OriginFeature[] {
  return (isOrigin(origin) ? (origin.features ?? []) : []).map(({ feature, option }) => ({
    feature,
    option: option === undefined ? member : `${member}.${option}`,
  }));
}

function checkMembers(path: string, { primary, secondary }: Partial<OriginGroupOptions>) {
  const problems = [];
  if (primary === secondary && primary !== undefined) {
    problems.push({ path: `${path}.primary and ${path}.secondary`, must: "be different origins" });
  }
  for (const [member, origin] of Object.entries({ primary, secondary })) {
    if (origin?.features?.some(({ feature, option }) => feature === Feature.OriginGroup && option === undefined)) {
      problems.push({ path: `${path}.${member}`, must: "not be a group itself: a group has two origins" });
    }
  }
  return problems;
}

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
const STATUS_CODES = [400, 403, 404, 416, 429, 500, 502, 503, 504];

function checkStatusCodes(path: string, codes: readonly number[] | undefined) {
  if (codes === undefined) {
    return [];
  }
  const isDistinct = new Set(codes).size === codes.length;
  if (codes.length > 0 && isDistinct && codes.every((code) => STATUS_CODES.includes(code))) {
    return [];
  }
  return [{ path, must: `name some of ${STATUS_CODES.join(", ")}, each once`, got: codes }];
}
