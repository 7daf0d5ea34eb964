import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { queueType } from "./queue";

/** Messages are encrypted where they wait. SQS does so by itself unless it is told not to. */
export const requireEncryption: Rule = {
  name: "sqs-encrypted",
  severity: "medium",
  reason: "Queues must encrypt the messages that wait in them, which costs nothing with the keys of SQS.",
  remediation: "Leave sqsManagedSseEnabled out or set kmsMasterKeyId.",
  url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
  frameworks: [securityHub("SQS.1")],
  profile: "baseline",
  types: [queueType],
  *check({ properties }: Resource) {
    const ownKeys = properties.at("sqsManagedSseEnabled");
    const key = properties.at("kmsMasterKeyId");
    if (key.state === "known" && !key.isEmpty) return;
    if (ownKeys.state === "unknown") yield undecided(ownKeys);
    else if (ownKeys.flag === false) {
      if (key.state === "unknown") yield undecided(key);
      else yield violated(ownKeys, "is false", "leave it out or set kmsMasterKeyId");
    }
  },
};
