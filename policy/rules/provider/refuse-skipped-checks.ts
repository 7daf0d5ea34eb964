import type { Resource, Rule } from "../../rule";
import { mustNotBeTrue } from "../../rule";
import { providerType } from "./provider";

/** The SDK skips the check of the Region by itself, and to skip the metadata service is what one wants outside of EC2. */
const checks = ["skipCredentialsValidation", "skipRequestingAccountId"];

/** A provider finds out where it is before it changes anything. */
export const refuseSkippedChecks: Rule = {
  name: "provider-no-skipped-checks",
  severity: "medium",
  reason: "A provider must check its credentials and account first, or it fails half way or in the wrong account.",
  remediation: `Leave ${checks.join(" and ")} out.`,
  url: "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html",
  frameworks: [],
  profile: "strict",
  types: [providerType],
  *check({ properties }: Resource) {
    for (const check of checks) yield* mustNotBeTrue(properties.at(check), "leave it out");
  },
};
