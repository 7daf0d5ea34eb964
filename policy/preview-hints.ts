// What this pack says to the offline preview, and the offline preview to it, beyond Pulumi's SDK: see preview/policy/hints.ts. Under the
// engine pass-over.ts reads the second of these keys, and nobody the first.

/** On the arguments of a policy: the same object for all policies that are handed the same resource or stack. */
export const subjectKey = Symbol.for("causeway.subject");

/** On a policy's function for single resources: whether it has anything to say of a type. */
export const isAboutKey = Symbol.for("causeway.isAbout");

/** What stands for the arguments' contents; undefined under the engine. */
export function subjectOf(args: object): object | undefined {
  const subject: unknown = Reflect.get(args, subjectKey);
  return typeof subject === "object" && subject !== null ? subject : undefined;
}
