// Runs policies over resources in this process, with arguments as the policy SDK's server makes them: properties behind the SDK's
// own proxy that throws at unknown values, and `notApplicable` that throws.

import type {
  PolicyResource,
  ReportViolation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import { UnknownValueError, unknownCheckingProxy } from "@pulumi/policy";
import type { Rule } from "../../../policy/rule";
import { type Policy, toPolicy } from "../../../policy/sdk-policy";

/** Stands in a test for a value that a preview does not know yet. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export interface Example {
  readonly type: string;
  readonly name?: string;
  readonly props: Record<string, unknown>;
  /** Names of the resources that a property was made from. */
  readonly sources?: Readonly<Record<string, readonly string[]>>;
}

export interface Judgement {
  /** The second lines of the messages: `<path>: <what>; fix: <fix>`. */
  readonly violations: readonly string[];
  /** URNs of the violations of a stack rule, one for each violation. */
  readonly urns: readonly string[];
  readonly advisories: readonly string[];
  readonly undecided: string | undefined;
  readonly applicable: boolean;
}

class NotApplicable extends Error {}

function notApplicable(): never {
  throw new NotApplicable();
}

export function urnOf({ type, name = "example" }: Pick<Example, "type" | "name">): string {
  return `urn:pulumi:dev::shop::${type}::${name}`;
}

function asPolicyResource(example: Example): PolicyResource {
  return {
    type: example.type,
    name: example.name ?? "example",
    urn: urnOf(example),
    props: unknownCheckingProxy(structuredClone(example.props)),
    opts: {
      protect: false,
      ignoreChanges: [],
      aliases: [],
      customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
      additionalSecretOutputs: [],
    },
    dependencies: [],
    propertyDependencies: {},
    isType: () => false,
    asType: () => undefined,
  };
}

function attempt(run: (report: ReportViolation) => unknown): Judgement {
  const violations: string[] = [];
  const urns: string[] = [];
  const advisories: string[] = [];
  const report = (violation: string | { message: string; urn?: string; enforcementLevel: string }, urn?: string) => {
    if (typeof violation === "string") {
      violations.push(violation);
      if (urn !== undefined) urns.push(urn);
    } else advisories.push(violation.message);
  };
  try {
    run(report);
  } catch (error) {
    if (error instanceof NotApplicable)
      return { violations, urns, advisories, undecided: undefined, applicable: false };
    if (!(error instanceof UnknownValueError)) throw error;
    return { violations, urns, advisories, undecided: pathOf(error), applicable: true };
  }
  return { violations, urns, advisories, undecided: undefined, applicable: true };
}

/** The SDK leaves its error out of its type declarations. */
function pathOf(error: unknown): string {
  const props: unknown = Reflect.get(Object(error), "props");
  return Array.isArray(props) ? props.join(".") : String(error);
}

export function isResourcePolicy(policy: Policy): policy is ResourceValidationPolicy {
  return "validateResource" in policy;
}

export function isStackPolicy(policy: Policy): policy is StackValidationPolicy {
  return "validateStack" in policy;
}

/** Judges one resource with the resource half of a policy. */
export function judgeResource(policy: Policy, example: Example, config: object = {}): Judgement {
  return attempt((report) => {
    if (!isResourcePolicy(policy) || typeof policy.validateResource !== "function")
      throw new Error(`${policy.name} judges no resources`);
    const only: unknown = Reflect.get(policy.validateResource, "__pulumiType");
    if (only !== undefined && only !== example.type) notApplicable();
    const args = { ...asPolicyResource(example), stackTags: new Map(), getConfig: () => config, notApplicable };
    return policy.validateResource(args as ResourceValidationArgs, report);
  });
}

/** Judges a stack with the stack half of a policy. */
export function judgeStack(policy: Policy, examples: readonly Example[], config: object = {}): Judgement {
  const resources = examples.map(asPolicyResource);
  resources.forEach((resource, i) => {
    for (const [property, names] of Object.entries(examples[i]?.sources ?? {})) {
      resource.propertyDependencies[property] = resources.filter((source) => names.includes(source.name));
    }
  });
  return attempt((report) => {
    if (!isStackPolicy(policy)) throw new Error(`${policy.name} judges no stacks`);
    const args = { resources, stackTags: new Map(), getConfig: () => config, notApplicable };
    return policy.validateStack(args as StackValidationArgs, report);
  });
}

export function judgeRule(rule: Rule, example: Example, config: object = {}): Judgement {
  return judgeResource(toPolicy(rule), example, config);
}
