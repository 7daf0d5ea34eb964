// What a policy's functions receive, as the policy SDK's server makes it.

import type { EnforcementLevel, PolicyResource, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { unknownCheckingProxy } from "@pulumi/policy";

/** What Pulumi sends in place of a text that a preview does not know yet. Other kinds of values have others: `unknownOf`. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What stands for an unknown value of each kind. */
export const unknownOf = {
  text: unknown,
  boolean: "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  number: "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  list: "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  object: "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
} as const;

/** A resource as the engine hands it to policies. */
export interface Example {
  /** The wire's token: `aws:s3/bucket:Bucket`, `pulumi:providers:aws`. */
  readonly type: string;
  /** @default "example" */
  readonly name?: string;
  /** Inputs, as the provider's Check leaves them; of stack policies also outputs. `unknown` for what a preview does not know. */
  readonly props: Record<string, unknown>;
  /** Names of the resources that a property was made from. */
  readonly sources?: Readonly<Record<string, readonly string[]>>;
  /** Name of the parent among the examples. */
  readonly parent?: string;
  /** @default - no protection, no ignored changes, and so on */
  readonly opts?: Partial<PolicyResource["opts"]>;
  /** Inputs of the provider. @default - no provider */
  readonly provider?: { readonly type: string; readonly props: Record<string, unknown> };
}

/** With what a policy runs. */
export interface Settings {
  /** The policy's part of a config file, without its level. @default - nothing */
  readonly config?: object;
  /** @default - none */
  readonly stackTags?: Readonly<Record<string, string>>;
}

/** Something that a policy said. */
export interface Reported {
  readonly message: string;
  /** Where the policy says which resource it is about. */
  readonly urn?: string;
  /** Where the policy gives the violation a level of its own. */
  readonly enforcementLevel?: EnforcementLevel;
  /** Where the policy reports in another one's name. */
  readonly name?: string;
}

/** Thrown by `notApplicable`. */
export class NotApplicable extends Error {}

function notApplicable(reason?: string): never {
  throw new NotApplicable(reason ?? "the policy does not apply");
}

/** `urn:pulumi:dev::shop::<type>::<name>`. */
export function urnOf({ type, name = "example" }: Pick<Example, "type" | "name">): string {
  return `urn:pulumi:dev::shop::${type}::${name}`;
}

export function resourceArguments(example: Example, settings: Settings): ResourceValidationArgs {
  return { ...describe(example), ...surroundings(settings) } as ResourceValidationArgs;
}

export function stackArguments(examples: readonly Example[], settings: Settings): StackValidationArgs {
  const resources = examples.map(describe);
  const named = (names: readonly string[]) => resources.filter(({ name }) => names.includes(name));
  for (const [i, { sources = {}, parent }] of examples.entries()) {
    const resource = resources[i];
    if (resource === undefined) continue;
    for (const [property, names] of Object.entries(sources)) resource.propertyDependencies[property] = named(names);
    resource.dependencies = [...new Set(Object.values(resource.propertyDependencies).flat())];
    resource.parent = parent === undefined ? undefined : named([parent])[0];
  }
  return { resources, ...surroundings(settings) };
}

function surroundings({ config = {}, stackTags = {} }: Settings) {
  return {
    stackTags: new Map(Object.entries(stackTags)),
    getConfig: <T extends object>() => copyOf(config) as T,
    notApplicable,
  };
}

/** Not by `structuredClone`: under Jest its objects are none by `instanceof`, and the SDK's proxy would let their unknown values pass. */
function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, copyOf(inside)])) as T;
}

type ResourceClass = { readonly __pulumiType?: string };

function describe(example: Example): PolicyResource {
  const { type, name = "example", provider } = example;
  const props = unknownCheckingProxy(copyOf(example.props));
  const isType = (resourceClass: ResourceClass) => resourceClass.__pulumiType === type;
  return {
    type,
    name,
    urn: urnOf(example),
    props,
    opts: {
      protect: false,
      ignoreChanges: [],
      aliases: [],
      customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
      additionalSecretOutputs: [],
      ...example.opts,
    },
    dependencies: [],
    propertyDependencies: {},
    ...(provider && {
      provider: {
        type: provider.type,
        name: "default",
        urn: urnOf({ type: provider.type, name: "default" }),
        props: unknownCheckingProxy(copyOf(provider.props)),
      },
    }),
    isType,
    asType: (resourceClass: ResourceClass) => (isType(resourceClass) ? props : undefined),
  } as PolicyResource;
}
