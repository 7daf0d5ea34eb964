import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountOf } from "../../aws/arns";
import { allowAccountAdministration, type PolicyStatement, policyDocument } from "../../aws/iam-documents";
import { afterAll } from "../../ordering";
import type { GlobalScope } from "./scope";

/**
 * A key in each Region, known once it may be used: DynamoDB takes a key of a replica's own Region, and the same kind of key for all
 * replicas. None without tables. Children: `<name>-key-<region>`, `<name>-key-policy-<region>`.
 */
export function createKeys(
  { parent, name, config }: GlobalScope,
  taskRoleArn: pulumi.Output<string>,
): ReadonlyMap<string, pulumi.Output<string>> {
  const { regions, tables, deletionProtection, tags } = config;
  if (Object.keys(tables).length === 0) {
    return new Map();
  }
  return new Map(
    regions.map(({ region }) => {
      const key = new aws.kms.Key(
        `${name}-key-${region}`,
        { region, description: `Tables of ${name}`, enableKeyRotation: true, deletionWindowInDays: 30, tags },
        { parent, protect: deletionProtection || undefined },
      );
      const policy = new aws.kms.KeyPolicy(
        `${name}-key-policy-${region}`,
        {
          region,
          keyId: key.id,
          policy: pulumi
            .all([key.arn, taskRoleArn])
            .apply(([arn, role]) =>
              policyDocument([allowAccountAdministration(accountOf(arn)), allowThroughDynamoDb(role, region)]),
            ),
        },
        { parent },
      );
      return [region, afterAll(key.arn, [policy])];
    }),
  );
}

/** Tasks use the key only as DynamoDB does on their behalf. */
function allowThroughDynamoDb(roleArn: string, region: string): PolicyStatement {
  return {
    Sid: "AllowTasksThroughDynamoDb",
    Effect: "Allow",
    Principal: { AWS: roleArn },
    Action: [
      "kms:Encrypt",
      "kms:Decrypt",
      "kms:ReEncrypt*",
      "kms:GenerateDataKey*",
      "kms:DescribeKey",
      "kms:CreateGrant",
    ],
    Resource: "*",
    Condition: { StringEquals: { "kms:ViaService": `dynamodb.${region}.amazonaws.com` } },
  };
}
