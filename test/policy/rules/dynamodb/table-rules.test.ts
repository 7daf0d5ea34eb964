import { requireCustomerKey } from "../../../../policy/rules/dynamodb/require-customer-key";
import { requireDeletionProtection } from "../../../../policy/rules/dynamodb/require-deletion-protection";
import { requireRecovery } from "../../../../policy/rules/dynamodb/require-recovery";
import { requireScaling } from "../../../../policy/rules/dynamodb/require-scaling";
import { unknown, unknownOf } from "../../../../policy/testing/arguments";
import { testJoin } from "../../kit/join-cases";
import type { Example } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const type = "aws:dynamodb/table:Table";
const replicaType = "aws:dynamodb/tableReplica:TableReplica";
const key = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd";
const table = (props: Example["props"], ...replicas: object[]) => ({ props: { ...props, replicas } });
const onFix = "fix: set it to true";

testRule(requireRecovery, {
  type,
  violating: {
    "nothing said": { props: {}, messages: [`pointInTimeRecovery.enabled: is not set; ${onFix}`] },
    "off, and a replica without": {
      ...table({ pointInTimeRecovery: { enabled: false } }, { regionName: "eu-west-1" }),
      messages: [
        `pointInTimeRecovery.enabled: is not true; ${onFix}`,
        `replicas[0].pointInTimeRecovery: is not set; ${onFix}`,
      ],
    },
    "a replica of its own": {
      type: replicaType,
      props: { globalTableArn: unknown },
      messages: [`pointInTimeRecovery: is not set; ${onFix}`],
    },
  },
  clean: {
    "table and replica": table({ pointInTimeRecovery: { enabled: true } }, { pointInTimeRecovery: true }),
    "a replica of its own": { type: replicaType, props: { pointInTimeRecovery: true } },
  },
  unknown: {
    "a computed setting": { props: { pointInTimeRecovery: unknown }, path: "pointInTimeRecovery" },
    "computed replicas": {
      props: { pointInTimeRecovery: { enabled: true }, replicas: unknown },
      path: "replicas",
    },
  },
});

testRule(requireDeletionProtection, {
  type,
  violating: {
    "nothing said": { props: {}, messages: [`deletionProtectionEnabled: is not set; ${onFix}`] },
    "a replica that can be deleted": {
      ...table({ deletionProtectionEnabled: true }, { deletionProtectionEnabled: false }),
      messages: [`replicas[0].deletionProtectionEnabled: is not true; ${onFix}`],
    },
  },
  clean: {
    "table and replica": table({ deletionProtectionEnabled: true }, { deletionProtectionEnabled: true }),
    "a replica of its own": { type: replicaType, props: { deletionProtectionEnabled: true } },
  },
  unknown: {
    "a computed switch": { props: { deletionProtectionEnabled: unknownOf.boolean }, path: "deletionProtectionEnabled" },
  },
});

const noKey = "is not set, so the key is one of AWS; fix: set it to the ARN of an aws.kms.Key";
const encrypted = { serverSideEncryption: { enabled: true, kmsKeyArn: key } };

testRule(requireCustomerKey, {
  type,
  violating: {
    "nothing said": {
      props: {},
      messages: ["serverSideEncryption.enabled: is not set; fix: set it to true, and kmsKeyArn"],
    },
    "the key that AWS manages, and a replica without": {
      ...table({ serverSideEncryption: { enabled: true } }, { regionName: "eu-west-1" }),
      messages: [`replicas[0].kmsKeyArn: ${noKey}`, `serverSideEncryption.kmsKeyArn: ${noKey}`],
    },
    "a replica of its own": { type: replicaType, props: {}, messages: [`kmsKeyArn: ${noKey}`] },
  },
  clean: {
    "table and replica": table(encrypted, { kmsKeyArn: key }),
    "a replica of its own": { type: replicaType, props: { kmsKeyArn: key } },
  },
  unknown: {
    "computed settings": { props: { serverSideEncryption: unknown }, path: "serverSideEncryption" },
    "a computed switch": {
      props: { serverSideEncryption: { enabled: unknownOf.boolean } },
      path: "serverSideEncryption.enabled",
    },
    "a computed key": {
      props: { serverSideEncryption: { enabled: true, kmsKeyArn: unknown } },
      path: "serverSideEncryption.kmsKeyArn",
    },
  },
});

const orders = (props: Example["props"] = {}): Example => ({ type, name: "orders", props });
const target = (kind: string, resourceId: unknown, of: string[] = []): Example => ({
  type: "aws:appautoscaling/target:Target",
  name: kind,
  props: { resourceId, scalableDimension: `dynamodb:table:${kind}CapacityUnits` },
  sources: { resourceId: of },
});
const fixed = 'billingMode: leaves the capacity as it is; fix: set it to "PAY_PER_REQUEST", or scale reads and writes';

testJoin(requireScaling, {
  violating: {
    "nothing said": { stack: [orders()], messages: { orders: [fixed] } },
    "reads that scale alone": {
      stack: [orders({ billingMode: "PROVISIONED" }), target("Read", unknown, ["orders"])],
      messages: { orders: [fixed] },
    },
  },
  clean: {
    "payment for each request": [orders({ billingMode: "PAY_PER_REQUEST" })],
    "both scale, by link": [orders(), target("Read", unknown, ["orders"]), target("Write", unknown, ["orders"])],
    "both scale, by name": [
      orders({ name: "shop-orders" }),
      target("Read", "table/shop-orders"),
      target("Write", "table/shop-orders"),
    ],
  },
  unknown: { "a computed mode": { stack: [orders({ billingMode: unknown })], undecided: "orders:billingMode" } },
});
