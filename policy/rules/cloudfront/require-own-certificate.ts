import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { distributionType, hasOwnCertificate } from "./distribution";

/** Distributions have a certificate of their own. */
export const requireOwnCertificate: Rule = {
  name: "cloudfront-own-certificate",
  severity: "medium",
  reason:
    "With the certificate of *.cloudfront.net a distribution has no name of its own and accepts TLS 1.0, whatever else is set.",
  remediation:
    "Set viewerCertificate.acmCertificateArn to the ARN of a certificate in us-east-1, and aliases to the names it is for.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html",
  frameworks: [securityHub("CloudFront.7")],
  profile: "strict",
  types: [distributionType],
  *check({ properties }: Resource) {
    const certificate = properties.at("viewerCertificate");
    if (certificate.state === "unknown") yield undecided(certificate);
    else if (!hasOwnCertificate(certificate))
      yield violated(
        certificate.at("acmCertificateArn"),
        "is not set, and viewers get the certificate of *.cloudfront.net",
        "set it to the ARN of a certificate in us-east-1",
      );
  },
};
