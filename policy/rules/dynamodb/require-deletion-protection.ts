import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeTrue } from "../../rule";
import { eachReplica, replicaType, tableType } from "./table";

const fix = "set it to true";

/** Tables and their replicas refuse to be deleted. */
export const requireDeletionProtection: Rule = {
  name: "dynamodb-deletion-protection",
  severity: "medium",
  reason: "A DynamoDB table must refuse to be deleted until somebody says twice that they mean it.",
  remediation: "Set deletionProtectionEnabled to true on the table and on each of its replicas.",
  url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html#WorkingWithTables.Basics.DeletionProtection",
  frameworks: [securityHub("DynamoDB.6")],
  profile: "strict",
  types: [tableType, replicaType],
  *check({ properties }: Resource) {
    yield* mustBeTrue(properties.at("deletionProtectionEnabled"), fix);
    yield* eachReplica(properties, (replica) => mustBeTrue(replica.at("deletionProtectionEnabled"), fix));
  },
};
