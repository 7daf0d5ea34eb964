import type { Rule } from "../../rule";
import { requireKeyStrength } from "./require-key-strength";
import { requireTimeLeft } from "./require-time-left";
import { requireTransparencyLog } from "./require-transparency-log";

export const certificateRules: readonly Rule[] = [requireKeyStrength, requireTimeLeft, requireTransparencyLog];
