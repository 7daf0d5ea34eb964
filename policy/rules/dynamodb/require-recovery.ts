import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeTrue } from "../../rule";
import { eachReplica, replicaType, tableType } from "./table";

const fix = "set it to true";

/** Tables and their replicas can be restored to any point in time. */
export const requireRecovery: Rule = {
  name: "dynamodb-recovery",
  severity: "medium",
  reason:
    "A DynamoDB table must have point-in-time recovery, or what somebody deletes or overwrites by mistake is gone for good.",
  remediation:
    "Set pointInTimeRecovery.enabled to true, and pointInTimeRecovery of each replica: neither follows from the other.",
  url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html",
  // The control looks at tables in each Region by themselves.
  frameworks: [securityHub("DynamoDB.2")],
  profile: "baseline",
  types: [tableType, replicaType],
  *check({ type, properties }: Resource) {
    const recovery = properties.at("pointInTimeRecovery");
    if (type === replicaType) yield* mustBeTrue(recovery, fix);
    else {
      yield* mustBeTrue(recovery.at("enabled"), fix);
      yield* eachReplica(properties, (replica) => mustBeTrue(replica.at("pointInTimeRecovery"), fix));
    }
  },
};
