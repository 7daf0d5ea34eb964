import type { Property } from "../../aws/reading";
import type { Finding, Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { argumentOrExtension, isPrivate, restApiType } from "./rest-api";

/** No domain name and no API speaks TLS 1.0. */
export const refuseOldTls: Rule = {
  name: "apigateway-no-tls-1-0",
  severity: "medium",
  reason: "REST APIs and their domain names must not speak TLS 1.0 and 1.1, whose ciphers have been broken for years.",
  remediation:
    'Set securityPolicy to "TLS_1_2" on a domain name, and on a REST API to one of the SecurityPolicy_TLS13 policies with endpointAccessMode.',
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html",
  frameworks: [],
  profile: "baseline",
  types: ["aws:apigateway/domainName:DomainName", restApiType],
  *check({ type, properties }: Resource) {
    if (type === restApiType) yield* checkApi(properties);
    else yield* checkPolicy(properties.at("securityPolicy"), 'set it to "TLS_1_2"');
  },
};

/** Domain names have TLS 1.2 by default, as private APIs do, and all other APIs TLS 1.0. */
function* checkApi(api: Property): Iterable<Finding> {
  // An API cannot go from TLS_1_0 to TLS_1_2.
  const fix = 'set it to a policy that begins with "SecurityPolicy_", and endpointAccessMode beside it';
  const policy = argumentOrExtension(api, "securityPolicy", "x-amazon-apigateway-security-policy");
  // A document that is not known yet seldom names a policy, and what a private API has without is good.
  if (policy.state === "unknown" && policy.path === "body" && isPrivate(api) === true) return;
  if (policy.state !== "absent") yield* checkPolicy(policy, fix);
  else if (isPrivate(api) === undefined) yield undecided(api.at("endpointConfiguration", "types"));
  else if (isPrivate(api) === false) yield violated(policy, 'is not set, which is "TLS_1_0"', fix);
}

function* checkPolicy(policy: Property, fix: string): Iterable<Finding> {
  if (policy.state === "unknown") yield undecided(policy);
  else if (policy.text?.toUpperCase() === "TLS_1_0") yield violated(policy, 'is "TLS_1_0"', fix);
}
