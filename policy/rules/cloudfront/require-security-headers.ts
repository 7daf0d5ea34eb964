import type { Property } from "../../aws/reading";
import { isUnset } from "../../aws/reading";
import type { Finding, Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { behaviorsOf, distributionTypes } from "./distribution";

const headersPolicyType = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
const aYear = 31_536_000;
const managed = "67f7725c-6f97-4210-82d7-5512b31e9d03";

/** Managed policies that add headers for other origins, and none for security: SimpleCORS and CORS-With-Preflight. */
const withoutSecurity = new Set(["60669652-455b-4ae9-85a4-c4c02393f86c", "5cc3b908-e619-4b99-88e5-2cf7f45965bd"]);

/** Every behavior adds security headers, and every policy that adds headers tells browsers to use HTTPS only. */
export const requireSecurityHeaders: Rule = {
  name: "cloudfront-security-headers",
  severity: "low",
  reason:
    "Browsers must learn from every answer to come back over HTTPS only, so that nobody on the way can take the first request.",
  remediation: `Set responseHeadersPolicyId in defaultCacheBehavior and in every ordered behavior to the managed policy SecurityHeadersPolicy (${managed}) or to an aws.cloudfront.ResponseHeadersPolicy with securityHeadersConfig.strictTransportSecurity of a year.`,
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html",
  frameworks: [],
  profile: "strict",
  types: [...distributionTypes, headersPolicyType],
  *check({ type, properties }: Resource) {
    if (type === headersPolicyType)
      yield* checkPolicy(properties.at("securityHeadersConfig", "strictTransportSecurity"));
    else for (const { settings } of behaviorsOf(properties)) yield* checkBehavior(settings);
  },
};

function* checkBehavior(behavior: Property): Iterable<Finding> {
  const policy = behavior.at("responseHeadersPolicyId");
  const fix = `set it to "${managed}", the managed SecurityHeadersPolicy`;
  if (behavior.state === "unknown") yield undecided(behavior);
  // An id that is not known is that of a policy, and policies are judged by themselves.
  else if (isUnset(policy)) yield violated(policy, "is not set", fix);
  else if (withoutSecurity.has(policy.text ?? ""))
    yield violated(policy, "is a managed policy without security headers", fix);
}

function* checkPolicy(transport: Property): Iterable<Finding> {
  const age = transport.at("accessControlMaxAgeSec");
  const fix = `set accessControlMaxAgeSec to ${aYear}`;
  if (age.state === "unknown") yield undecided(age);
  else if (transport.state === "absent") yield violated(transport, "is not set", fix);
  else if (age.number === undefined || age.number < aYear) yield violated(age, "is less than a year", fix);
}
