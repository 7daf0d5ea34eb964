import type { Rule } from "../../rule";
import { refusePublicPolicy } from "./refuse-public-policy";
import { requireCustomerKey } from "./require-customer-key";
import { requireRetention } from "./require-retention";

export const logRules: readonly Rule[] = [refusePublicPolicy, requireRetention, requireCustomerKey];
