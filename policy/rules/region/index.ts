import type { Rule } from "../../rule";
import { reportForeignGrants } from "./report-foreign-grants";
import { requireGlobalCompanions } from "./require-global-companions";
import { requireResidency } from "./require-residency";
import { restrictEdge } from "./restrict-edge";

export const regionRules: readonly Rule[] = [
  requireResidency,
  restrictEdge,
  requireGlobalCompanions,
  reportForeignGrants,
];
