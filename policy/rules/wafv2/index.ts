import type { Rule } from "../../rule";
import { requireGlobalRegion } from "./require-global-region";

export const wafRules: readonly Rule[] = [requireGlobalRegion];
