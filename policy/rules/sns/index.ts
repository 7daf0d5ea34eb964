import type { Rule } from "../../rule";
import { refusePublicPolicy } from "./refuse-public-policy";
import { requireEncryption } from "./require-encryption";
import { requireHttpsSubscription } from "./require-https-subscription";
import { requireTls } from "./require-tls";

export const snsRules: readonly Rule[] = [refusePublicPolicy, requireHttpsSubscription, requireTls, requireEncryption];
