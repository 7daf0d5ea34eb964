import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { inAnyRegion } from "../../aws/arns";
import { policyDocument } from "../../aws/iam-documents";
import { afterAll } from "../../ordering";
import { type GlobalTableArgs, KeyType } from "../global-service-args";
import type { GlobalScope } from "./scope";

/** A table and its replicas. All have one name. */
export interface GlobalTable {
  readonly name: pulumi.Output<string>;
  /** By Region. */
  readonly replicas: ReadonlyMap<string, TableInRegion>;
}

export interface TableInRegion {
  /** Known once it exists and tasks may use it. */
  readonly name: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
}

type Keys = ReadonlyMap<string, pulumi.Output<string>>;

/** Children: `<name>-table-<table>`, `<name>-table-<table>-<region>`, `<name>-task-policy`. */
export function createTables(
  scope: GlobalScope,
  keys: Keys,
  taskRoleName: pulumi.Output<string>,
): ReadonlyMap<string, GlobalTable> {
  const made = Object.entries(scope.config.tables).map(([name, settings]) => ({
    name,
    table: createTable(scope, name, settings, keys),
  }));
  if (made.length === 0) {
    return new Map();
  }
  const tableArns = made.map(({ table }) => table.arn);
  const permission = allowTasks(scope, taskRoleName, tableArns);
  return new Map(
    made.map(({ name, table }) => [
      name,
      { name: table.name, replicas: createReplicas(scope, name, table, keys, permission) },
    ]),
  );
}

function createTable(
  { parent, name: prefix, config }: GlobalScope,
  name: string,
  { partitionKey, sortKey, ttlAttribute }: GlobalTableArgs,
  keys: Keys,
): aws.dynamodb.Table {
  const { homeRegion, deletionProtection, tags } = config;
  const attributes = [partitionKey, ...(sortKey ? [sortKey] : [])];
  return new aws.dynamodb.Table(
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
      serverSideEncryption: { enabled: true, kmsKeyArn: keys.get(homeRegion) },
      deletionProtectionEnabled: deletionProtection,
      tags,
    },
    // A replica is a resource of its own, so that a Region comes and goes without touching the table.
    { parent, protect: deletionProtection || undefined, ignoreChanges: ["replicas"] },
  );
}

function createReplicas(
  { parent, name: prefix, config }: GlobalScope,
  name: string,
  table: aws.dynamodb.Table,
  keys: Keys,
  permission: pulumi.Resource,
): ReadonlyMap<string, TableInRegion> {
  const { regions, homeRegion, deletionProtection, tags } = config;
  return new Map(
    regions.map(({ region }) => {
      if (region === homeRegion) {
        return [region, { name: afterAll(table.name, [permission]), arn: table.arn }];
      }
      const replica = new aws.dynamodb.TableReplica(
        `${prefix}-table-${name}-${region}`,
        {
          region,
          globalTableArn: table.arn,
          kmsKeyArn: keys.get(region),
          // Neither follows from the table.
          pointInTimeRecovery: true,
          deletionProtectionEnabled: deletionProtection,
          tags,
        },
        { parent, protect: deletionProtection || undefined },
      );
      return [region, { name: afterAll(table.name, [replica, permission]), arn: replica.arn }];
    }),
  );
}

/** Reading and writing items, in every Region: tasks call the tables of their own. */
function allowTasks(
  { parent, name }: GlobalScope,
  role: pulumi.Output<string>,
  tableArns: pulumi.Output<string>[],
): aws.iam.RolePolicy {
  const policy = pulumi.all(tableArns).apply((arns) =>
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
  return new aws.iam.RolePolicy(`${name}-task-policy`, { role, policy }, { parent });
}
