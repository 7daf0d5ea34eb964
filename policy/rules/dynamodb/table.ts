// What the rules about DynamoDB share: a table has its settings, and each of its replicas has its own.

import type { Property } from "../../aws/reading";
import type { Finding } from "../../rule";
import { undecided } from "../../rule";

export const tableType = "aws:dynamodb/table:Table";
export const replicaType = "aws:dynamodb/tableReplica:TableReplica";

/** Judges the replicas that a table lists itself. */
export function* eachReplica(table: Property, check: (replica: Property) => Iterable<Finding>): Iterable<Finding> {
  const replicas = table.at("replicas");
  if (replicas.state === "unknown") yield undecided(replicas);
  for (const replica of replicas.items) yield* check(replica);
}
