import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { restApiType } from "./rest-api";

/** No domain name and no API speaks TLS 1.0. */
export const refuseOldTls: Rule = {
  name: "apigateway-no-tls-1-0",
  severity: "medium",
  reason: "Custom domain names of an API must not speak TLS 1.0 and 1.1, whose ciphers have been broken for years.",
  remediation: 'Set securityPolicy to "TLS_1_2" or to one of the SecurityPolicy_TLS13 policies.',
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html",
  frameworks: [],
  profile: "baseline",
  types: ["aws:apigateway/domainName:DomainName", restApiType],
  *check({ properties }: Resource) {
    const policy = properties.at("securityPolicy");
    if (policy.state === "unknown") yield undecided(policy);
    else if (policy.text?.toUpperCase() === "TLS_1_0") yield violated(policy, 'is "TLS_1_0"', 'set it to "TLS_1_2"');
  },
};
