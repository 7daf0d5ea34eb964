import { loadBalancerTlsPolicies } from "../../dated/lists";
import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf, undecided } from "../../rule";
import { listenerType } from "./require-https-listener";

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
  profile: "baseline",
  types: [listenerType],
  *check({ properties }: Resource) {
    const protocol = properties.at("protocol");
    if (protocol.state === "unknown") yield undecided(protocol);
    if (!encrypted.has(protocol.text?.toUpperCase() ?? "")) return;
    yield* mustBeOneOf(
      properties.at("sslPolicy"),
      loadBalancerTlsPolicies,
      'set it to "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"',
    );
  },
};
