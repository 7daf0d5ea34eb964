import { apiGatewayTlsPolicies } from "../../dated/lists";
import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf } from "../../rule";

const fix = 'set it to "SecurityPolicy_TLS13_1_3_2025_09" with endpointAccessMode "STRICT"';

/** A custom domain name of REST APIs uses one of the security policies that AWS recommends today. */
export const requireCurrentTlsPolicy: Rule = {
  name: "apigateway-tls-policy",
  severity: "medium",
  reason:
    "Custom domain names must use a security policy that AWS recommends today, with forward secrecy or TLS 1.3 alone.",
  remediation: 'Set securityPolicy to "SecurityPolicy_TLS13_1_3_2025_09" and endpointAccessMode to "STRICT".',
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html",
  frameworks: [securityHub("APIGateway.11", "looser")],
  profile: "strict",
  types: ["aws:apigateway/domainName:DomainName"],
  *check({ properties }: Resource) {
    // API Gateway takes no such policy together with mutual TLS.
    if (properties.at("mutualTlsAuthentication").state !== "absent") return;
    yield* mustBeOneOf(properties.at("securityPolicy"), apiGatewayTlsPolicies, fix);
  },
};
