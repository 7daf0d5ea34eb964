import type { Rule } from "../../rule";
import { requireResidency } from "./require-residency";

export const regionRules: readonly Rule[] = [requireResidency];
