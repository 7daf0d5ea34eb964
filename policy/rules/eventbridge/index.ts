import type { Rule } from "../../rule";
import { refusePublicPolicy } from "./refuse-public-policy";
import { requireBusPolicy } from "./require-bus-policy";
import { requireCustomerKey } from "./require-customer-key";
import { requireDeadLetterQueue } from "./require-dead-letter-queue";

export const eventBridgeRules: readonly Rule[] = [
  refusePublicPolicy,
  requireBusPolicy,
  requireDeadLetterQueue,
  requireCustomerKey,
];
