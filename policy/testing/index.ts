// Runs policies over resources in a test, with what Pulumi's policy server would hand them: properties behind the SDK's own proxy that
// throws at unknown values, `isType` by the wire's token, the policy's part of the config, and `notApplicable` that throws. For any
// pack that is written with @pulumi/policy.

import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { type Example, resourceArguments, type Settings, stackArguments } from "./arguments";
import { type Outcome, Recorder } from "./outcome";

export { type Example, type Reported, type Settings, unknown, unknownOf, urnOf } from "./arguments";
export type { Outcome } from "./outcome";

export type Policy = ResourceValidationPolicy | StackValidationPolicy;

/** Runs what the policy says of one resource by its inputs. An array of functions runs one after the other, each by itself. */
export async function judgeResource(policy: Policy, example: Example, settings: Settings = {}): Promise<Outcome> {
  const validations = "validateResource" in policy ? [policy.validateResource ?? []].flat() : [];
  if (validations.length === 0) throw new Error(`policy "${policy.name}" judges no single resources`);
  const outcomes: Outcome[] = [];
  for (const validate of validations) {
    const recorder = new Recorder();
    outcomes.push(
      isAboutAnother(validate, [example.type])
        ? { reported: [], undecided: undefined, applicable: false }
        : await settle(recorder, () => validate(resourceArguments(example, settings), recorder.report)),
    );
  }
  return {
    reported: outcomes.flatMap(({ reported }) => reported),
    undecided: outcomes.map(({ undecided }) => undecided).find((path) => path !== undefined),
    applicable: outcomes.some(({ applicable }) => applicable),
  };
}

/** Runs what the policy says of a stack. */
export async function judgeStack(
  policy: Policy,
  examples: readonly Example[],
  settings: Settings = {},
): Promise<Outcome> {
  if (!("validateStack" in policy)) throw new Error(`policy "${policy.name}" judges no stacks`);
  const { validateStack } = policy;
  const types = examples.map(({ type }) => type);
  if (isAboutAnother(validateStack, types)) return { reported: [], undecided: undefined, applicable: false };
  const recorder = new Recorder();
  return settle(recorder, () => validateStack(stackArguments(examples, settings), recorder.report));
}

/** What came of a policy of a pack. */
export interface PackOutcome extends Outcome {
  readonly policy: string;
  /** The resource it was run on; absent for what was said of the stack. */
  readonly example?: Example;
}

/**
 * Runs every policy of a pack over every resource and then over the stack, as a preview does, and returns what was applicable. `config` has
 * the form of a config file, without levels.
 */
export async function judgePack(
  policies: readonly Policy[],
  examples: readonly Example[],
  config: Readonly<Record<string, object>> = {},
  stackTags: Settings["stackTags"] = {},
): Promise<PackOutcome[]> {
  const outcomes: PackOutcome[] = [];
  const settingsOf = ({ name }: Policy): Settings => ({ config: config[name], stackTags });
  for (const example of examples)
    for (const policy of policies)
      if ("validateResource" in policy)
        outcomes.push({
          policy: policy.name,
          example,
          ...(await judgeResource(policy, example, settingsOf(policy))),
        });
  for (const policy of policies)
    if ("validateStack" in policy)
      outcomes.push({ policy: policy.name, ...(await judgeStack(policy, examples, settingsOf(policy))) });
  return outcomes.filter(({ applicable }) => applicable);
}

/** The SDK's helpers mark a function that judges one type only. */
function isAboutAnother(validate: object, types: readonly string[]): boolean {
  const only: unknown = Reflect.get(validate, "__pulumiType");
  return typeof only === "string" && only !== "" && !types.includes(only);
}

async function settle(recorder: Recorder, run: () => unknown): Promise<Outcome> {
  try {
    await run();
    return recorder.end();
  } catch (error) {
    return recorder.end({ error });
  }
}
