import type { Rule } from "../../rule";
import { isolateTenants } from "./isolate-tenants";
import { listReplicatedTopics } from "./list-replicated-topics";
import { pinClusterPolicy } from "./pin-cluster-policy";
import { refusePublicAccess } from "./refuse-public-access";
import { requireAuthentication } from "./require-authentication";
import { requireBrokerLogs } from "./require-broker-logs";
import { requireConnectorLogs } from "./require-connector-logs";
import { requireConnectorTls } from "./require-connector-tls";
import { requireCustomerKey } from "./require-customer-key";
import { requireEncryptionInTransit } from "./require-encryption-in-transit";
import { requireTopicMetrics } from "./require-topic-metrics";

export const mskRules: readonly Rule[] = [
  refusePublicAccess,
  requireAuthentication,
  pinClusterPolicy,
  isolateTenants,
  requireEncryptionInTransit,
  requireConnectorTls,
  requireCustomerKey,
  requireBrokerLogs,
  requireConnectorLogs,
  requireTopicMetrics,
  listReplicatedTopics,
];
