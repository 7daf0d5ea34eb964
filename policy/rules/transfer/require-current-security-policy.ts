import { transferConnectorSecurityPolicies, transferServerSecurityPolicies } from "../../dated/lists";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { serverType } from "./refuse-ftp";
import { connectorType } from "./require-connector-logs";

/** Servers and SFTP connectors use a current security policy. */
export const requireCurrentSecurityPolicy: Rule = {
  name: "transfer-security-policy",
  severity: "medium",
  reason:
    "Transfer Family must use a current security policy: a server without one has that of 2018, with SHA-1 and ssh-rsa.",
  remediation:
    'Set securityPolicyName to "TransferSecurityPolicy-2025-03", or "TransferSecurityPolicy-FIPS-2025-03" for FIPS 140.',
  url: "https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html",
  frameworks: [],
  profile: "baseline",
  types: [serverType, connectorType],
  *check({ type, properties }: Resource) {
    const policy = properties.at("securityPolicyName");
    // A connector without one gets a current one.
    const isLeftOut = policy.state === "absent" || policy.isEmpty;
    if (type === connectorType && isLeftOut) return;
    const allowed = type === connectorType ? transferConnectorSecurityPolicies : transferServerSecurityPolicies;
    const newest =
      type === connectorType ? "TransferSFTPConnectorSecurityPolicy-2024-03" : "TransferSecurityPolicy-2025-03";
    if (policy.state === "unknown") yield undecided(policy);
    else if (!allowed.has(policy.text ?? ""))
      yield violated(policy, isLeftOut ? "is not set" : "is not a current one", `set it to "${newest}"`);
  },
};
