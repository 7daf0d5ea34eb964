// Who may do what in a bucket behind a front door, as statements of policies. Pure.

import {
  allowCloudFrontBucket,
  allowIdentityRead,
  denyInsecureTransport,
  type PolicyStatement,
} from "../../aws/iam-documents";

/** What the front door may do in the bucket beside reading objects. */
export const BucketAccess = {
  /** A missing file answers 404 instead of 403. Without a default root object `/` then lists the bucket. */
  List: "list",
  /** Viewers upload with PUT. Let them in with key groups only. */
  Write: "write",
  Delete: "delete",
} as const;
export type BucketAccess = (typeof BucketAccess)[keyof typeof BucketAccess];

/**
 * The way from an origin access identity (OAI) to origin access control (OAC) without an error on the way: one deployment a
 * phase, in this order. A jump would change the distribution before the bucket policy, and edge locations would get 403.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html#migrate-from-oai-to-oac
 */
export const OriginAccessPhase = {
  /** As before the migration: the identity reads. */
  Oai: "oai",
  /** The identity still reads, and the bucket lets both in. */
  AllowBoth: "allowBoth",
  /** Requests are signed with access control; edge locations that do not know yet still get in as the identity. */
  SwitchOrigin: "switchOrigin",
  /** Access control alone. The end, and what new front doors have. */
  Oac: "oac",
} as const;
export type OriginAccessPhase = (typeof OriginAccessPhase)[keyof typeof OriginAccessPhase];

export function usesIdentity(phase: OriginAccessPhase): boolean {
  return phase !== OriginAccessPhase.Oac;
}

export function usesAccessControl(phase: OriginAccessPhase): boolean {
  return phase !== OriginAccessPhase.Oai;
}

/** Whether the distribution's requests are signed with access control; otherwise it names the identity. */
export function signsRequests(phase: OriginAccessPhase): boolean {
  return phase === OriginAccessPhase.SwitchOrigin || phase === OriginAccessPhase.Oac;
}

export interface BucketReaders {
  readonly bucketArn: string;
  readonly distributionArns: readonly string[];
  /** ARN of the identity, in the phases that have one. */
  readonly identityArn: string | undefined;
}

/** What the bucket's policy must say. */
export function bucketStatements(
  { bucketArn, distributionArns, identityArn }: BucketReaders,
  phase: OriginAccessPhase,
  access: readonly BucketAccess[],
): PolicyStatement[] {
  return [
    ...(usesAccessControl(phase)
      ? allowCloudFrontBucket(bucketArn, distributionArns, objectActions(access), access.includes(BucketAccess.List))
      : []),
    ...(usesIdentity(phase) && identityArn !== undefined ? [allowIdentityRead(bucketArn, identityArn)] : []),
    denyInsecureTransport(bucketArn),
  ];
}

function objectActions(access: readonly BucketAccess[]): string[] {
  return [
    "s3:GetObject",
    ...(access.includes(BucketAccess.Write) ? ["s3:PutObject"] : []),
    ...(access.includes(BucketAccess.Delete) ? ["s3:DeleteObject"] : []),
  ];
}
