import type { Rule } from "../../rule";
import { refuseDanglingRecord } from "./refuse-dangling-record";
import { requireDnssec } from "./require-dnssec";
import { requireQueryLog } from "./require-query-log";

export const dnsRules: readonly Rule[] = [refuseDanglingRecord, requireDnssec, requireQueryLog];
