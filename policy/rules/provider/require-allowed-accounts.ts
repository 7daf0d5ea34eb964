import type { Resource, Rule } from "../../rule";
import { mustBeSet } from "../../rule";
import { inputOf, providerType } from "./provider";

/** A provider says in which accounts it may work. */
export const requireAllowedAccounts: Rule = {
  name: "provider-allowed-accounts",
  severity: "low",
  reason:
    "A provider must name the accounts it may work in, so that the wrong profile cannot deploy into the wrong one.",
  remediation: "Set aws:allowedAccountIds in the stack's config, or allowedAccountIds of the provider.",
  url: "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html",
  frameworks: [],
  profile: "strict",
  types: [providerType],
  check: ({ properties }: Resource) =>
    mustBeSet(inputOf(properties, "allowedAccountIds"), "set it to the ids of the accounts"),
};
