import type { Rule } from "../../rule";
import { refusePublicPolicy } from "./refuse-public-policy";
import { requireCustomerKey } from "./require-customer-key";
import { requireImageScan } from "./require-image-scan";
import { requireImmutableTags } from "./require-immutable-tags";
import { requireLifecycle } from "./require-lifecycle";

export const ecrRules: readonly Rule[] = [
  refusePublicPolicy,
  requireImmutableTags,
  requireImageScan,
  requireLifecycle,
  requireCustomerKey,
];
