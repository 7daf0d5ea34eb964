import { isUnset } from "../../aws/reading";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { certificateType } from "./imported-certificate";

/** Certificates are entered in the public logs of certificate transparency. */
export const requireTransparencyLog: Rule = {
  name: "acm-transparency-log",
  severity: "low",
  reason:
    "A certificate must be in the logs of certificate transparency: browsers refuse others, and false ones stand out there.",
  remediation: 'Leave options.certificateTransparencyLoggingPreference out, or set it to "ENABLED".',
  url: "https://docs.aws.amazon.com/acm/latest/userguide/acm-bestpractices.html#best-practices-transparency",
  frameworks: [],
  profile: "strict",
  types: [certificateType],
  *check({ properties }: Resource) {
    // Certificates of a private authority are in no public log.
    if (!isUnset(properties.at("certificateAuthorityArn"))) return;
    const preference = properties.at("options", "certificateTransparencyLoggingPreference");
    if (preference.state === "unknown") yield undecided(preference);
    else if (preference.text === "DISABLED")
      yield violated(preference, "is off", 'leave it out, or set it to "ENABLED"');
  },
};
