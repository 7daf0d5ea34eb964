import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf, undecided } from "../../rule";
import { distributionTypes, hasOwnCertificate } from "./distribution";

/** A distribution tells its certificate by the name that viewers ask for. */
export const requireSni: Rule = {
  name: "cloudfront-sni",
  severity: "low",
  reason:
    "Dedicated addresses are for viewers from before 2010: they cost hundreds of dollars a month and show to everybody whose they are.",
  remediation: 'Set viewerCertificate.sslSupportMethod to "sni-only".',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html",
  frameworks: [securityHub("CloudFront.8")],
  profile: "strict",
  types: distributionTypes,
  *check({ properties }: Resource) {
    const certificate = properties.at("viewerCertificate");
    if (certificate.state === "unknown") yield undecided(certificate);
    else if (hasOwnCertificate(certificate))
      yield* mustBeOneOf(certificate.at("sslSupportMethod"), new Set(["sni-only"]), 'set it to "sni-only"');
  },
};
