import type { Resource, Rule } from "../../rule";
import { clusterType, mustDeliverLogs } from "./cluster";

/** The brokers of a cluster log. */
export const requireBrokerLogs: Rule = {
  name: "msk-broker-logs",
  severity: "medium",
  reason: "The brokers of an MSK cluster must log: without, nobody can tell why clients fail and who was turned away.",
  remediation: "Set loggingInfo.brokerLogs.cloudwatchLogs, s3 or firehose with enabled true and where to write.",
  url: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html",
  frameworks: [],
  profile: "strict",
  types: [clusterType],
  *check({ properties }: Resource) {
    yield* mustDeliverLogs(properties.at("loggingInfo", "brokerLogs"));
  },
};
