import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { connectorType, mustDeliverLogs } from "./cluster";

/** A connector of MSK Connect logs. */
export const requireConnectorLogs: Rule = {
  name: "msk-connect-logs",
  severity: "medium",
  reason:
    "An MSK connector must log: it runs where nobody can look, and stops without a word when a record does not fit.",
  remediation:
    "Set logDelivery.workerLogDelivery.cloudwatchLogs, s3 or firehose with enabled true; the connector is replaced.",
  url: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-logging.html",
  frameworks: [securityHub("MSK.5")],
  profile: "strict",
  types: [connectorType],
  *check({ properties }: Resource) {
    yield* mustDeliverLogs(properties.at("logDelivery", "workerLogDelivery"));
  },
};
