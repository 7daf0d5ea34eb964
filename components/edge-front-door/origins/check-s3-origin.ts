import { checkMember, checkRange } from "../../argument-checks";
import { anyObject, checkSound, flag, list, number, object, orLater, text } from "../../argument-kinds";
import type { Problem } from "../../errors";
import { LIMITS } from "../compatibility/quotas";
import { CUSTOM_ORIGIN_DEFAULTS } from "../defaults";
import { checkConnection } from "./connection";
import { checkExistingBucket, EXISTING_BUCKET_KINDS } from "./existing-bucket";
import { CONNECTION_OPTIONS } from "./kinds-of-options";
import type { OriginCheckContext } from "./origin";
import { checkIdentity, IDENTITY_KINDS } from "./origin-access-identity";
import { BucketAccess, OriginAccessPhase } from "./s3-access";
import type { S3OriginOptions } from "./s3-origin";

const KINDS = object<S3OriginOptions>({
  ...CONNECTION_OPTIONS,
  existingBucket: EXISTING_BUCKET_KINDS,
  manageBucketPolicy: flag,
  extraStatements: orLater(list(anyObject)),
  access: list(text),
  originAccessPhase: text,
  originAccessIdentity: IDENTITY_KINDS,
  noncurrentVersionRetentionDays: number,
});

export function checkS3Origin(path: string, given: S3OriginOptions, context: OriginCheckContext): Problem[] {
  return checkSound(path, given, KINDS, (sound) => [
    ...checkOptions(path, sound, context),
    ...checkOwnership(path, sound, given?.existingBucket === undefined),
    ...checkPhase(path, sound),
  ]);
}

function checkOptions(path: string, options: S3OriginOptions, context: OriginCheckContext): Problem[] {
  const { existingBucket, access, originAccessPhase, originAccessIdentity, noncurrentVersionRetentionDays } = options;
  return [
    ...checkConnection(path, options, context, CUSTOM_ORIGIN_DEFAULTS.readTimeoutSeconds),
    ...checkRange(
      `${path}.noncurrentVersionRetentionDays`,
      noncurrentVersionRetentionDays,
      LIMITS.noncurrentVersionDays,
    ),
    ...(access ?? []).flatMap((level, index) => checkMember(`${path}.access[${index}]`, level, BucketAccess)),
    ...checkMember(`${path}.originAccessPhase`, originAccessPhase, OriginAccessPhase),
    ...(existingBucket !== undefined ? checkExistingBucket(`${path}.existingBucket`, existingBucket) : []),
    ...(originAccessIdentity === undefined ? [] : checkIdentity(`${path}.originAccessIdentity`, originAccessIdentity)),
  ];
}

/** What belongs to the owner of a bucket is not the front door's to set. */
function checkOwnership(path: string, options: S3OriginOptions, isNew: boolean): Problem[] {
  const { existingBucket, manageBucketPolicy, extraStatements, noncurrentVersionRetentionDays } = options;
  const problems: Problem[] = [];
  if (isNew && manageBucketPolicy === false) {
    problems.push({
      path: `${path}.manageBucketPolicy`,
      must: "be true unless existingBucket is given: nobody else could open a new bucket",
      got: false,
    });
  }
  if (existingBucket !== undefined && noncurrentVersionRetentionDays !== undefined) {
    problems.push({
      path: `${path}.noncurrentVersionRetentionDays`,
      must: "be left out when existingBucket is given: its owner decides",
    });
  }
  if (manageBucketPolicy === false && extraStatements !== undefined) {
    problems.push({
      path: `${path}.extraStatements`,
      must: "be left out when manageBucketPolicy is false: the front door writes no policy",
    });
  }
  if (existingBucket?.ownerAccountId !== undefined && manageBucketPolicy !== false) {
    problems.push({
      path: `${path}.manageBucketPolicy and ${path}.existingBucket.ownerAccountId`,
      must: "not contradict each other: only the account that owns the bucket can write its policy",
      got: manageBucketPolicy ?? true,
      use: "manageBucketPolicy: false, and give its owner what requiredGrants says",
    });
  }
  return problems;
}

function checkPhase(path: string, options: S3OriginOptions): Problem[] {
  const { originAccessPhase, originAccessIdentity, access } = options;
  const problems: Problem[] = [];
  if (originAccessIdentity !== undefined && (originAccessPhase ?? OriginAccessPhase.Oac) === OriginAccessPhase.Oac) {
    problems.push({
      path: `${path}.originAccessIdentity and ${path}.originAccessPhase`,
      must: `not contradict each other: in phase "${OriginAccessPhase.Oac}" nothing reads through an identity`,
      got: originAccessPhase,
    });
  }
  const isWithIdentity =
    originAccessPhase === OriginAccessPhase.Oai || originAccessPhase === OriginAccessPhase.AllowBoth;
  if (isWithIdentity && (access?.length ?? 0) > 0) {
    problems.push({
      path: `${path}.access and ${path}.originAccessPhase`,
      must: "not contradict each other: through an identity the front door only reads",
      got: originAccessPhase,
    });
  }
  return problems;
}
