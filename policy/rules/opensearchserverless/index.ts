import type { Rule } from "../../rule";
import { refusePublicNetwork } from "./refuse-public-network";
import { requireCustomerKey } from "./require-customer-key";
import { requireNamedPrincipals } from "./require-named-principals";
import { scopeDataAccess } from "./scope-data-access";

export const openSearchServerlessRules: readonly Rule[] = [
  refusePublicNetwork,
  requireNamedPrincipals,
  scopeDataAccess,
  requireCustomerKey,
];
