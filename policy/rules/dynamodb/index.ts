import type { Rule } from "../../rule";
import { requireCustomerKey } from "./require-customer-key";
import { requireDeletionProtection } from "./require-deletion-protection";
import { requireRecovery } from "./require-recovery";
import { requireScaling } from "./require-scaling";

export const dynamodbRules: readonly Rule[] = [
  requireRecovery,
  requireDeletionProtection,
  requireCustomerKey,
  requireScaling,
];
