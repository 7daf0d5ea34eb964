import type { Rule } from "../../rule";
import { refuseOpenEndpoint } from "./refuse-open-endpoint";
import { requireAuditLog } from "./require-audit-log";
import { requirePrivateEndpoint } from "./require-private-endpoint";
import { requireRolePerWorkload } from "./require-role-per-workload";
import { requireSecretsKey } from "./require-secrets-key";
import { requireSupportedVersion } from "./require-supported-version";

export const eksRules: readonly Rule[] = [
  refuseOpenEndpoint,
  requireSupportedVersion,
  requirePrivateEndpoint,
  requireAuditLog,
  requireSecretsKey,
  requireRolePerWorkload,
];
