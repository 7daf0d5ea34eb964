import { securityHubNist } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf } from "../../rule";
import { clusterType } from "./cluster";

const detailed = new Set(["PER_TOPIC_PER_BROKER", "PER_TOPIC_PER_PARTITION"]);

/** A cluster has metrics of each topic. */
export const requireTopicMetrics: Rule = {
  name: "msk-topic-metrics",
  severity: "low",
  reason:
    "An MSK cluster must have metrics of each topic: those of brokers alone do not show who fills it or falls behind.",
  remediation: 'Set enhancedMonitoring to "PER_TOPIC_PER_BROKER" or "PER_TOPIC_PER_PARTITION".',
  url: "https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html",
  frameworks: [securityHubNist("MSK.2")],
  profile: "strict",
  types: [clusterType],
  *check({ properties }: Resource) {
    yield* mustBeOneOf(properties.at("enhancedMonitoring"), detailed, 'set it to "PER_TOPIC_PER_BROKER"');
  },
};
