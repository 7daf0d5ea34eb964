import { cloudfrontTlsPolicies } from "../../dated/lists";
import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf, undecided } from "../../rule";
import { distributionTypes, hasOwnCertificate } from "./distribution";

/** With a certificate of its own, a distribution asks viewers for TLS 1.2 and current ciphers. */
export const requireViewerTls: Rule = {
  name: "cloudfront-viewer-tls",
  severity: "medium",
  reason:
    "A distribution with its own certificate must ask viewers for TLS 1.2 with current ciphers; left out, CloudFront accepts TLS 1.0.",
  remediation: 'Set viewerCertificate.minimumProtocolVersion to "TLSv1.2_2025".',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html",
  frameworks: [securityHub("CloudFront.15")],
  profile: "baseline",
  types: distributionTypes,
  *check({ properties }: Resource) {
    const certificate = properties.at("viewerCertificate");
    if (certificate.state === "unknown") yield undecided(certificate);
    // The certificate of *.cloudfront.net comes with TLS 1.0, whatever is set here.
    else if (hasOwnCertificate(certificate))
      yield* mustBeOneOf(certificate.at("minimumProtocolVersion"), cloudfrontTlsPolicies, 'set it to "TLSv1.2_2025"');
  },
};
