// One table of rules per family of services. What is in none of them gets the typed fallback.

import type { StandInRule, StandInRules } from "../context";
import { apiRules } from "./apis";
import { computeRules } from "./compute";
import { dataRules } from "./data";
import { edgeRules } from "./edge";
import { identityRules } from "./identity";
import { loadBalancingRules } from "./load-balancing";
import { messagingRules } from "./messaging";
import { networkRules } from "./network";
import { storageRules } from "./storage";

export const standInRules: StandInRules = {
  ...apiRules,
  ...computeRules,
  ...dataRules,
  ...edgeRules,
  ...identityRules,
  ...loadBalancingRules,
  ...messagingRules,
  ...networkRules,
  ...storageRules,
};

/** The rule of a type, by its key in the type table. */
export function standInRule(key: string): StandInRule | undefined {
  return Object.hasOwn(standInRules, key) ? standInRules[key] : undefined;
}
