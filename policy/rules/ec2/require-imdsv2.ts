import { cisFoundations, pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf } from "../../rule";
import { metadataOptions, metadataTypes } from "./metadata-service";

const required = new Set(["required"]);

/** The metadata service of instances answers with a token alone. */
export const requireImdsv2: Rule = {
  name: "ec2-imdsv2",
  severity: "high",
  reason:
    "Instances must ask for a token at their metadata service, or one forged request gives away their role's keys.",
  remediation: 'Set metadataOptions.httpTokens to "required".',
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
  frameworks: [
    securityHub("EC2.8"),
    securityHub("EC2.170"),
    securityHub("AutoScaling.3"),
    cisFoundations("5.0.0", "5.7"),
    cisFoundations("6.0.0", "6.7"),
    pciDss("2.2.6"),
  ],
  profile: "baseline",
  types: metadataTypes,
  *check({ type, properties }: Resource) {
    const options = metadataOptions(type, properties);
    if (options !== undefined) yield* mustBeOneOf(options.at("httpTokens"), required, 'set it to "required"');
  },
};
