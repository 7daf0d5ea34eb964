import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";

export const connectorType = "aws:transfer/connector:Connector";

/** A connector logs. */
export const requireConnectorLogs: Rule = {
  name: "transfer-connector-logs",
  severity: "medium",
  reason: "A Transfer Family connector must log: without a role for it, nobody can tell what it sent to whom.",
  remediation: "Set loggingRole to the ARN of a role that may write to CloudWatch Logs.",
  url: "https://docs.aws.amazon.com/transfer/latest/userguide/structured-logging.html",
  frameworks: [securityHub("Transfer.3")],
  profile: "strict",
  types: [connectorType],
  *check({ properties }: Resource) {
    const role = properties.at("loggingRole");
    if (role.state === "unknown") yield undecided(role);
    else if (role.state === "absent" || role.isEmpty) yield violated(role, "is not set", "set it to the ARN of a role");
  },
};
