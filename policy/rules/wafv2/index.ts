import type { Rule } from "../../rule";
import { refuseClassic } from "./refuse-classic";
import { refuseCountingGroups } from "./refuse-counting-groups";
import { requireGlobalRegion } from "./require-global-region";
import { requireKnownBadInputs } from "./require-known-bad-inputs";
import { requireLogging } from "./require-logging";
import { requireMetrics } from "./require-metrics";
import { requireRules } from "./require-rules";

export const wafRules: readonly Rule[] = [
  requireGlobalRegion,
  requireRules,
  refuseClassic,
  requireKnownBadInputs,
  refuseCountingGroups,
  requireLogging,
  requireMetrics,
];
