import { validateConfig } from "../config";
import type { Rule } from "../rule";
import { checkWaiver } from "./check-waiver";
import type { Waiver } from "./waiver";

/** The waivers of the config's part `waivers`. Throws a PolicyConfigError with everything that is wrong with any of them. */
export function readWaivers(rules: readonly Rule[], config: Readonly<Record<string, unknown>>): Waiver[] {
  validateConfig(rules, { waivers: config }, "policy config");
  const isSound = (id: string, terms: unknown): terms is Omit<Waiver, "id"> =>
    checkWaiver(rules, id, terms).length === 0;
  return Object.entries(config).flatMap(([id, terms]) => (isSound(id, terms) ? { ...terms, id } : []));
}
