// The test kit's arguments for policies that are not asynchronous, as those of this pack, and what they report taken apart.

import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import type { Rule } from "../../../policy/rule";
import { type Policy, toPolicy } from "../../../policy/sdk-policy";
import { type Example, NotApplicable, resourceArguments, stackArguments } from "../../../policy/testing/arguments";
import { type Outcome, Recorder } from "../../../policy/testing/outcome";

export { type Example, unknown, urnOf } from "../../../policy/testing";

export interface Judgement {
  /** The second lines of the messages: `<path>: <what>; fix: <fix>`. */
  readonly violations: readonly string[];
  /** URNs of the violations of a stack rule, one for each violation. */
  readonly urns: readonly string[];
  readonly advisories: readonly string[];
  readonly undecided: string | undefined;
  readonly applicable: boolean;
}

function attempt(run: (recorder: Recorder) => unknown): Judgement {
  const recorder = new Recorder();
  let outcome: Outcome;
  try {
    run(recorder);
    outcome = recorder.end();
  } catch (error) {
    outcome = recorder.end({ error });
  }
  const { reported, undecided, applicable } = outcome;
  const violations = reported.filter(({ enforcementLevel }) => enforcementLevel === undefined);
  return {
    violations: violations.map(({ message }) => message),
    urns: violations.flatMap(({ urn }) => urn ?? []),
    advisories: reported.flatMap(({ message, enforcementLevel }) => (enforcementLevel === undefined ? [] : message)),
    undecided,
    applicable,
  };
}

export function isResourcePolicy(policy: Policy): policy is ResourceValidationPolicy {
  return "validateResource" in policy;
}

export function isStackPolicy(policy: Policy): policy is StackValidationPolicy {
  return "validateStack" in policy;
}

/** Judges one resource with the resource half of a policy. */
export function judgeResource(policy: Policy, example: Example, config: object = {}): Judgement {
  return attempt(({ report }) => {
    if (!isResourcePolicy(policy) || typeof policy.validateResource !== "function")
      throw new Error(`${policy.name} judges no resources`);
    const only: unknown = Reflect.get(policy.validateResource, "__pulumiType");
    if (only !== undefined && only !== example.type) throw new NotApplicable();
    return policy.validateResource(resourceArguments(example, { config }), report);
  });
}

/** Judges a stack with the stack half of a policy. */
export function judgeStack(policy: Policy, examples: readonly Example[], config: object = {}): Judgement {
  return attempt(({ report }) => {
    if (!isStackPolicy(policy)) throw new Error(`${policy.name} judges no stacks`);
    return policy.validateStack(stackArguments(examples, { config }), report);
  });
}

export function judgeRule(rule: Rule, example: Example, config: object = {}): Judgement {
  return judgeResource(toPolicy(rule), example, config);
}
