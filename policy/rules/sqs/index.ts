import type { Rule } from "../../rule";
import { refusePublicPolicy } from "./refuse-public-policy";
import { requireDeadLetterQueue } from "./require-dead-letter-queue";
import { requireEncryption } from "./require-encryption";
import { requireTls } from "./require-tls";

export const sqsRules: readonly Rule[] = [refusePublicPolicy, requireTls, requireEncryption, requireDeadLetterQueue];
