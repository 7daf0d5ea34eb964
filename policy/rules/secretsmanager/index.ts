import type { Rule } from "../../rule";
import { refusePublicPolicy } from "./refuse-public-policy";
import { requireCustomerKey } from "./require-customer-key";
import { requireRecoveryWindow } from "./require-recovery-window";
import { requireRotation } from "./require-rotation";

export const secretRules: readonly Rule[] = [
  refusePublicPolicy,
  requireRecoveryWindow,
  requireRotation,
  requireCustomerKey,
];
