import type { Rule } from "../../rule";
import { requireCustomerKey } from "./require-customer-key";
import { requireRetention } from "./require-retention";

export const logRules: readonly Rule[] = [requireRetention, requireCustomerKey];
