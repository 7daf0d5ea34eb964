import { PolicyConfigError, validateConfig } from "../config";
import { isJsonObject } from "../json";
import type { Rule } from "../rule";
import { baselineId, readBaseline } from "./baseline";
import { checkWaiver } from "./check-waiver";
import type { Waiver } from "./waiver";

/** The waivers of the config's part `waivers`, and those of its baseline. Throws a PolicyConfigError with everything that is wrong with any. */
export function readWaivers(rules: readonly Rule[], config: Readonly<Record<string, unknown>>): Waiver[] {
  validateConfig(rules, { waivers: config }, "policy config");
  const isSound = (id: string, terms: unknown): terms is Omit<Waiver, "id"> =>
    checkWaiver(rules, id, terms).length === 0;
  return Object.entries(config).flatMap(([id, terms]) => {
    if (id === baselineId) return readFile(terms);
    return isSound(id, terms) ? { ...terms, id } : [];
  });
}

function readFile(terms: unknown): Waiver[] {
  const file = isJsonObject(terms) ? terms.file : undefined;
  try {
    return readBaseline(String(file));
  } catch (error) {
    throw new PolicyConfigError("policy config", String(error instanceof Error ? error.message : error).split("\n"));
  }
}
