import type { Rule } from "../../rule";
import { requireAccessLog } from "./require-access-log";
import { requireCurrentTlsPolicy } from "./require-current-tls-policy";
import { requireDeletionProtection } from "./require-deletion-protection";
import { requireDesyncMitigation } from "./require-desync-mitigation";
import { requireHeaderChecks } from "./require-header-checks";
import { requireHealthCheckHttps } from "./require-health-check-https";
import { requireHttpsListener } from "./require-https-listener";
import { requireInternalVpcOrigin } from "./require-internal-vpc-origin";
import { requireTargetHttps } from "./require-target-https";
import { requireLoadBalancerWaf } from "./require-waf";

export const loadBalancingRules: readonly Rule[] = [
  requireHttpsListener,
  requireCurrentTlsPolicy,
  requireInternalVpcOrigin,
  requireDesyncMitigation,
  requireHeaderChecks,
  requireLoadBalancerWaf,
  requireAccessLog,
  requireDeletionProtection,
  requireTargetHttps,
  requireHealthCheckHttps,
];
