import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { parseArn } from "../aws/arns";
import {
  allowAccountAdministration,
  allowCloudFrontDecrypt,
  allowLogDeliveryEncryption,
  type PolicyStatement,
  policyDocument,
} from "../aws/iam-documents";
import { AccessLogDestination } from "./args";
import type { EdgeFrontDoorConfig } from "./config";
import { ENCRYPTION_KEY_DEFAULTS } from "./defaults";
import type { RequiredGrant } from "./origins/origin";

/** The key behind the buckets. `key` is there only when this front door owns it. */
export interface EncryptionKey {
  readonly arn: pulumi.Input<string> | undefined;
  readonly key: aws.kms.Key | undefined;
}

/** Creates the key without a policy: that names the distribution, which needs the bucket, which needs the key. */
export function createEncryptionKey(config: EdgeFrontDoorConfig, parent: pulumi.Resource): EncryptionKey {
  const plan = config.encryption;
  switch (plan.kind) {
    case "s3":
      return { arn: undefined, key: undefined };
    case "existing-key":
      return { arn: plan.keyArn, key: undefined };
    case "new-key": {
      const key = new aws.kms.Key(
        `${config.name}-key`,
        {
          description: `Encrypts the buckets of ${config.name}`,
          enableKeyRotation: true,
          deletionWindowInDays: ENCRYPTION_KEY_DEFAULTS.deletionWindowDays,
          tags: config.tags,
        },
        { parent, protect: config.deletionProtection || undefined },
      );
      return { arn: key.arn, key };
    }
    default:
      return unreachable(plan);
  }
}

/** What may use the key: resources to wait for before relying on it, and grants that are somebody else's to make. */
export interface KeyAccess {
  readonly ready: pulumi.Resource[];
  readonly requiredGrants: pulumi.Output<RequiredGrant>[];
}

/** Lets the distribution read through the key and log delivery write through it, naming exactly this distribution. */
export function openEncryptionKey(
  config: EdgeFrontDoorConfig,
  encryption: EncryptionKey,
  distribution: aws.cloudfront.Distribution,
  readsEncryptedObjects: boolean,
  parent: pulumi.Resource,
): KeyAccess {
  if (encryption.arn === undefined) {
    return { ready: [], requiredGrants: [] };
  }
  const usage = distribution.arn.apply((distributionArn) => keyUsage(config, distributionArn, readsEncryptedObjects));
  if (encryption.key === undefined) {
    return { ready: [], requiredGrants: [pulumi.output({ resourceArn: encryption.arn, statements: usage })] };
  }
  const keyPolicy = new aws.kms.KeyPolicy(
    `${config.name}-key-policy`,
    {
      keyId: encryption.key.id,
      policy: pulumi
        .all([distribution.arn, usage])
        .apply(([distributionArn, statements]) =>
          policyDocument([allowAccountAdministration(accountOf(distributionArn)), ...statements]),
        ),
    },
    { parent },
  );
  return { ready: [keyPolicy], requiredGrants: [] };
}

function keyUsage(config: EdgeFrontDoorConfig, distributionArn: string, reads: boolean): PolicyStatement[] {
  const statements: PolicyStatement[] = [];
  if (reads) {
    statements.push(allowCloudFrontDecrypt(distributionArn));
  }
  if (config.accessLogs === AccessLogDestination.S3) {
    statements.push(allowLogDeliveryEncryption(config.edgeRegion, accountOf(distributionArn)));
  }
  return statements;
}

function accountOf(distributionArn: string): { partition: string; account: string } {
  const arn = parseArn(distributionArn);
  if (arn === undefined) {
    throw new Error(`CloudFront returned ${JSON.stringify(distributionArn)}, which is not an ARN`);
  }
  return arn;
}

function unreachable(plan: never): never {
  throw new Error(`Unknown encryption plan ${JSON.stringify(plan)}`);
}
