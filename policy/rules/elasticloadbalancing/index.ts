import type { Rule } from "../../rule";
import { requireCurrentTlsPolicy } from "./require-current-tls-policy";
import { requireHttpsListener } from "./require-https-listener";

export const loadBalancingRules: readonly Rule[] = [requireHttpsListener, requireCurrentTlsPolicy];
