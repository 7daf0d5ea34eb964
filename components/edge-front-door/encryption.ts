import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountOf } from "../aws/arns";
import {
  allowAccountAdministration,
  allowCloudFrontKey,
  allowLogDeliveryEncryption,
  type PolicyStatement,
  policyDocument,
} from "../aws/iam-documents";
import { ENCRYPTION_KEY_DEFAULTS } from "./defaults";
import type { EncryptionKeyUse, RequiredGrant } from "./origins/origin";
import type { FrontDoorScope } from "./scope";

export const EncryptionMode = {
  /** Keys that S3 owns. Free. */
  SseS3: "SSE-S3",
  /** A customer managed key of AWS KMS: its use is logged and can be revoked. */
  SseKms: "SSE-KMS",
} as const;
export type EncryptionMode = (typeof EncryptionMode)[keyof typeof EncryptionMode];

export type EncryptionPlan =
  | { readonly kind: "s3" }
  | { readonly kind: "new-key" }
  | { readonly kind: "existing-key"; readonly keyArn: pulumi.Input<string> };

export function planEncryption(
  mode: EncryptionMode | undefined,
  keyArn: pulumi.Input<string> | undefined,
): EncryptionPlan {
  if (keyArn !== undefined) {
    return { kind: "existing-key", keyArn };
  }
  return mode === EncryptionMode.SseKms ? { kind: "new-key" } : { kind: "s3" };
}

/** The key behind the buckets. `key` is there only when this front door owns it. */
export interface EncryptionKey {
  readonly arn: pulumi.Input<string> | undefined;
  readonly key: aws.kms.Key | undefined;
}

/** Creates the key without a policy: that names the distribution, which needs the bucket, which needs the key. */
export function createEncryptionKey(scope: FrontDoorScope, plan: EncryptionPlan): EncryptionKey {
  switch (plan.kind) {
    case "s3":
      return { arn: undefined, key: undefined };
    case "existing-key":
      return { arn: plan.keyArn, key: undefined };
    case "new-key": {
      const { parent, name, deletionProtection, tags } = scope;
      const key = new aws.kms.Key(
        `${name}-key`,
        {
          description: `Encrypts the buckets of ${name}`,
          enableKeyRotation: true,
          deletionWindowInDays: ENCRYPTION_KEY_DEFAULTS.deletionWindowDays,
          tags,
        },
        { parent, protect: deletionProtection || undefined },
      );
      return { arn: key.arn, key };
    }
    default:
      return unreachable(plan);
  }
}

/** Who uses the key for what. */
export interface KeyUsers {
  readonly distributionArns: pulumi.Output<string>[];
  /** What the origins need of it. */
  readonly uses: readonly EncryptionKeyUse[];
  /** Log delivery writes into a bucket. */
  readonly logDelivery: boolean;
}

/** What may use the key: resources to wait for before relying on it, and grants that are somebody else's to make. */
export interface KeyAccess {
  readonly ready: pulumi.Resource[];
  readonly requiredGrants: pulumi.Output<RequiredGrant>[];
}

/** Lets distributions read through the key and log delivery write through it, naming exactly these distributions. */
export function openEncryptionKey(scope: FrontDoorScope, encryption: EncryptionKey, users: KeyUsers): KeyAccess {
  if (encryption.arn === undefined) {
    return { ready: [], requiredGrants: [] };
  }
  const arns = pulumi.all(users.distributionArns);
  const usage = arns.apply((distributionArns) => keyUsage(scope, users, distributionArns));
  if (encryption.key === undefined) {
    const isUsed = users.logDelivery || users.uses.some((use) => use !== "none");
    const grant = pulumi.output({ resourceArn: encryption.arn, statements: usage });
    return { ready: [], requiredGrants: isUsed ? [grant] : [] };
  }
  const keyPolicy = new aws.kms.KeyPolicy(
    `${scope.name}-key-policy`,
    {
      keyId: encryption.key.id,
      policy: pulumi
        .all([arns, usage])
        .apply(([distributionArns, statements]) =>
          policyDocument([allowAccountAdministration(accountOf(distributionArns[0] ?? "")), ...statements]),
        ),
    },
    { parent: scope.parent },
  );
  return { ready: [keyPolicy], requiredGrants: [] };
}

function keyUsage({ edgeRegion }: FrontDoorScope, users: KeyUsers, distributionArns: string[]): PolicyStatement[] {
  const writes = users.uses.includes("encrypt and decrypt");
  const reads = writes || users.uses.includes("decrypt");
  return [
    ...(reads ? [allowCloudFrontKey(distributionArns, writes)] : []),
    ...(users.logDelivery ? [allowLogDeliveryEncryption(edgeRegion, accountOf(distributionArns[0] ?? ""))] : []),
  ];
}

function unreachable(plan: never): never {
  throw new Error(`Unknown encryption plan ${JSON.stringify(plan)}`);
}
