import type { Rule } from "../../rule";
import { refuseFtp } from "./refuse-ftp";
import { requireAs2Security } from "./require-as2-security";
import { requireConnectorLogs } from "./require-connector-logs";
import { requireCurrentSecurityPolicy } from "./require-current-security-policy";
import { requireLogicalHome } from "./require-logical-home";
import { requireStructuredLogs } from "./require-structured-logs";
import { requireVpcEndpoint } from "./require-vpc-endpoint";
import { scopeUserRole } from "./scope-user-role";

export const transferRules: readonly Rule[] = [
  refuseFtp,
  requireAs2Security,
  requireCurrentSecurityPolicy,
  scopeUserRole,
  requireLogicalHome,
  requireVpcEndpoint,
  requireStructuredLogs,
  requireConnectorLogs,
];
