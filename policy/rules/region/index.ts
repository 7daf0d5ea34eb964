import type { Rule } from "../../rule";
import { requireResidency } from "./require-residency";
import { restrictEdge } from "./restrict-edge";

export const regionRules: readonly Rule[] = [requireResidency, restrictEdge];
