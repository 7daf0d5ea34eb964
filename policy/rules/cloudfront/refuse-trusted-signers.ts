import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { behaviorsOf, distributionType } from "./distribution";

/** Signed URLs and cookies are checked with key groups, never with key pairs of an account. */
export const refuseTrustedSigners: Rule = {
  name: "cloudfront-no-trusted-signers",
  severity: "medium",
  reason:
    "The keys of trusted signers belong to the root user, who alone can change them; the keys of key groups are managed by roles.",
  remediation:
    "Leave trustedSigners out and set trustedKeyGroups to the ids of aws.cloudfront.KeyGroup in defaultCacheBehavior and in every ordered behavior.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html",
  // The control also refuses distributions that sign nothing.
  frameworks: [securityHub("CloudFront.17", "looser")],
  profile: "baseline",
  types: [distributionType],
  *check({ properties }: Resource) {
    for (const { settings } of behaviorsOf(properties)) {
      const signers = settings.at("trustedSigners");
      if (signers.state === "unknown") yield undecided(signers);
      else if (signers.state === "known" && !signers.isEmpty)
        yield violated(signers, "names accounts whose root user signs", "leave it out and set trustedKeyGroups");
    }
  },
};
