import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf, undecided } from "../../rule";
import { listenerType } from "./require-https-listener";

/**
 * The list of Security Hub control ELB.17, read on 2026-11-23. Membership, not order: names do not sort by strength.
 * An earlier edition of the control also took TLS13-1-2-2021-06, which is the console's default.
 */
export const currentTlsPolicies: ReadonlySet<string> = new Set([
  "ELBSecurityPolicy-TLS13-1-3-2021-06",
  "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
]);

const encrypted = new Set(["HTTPS", "TLS"]);

/** HTTPS and TLS listeners use one of the current security policies. */
export const requireCurrentTlsPolicy: Rule = {
  name: "lb-listener-tls-policy",
  severity: "medium",
  reason:
    "HTTPS and TLS listeners must use a current security policy: without one, AWS chooses ELBSecurityPolicy-2016-08, which still speaks TLS 1.0.",
  remediation: 'Set sslPolicy to "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09".',
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  frameworks: [securityHub("ELB.17")],
  types: [listenerType],
  *check({ properties }: Resource) {
    const protocol = properties.at("protocol");
    if (protocol.state === "unknown") yield undecided(protocol);
    if (!encrypted.has(protocol.text?.toUpperCase() ?? "")) return;
    yield* mustBeOneOf(
      properties.at("sslPolicy"),
      currentTlsPolicies,
      'set it to "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"',
    );
  },
};
