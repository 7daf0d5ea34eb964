import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountOf } from "../aws/arns";
import { allowAccountAdministration, policyDocument } from "../aws/iam-documents";
import type { GlobalServiceConfig } from "./config";
import { type GlobalTableArgs, KeyType } from "./global-service-args";

export interface GlobalDataParts {
  readonly taskRoleArn: pulumi.Output<string>;
  readonly taskRoleName: pulumi.Output<string>;
}

/** What is the same everywhere: tables with a replica in each Region, encrypted with a key of that Region. */
export class GlobalServiceData extends pulumi.ComponentResource {
  static readonly __pulumiType = "causeway:index:GlobalServiceData";

  /** Names of the tables, the same in every Region, by the name of the argument. */
  public readonly tableNames: pulumi.Output<Record<string, string>>;
  /** ARNs of the tables in the home Region. */
  public readonly tableArns: pulumi.Output<Record<string, string>>;
  /** Names that are known once all replicas exist. */
  public readonly replicatedTableNames: pulumi.Output<Record<string, string>>;

  constructor(
    name: string,
    config: GlobalServiceConfig,
    parts: GlobalDataParts,
    opts: pulumi.ComponentResourceOptions,
  ) {
    super(GlobalServiceData.__pulumiType, name, {}, opts);
    const tables = Object.entries(config.tables);
    const keys = tables.length === 0 ? new Map<string, Key>() : createKeys(name, config, parts, this);
    const made = tables.map(([table, settings]) => createTable(name, table, settings, config, keys, this));
    allowTasks(name, parts.taskRoleName, made, this);

    const byName = <T>(read: (table: MadeTable) => pulumi.Output<T>) =>
      Object.fromEntries(made.map((table) => [table.name, read(table)]));
    this.tableNames = pulumi.all(byName(({ table }) => table.name));
    this.tableArns = pulumi.all(byName(({ table }) => table.arn));
    const replicas = pulumi.all(made.flatMap((table) => table.replicas.map((replica) => replica.arn)));
    this.replicatedTableNames = pulumi.all([this.tableNames, replicas]).apply(([names]) => names);
    this.registerOutputs({
      tableNames: this.tableNames,
      tableArns: this.tableArns,
      replicatedTableNames: this.replicatedTableNames,
    });
  }
}

interface Key {
  readonly arn: pulumi.Output<string>;
}

interface MadeTable {
  readonly name: string;
  readonly table: aws.dynamodb.Table;
  readonly replicas: readonly aws.dynamodb.TableReplica[];
}

/** DynamoDB takes a key of a replica's own Region, and the same kind of key for all replicas. */
function createKeys(
  name: string,
  config: GlobalServiceConfig,
  { taskRoleArn }: GlobalDataParts,
  parent: pulumi.Resource,
): Map<string, Key> {
  const { deletionProtection, tags } = config;
  return new Map(
    config.regions.map(({ region }) => {
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
      return [region, { arn: pulumi.all([key.arn, policy.urn]).apply(([arn]) => arn) }];
    }),
  );
}

/** Tasks use the key only as DynamoDB does on their behalf. */
function allowThroughDynamoDb(roleArn: string, region: string) {
  return {
    Sid: "AllowTasksThroughDynamoDb",
    Effect: "Allow" as const,
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

function createTable(
  prefix: string,
  name: string,
  { partitionKey, sortKey, ttlAttribute }: GlobalTableArgs,
  config: GlobalServiceConfig,
  keys: ReadonlyMap<string, Key>,
  parent: pulumi.Resource,
): MadeTable {
  const { homeRegion, deletionProtection, tags } = config;
  const attributes = [partitionKey, ...(sortKey ? [sortKey] : [])];
  const table = new aws.dynamodb.Table(
    `${prefix}-table-${name}`,
    {
      region: homeRegion,
      billingMode: "PAY_PER_REQUEST",
      hashKey: partitionKey.name,
      rangeKey: sortKey?.name,
      attributes: attributes.map((attribute) => ({ name: attribute.name, type: attribute.type ?? KeyType.String })),
      ttl: ttlAttribute === undefined ? undefined : { attributeName: ttlAttribute, enabled: true },
      // Replicas are fed from it.
      streamEnabled: true,
      streamViewType: "NEW_AND_OLD_IMAGES",
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true, kmsKeyArn: keyOf(keys, homeRegion) },
      deletionProtectionEnabled: deletionProtection,
      tags,
    },
    // A replica is a resource of its own, so that a Region comes and goes without touching the table.
    { parent, protect: deletionProtection || undefined, ignoreChanges: ["replicas"] },
  );
  const replicas = config.regions
    .filter(({ region }) => region !== homeRegion)
    .map(
      ({ region }) =>
        new aws.dynamodb.TableReplica(
          `${prefix}-table-${name}-${region}`,
          {
            region,
            globalTableArn: table.arn,
            kmsKeyArn: keyOf(keys, region),
            // Neither follows from the table.
            pointInTimeRecovery: true,
            deletionProtectionEnabled: deletionProtection,
            tags,
          },
          { parent, protect: deletionProtection || undefined },
        ),
    );
  return { name, table, replicas };
}

function keyOf(keys: ReadonlyMap<string, Key>, region: string): pulumi.Output<string> {
  const key = keys.get(region);
  if (key === undefined) {
    throw new Error(`There is no key in ${region}`);
  }
  return key.arn;
}

/** Reading and writing items, in every Region: tasks call the tables of their own. */
function allowTasks(
  name: string,
  role: pulumi.Output<string>,
  tables: readonly MadeTable[],
  parent: pulumi.Resource,
): void {
  if (tables.length === 0) {
    return;
  }
  const policy = pulumi.all(tables.map(({ table }) => table.arn)).apply((arns) =>
    policyDocument([
      {
        Sid: "UseTables",
        Effect: "Allow",
        Action: [
          "dynamodb:BatchGetItem",
          "dynamodb:BatchWriteItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:DeleteItem",
          "dynamodb:GetItem",
          "dynamodb:PutItem",
          "dynamodb:Query",
          "dynamodb:UpdateItem",
        ],
        Resource: arns.map(inAnyRegion),
      },
    ]),
  );
  new aws.iam.RolePolicy(`${name}-task-policy`, { role, policy }, { parent });
}

/** Replicas have the table's ARN with their own Region in it. */
function inAnyRegion(arn: string): string {
  const [prefix, partition, service, , ...rest] = arn.split(":");
  return [prefix, partition, service, "*", ...rest].join(":");
}
