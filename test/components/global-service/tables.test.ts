// The data: tables, their replicas, the keys of both and what tasks may do with them.

import { frankfurt, ireland, type Served, serve, stockholm, tags } from "./serve";

const account = "123456789012";
const carts = { partitionKey: { name: "buyer" }, ttlAttribute: "expires" } as const;
const lines = {
  partitionKey: { name: "order", type: "N" },
  sortKey: { name: "line", type: "B" },
} as const;

let plain: Served;
let open: Served;
let without: Served;
beforeAll(async () => {
  plain = await serve({
    tags,
    regions: [frankfurt, ireland, stockholm],
    homeRegion: "eu-west-1",
    tables: { carts, "order-lines": lines },
  });
  open = await serve({ deletionProtection: false });
  without = await serve({ tables: undefined });
});

const keyOf = (region: string): string => `arn:aws:kms:${region}:${account}:key/shop-global-key-${region}-id`;

test("a table is in the home Region, with a stream for its replicas, recoverable and under its own key", () => {
  const table = {
    region: "eu-west-1",
    billingMode: "PAY_PER_REQUEST",
    streamEnabled: true,
    streamViewType: "NEW_AND_OLD_IMAGES",
    pointInTimeRecovery: { enabled: true },
    serverSideEncryption: { enabled: true, kmsKeyArn: keyOf("eu-west-1") },
    deletionProtectionEnabled: true,
    tags,
  };
  expect(plain.ofType("aws:dynamodb/table:Table").map(({ name, inputs }) => [name, inputs])).toEqual([
    [
      "shop-global-table-carts",
      {
        ...table,
        hashKey: "buyer",
        attributes: [{ name: "buyer", type: "S" }],
        ttl: { attributeName: "expires", enabled: true },
      },
    ],
    [
      "shop-global-table-order-lines",
      {
        ...table,
        hashKey: "order",
        rangeKey: "line",
        attributes: [
          { name: "order", type: "N" },
          { name: "line", type: "B" },
        ],
      },
    ],
  ]);
});

test("each other Region has a replica of each, with the settings that do not follow from the table", () => {
  const replicas = plain.ofType("aws:dynamodb/tableReplica:TableReplica");
  const expected = ["carts", "order-lines"].flatMap((table) =>
    ["eu-central-1", "eu-north-1"].map((region) => [
      `shop-global-table-${table}-${region}`,
      {
        region,
        globalTableArn: `arn:aws:dynamodb:eu-west-1:${account}:table/shop-global-table-${table}-0123456`,
        kmsKeyArn: keyOf(region),
        pointInTimeRecovery: true,
        deletionProtectionEnabled: true,
        tags,
      },
    ]),
  );
  expect(replicas.map(({ name, inputs }) => [name, inputs])).toEqual(expected);
});

test("the table does not mind replicas that are resources of their own", () => {
  for (const table of plain.ofType("aws:dynamodb/table:Table")) {
    expect(table).toMatchObject({ ignoreChanges: ["replicas"], protect: true });
  }
  for (const replica of plain.ofType("aws:dynamodb/tableReplica:TableReplica")) {
    expect(replica).toMatchObject({ ignoreChanges: [], protect: true });
  }
});

test("each Region has a key, which rotates, is kept for a month and serves tasks through DynamoDB alone", () => {
  expect(plain.ofType("aws:kms/key:Key")).toHaveLength(3);
  for (const region of ["eu-central-1", "eu-west-1", "eu-north-1"]) {
    const key = `shop-global-key-${region}`;
    expect(plain.resource(key)).toMatchObject({ protect: true });
    expect(plain.inputsOf(key)).toEqual({
      region,
      description: "Tables of shop-global",
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      tags,
    });
    expect(plain.inputsOf(`shop-global-key-policy-${region}`)).toEqual({
      region,
      keyId: `${key}-id`,
      policy: expect.anything(),
    });
    expect(plain.policyOf(`shop-global-key-policy-${region}`).Statement).toEqual([
      {
        Sid: "AllowAccountAdministration",
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: "kms:*",
        Resource: "*",
      },
      {
        Sid: "AllowTasksThroughDynamoDb",
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${account}:role/shop-platform-task-role-0123456` },
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
      },
    ]);
  }
});

test("tasks read and write items, and manage nothing; one more Region is allowed already", () => {
  expect(plain.inputsOf("shop-global-task-policy").role).toBe("shop-platform-task-role-0123456");
  expect(plain.policyOf("shop-global-task-policy").Statement).toEqual([
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
      Resource: [
        `arn:aws:dynamodb:*:${account}:table/shop-global-table-carts-0123456`,
        `arn:aws:dynamodb:*:${account}:table/shop-global-table-order-lines-0123456`,
      ],
    },
  ]);
});

test("without protection all of it may be thrown away", () => {
  const data = open.resources.filter(({ type }) => /^aws:(dynamodb|kms)\//.test(type));
  expect(data).toHaveLength(6);
  expect(data.filter(({ protect }) => protect)).toEqual([]);
  expect(open.inputsOf("shop-global-table-orders").deletionProtectionEnabled).toBe(false);
  expect(open.inputsOf("shop-global-table-orders-eu-west-1").deletionProtectionEnabled).toBe(false);
});

test("without tables there is no key, and nothing that tasks may do", () => {
  expect(without.resources.filter(({ type }) => /^aws:(dynamodb|kms)\//.test(type))).toEqual([]);
  expect(without.resources.filter(({ name }) => name === "shop-global-task-policy")).toEqual([]);
});
