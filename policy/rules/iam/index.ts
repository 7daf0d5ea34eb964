import type { Rule } from "../../rule";
import { refuseAdministrators } from "./refuse-administrators";
import { refuseBroadManagedPolicies } from "./refuse-broad-managed-policies";
import { refuseServiceWildcards } from "./refuse-service-wildcards";
import { refuseUserPolicies } from "./refuse-user-policies";
import { requireNarrowTrust } from "./require-narrow-trust";

export const iamRules: readonly Rule[] = [
  requireNarrowTrust,
  refuseAdministrators,
  refuseBroadManagedPolicies,
  refuseServiceWildcards,
  refuseUserPolicies,
];
