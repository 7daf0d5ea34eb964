import type { Resource, Rule } from "../../rule";
import { mustBeTrue, undecided } from "../../rule";
import { mustBeCustomerKey } from "../customer-keys";
import { eachReplica, replicaType, tableType } from "./table";

/** Tables and their replicas encrypt with keys of the account. */
export const requireCustomerKey: Rule = {
  name: "dynamodb-customer-key",
  severity: "medium",
  reason:
    "A DynamoDB table must encrypt with a KMS key of the account, whose policy says who may read the data behind IAM's back.",
  remediation:
    "Set serverSideEncryption.enabled to true and kmsKeyArn to the ARN of an aws.kms.Key, on each replica one of its Region.",
  url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html",
  frameworks: [],
  profile: "strict",
  types: [tableType, replicaType],
  *check({ type, properties }: Resource) {
    if (type === replicaType) return yield* mustBeCustomerKey(properties.at("kmsKeyArn"));
    const encryption = properties.at("serverSideEncryption");
    if (encryption.state === "unknown") yield undecided(encryption);
    else if (encryption.at("enabled").flag !== true)
      yield* mustBeTrue(encryption.at("enabled"), "set it to true, and kmsKeyArn");
    else yield* mustBeCustomerKey(encryption.at("kmsKeyArn"));
    yield* eachReplica(properties, (replica) => mustBeCustomerKey(replica.at("kmsKeyArn")));
  },
};
