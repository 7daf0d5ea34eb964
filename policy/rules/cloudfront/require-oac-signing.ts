import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf } from "../../rule";

/** Origin access controls sign every request, with Signature Version 4. */
export const requireOacSigning: Rule = {
  name: "cloudfront-oac-signs-always",
  severity: "high",
  reason:
    "An origin access control that does not sign every request with SigV4 lets viewers' own headers decide who reads the origin.",
  remediation: 'Set signingBehavior to "always" and signingProtocol to "sigv4".',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html#oac-advanced-settings-s3",
  frameworks: [securityHub("CloudFront.13", "stricter")],
  profile: "baseline",
  types: ["aws:cloudfront/originAccessControl:OriginAccessControl"],
  *check({ properties }: Resource) {
    yield* mustBeOneOf(properties.at("signingBehavior"), new Set(["always"]), 'set it to "always"');
    yield* mustBeOneOf(properties.at("signingProtocol"), new Set(["sigv4"]), 'set it to "sigv4"');
  },
  // Only what is missing: a behavior that somebody chose may be there for viewers who sign themselves.
  remediate: (_, inputs) => {
    const missing = Object.entries({ signingBehavior: "always", signingProtocol: "sigv4" }).filter(
      ([key]) => inputs[key] === undefined,
    );
    return missing.length === 0 ? undefined : { ...inputs, ...Object.fromEntries(missing) };
  },
};
