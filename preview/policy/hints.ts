// What the offline preview says to policies, and hears from them, beyond Pulumi's SDK. Packs of many policies are several times as fast
// with it; without it they work as under the engine.

/**
 * On the arguments of a policy: the same object for all policies that are handed the same resource or stack. A pack whose policies change
 * nothing may keep what it has read of it, by a WeakMap.
 */
export const subjectKey = Symbol.for("causeway.subject");

/** On a policy's function for single resources: a function of the type, false where the policy has nothing to say. */
const isAboutKey = Symbol.for("causeway.isAbout");

export function saysNothingOf(validate: object, type: string): boolean {
  const isAbout: unknown = Reflect.get(validate, isAboutKey);
  return typeof isAbout === "function" && isAbout(type) === false;
}
