// What a policy's functions receive. The property bags are made at the first look at them and are the policy's own: one
// policy that changes them cannot mislead the next.

import type {
  PolicyProviderResource,
  PolicyResource,
  ResourceValidationArgs,
  StackValidationArgs,
} from "@pulumi/policy";
import { settleReferences } from "../engine/deployment/properties";
import type { JudgedResource } from "../engine/deployment/world";
import type { PropertyMap } from "../plan/plan";
import { subjectKey } from "./hints";
import type { LoadedPack } from "./load-pack";
import { NotApplicable } from "./not-applicable";

type ResourceClass = { __pulumiType?: string; isInstance?(resource: object): boolean };

export type StackTags = ReadonlyMap<string, string>;

/**
 * The tags that the config gives the stack (`pulumi:tags`); others are known to the backend alone. What is no table of texts is no
 * tag.
 */
export function stackTagsOf(config: Readonly<Record<string, string>>): StackTags {
  try {
    const tags: unknown = JSON.parse(config["pulumi:tags"] ?? "{}");
    const entries = typeof tags === "object" && tags !== null && !Array.isArray(tags) ? Object.entries(tags) : [];
    return new Map(entries.filter((tag): tag is [string, string] => typeof tag[1] === "string"));
  } catch {
    return new Map();
  }
}

function notApplicable(reason?: string): never {
  throw new NotApplicable(reason ?? "Policy does not apply");
}

export function resourceArguments(
  resource: JudgedResource,
  policyName: string,
  pack: LoadedPack,
  stackTags: StackTags,
  secrets?: "keep secrets",
): ResourceValidationArgs {
  return Object.assign(describeResource(resource, pack, secrets === "keep secrets"), {
    stackTags,
    getConfig: <T extends object>() => configOf<T>(policyName, pack),
    notApplicable,
    [subjectKey]: resource.properties,
  }) as ResourceValidationArgs;
}

export function stackArguments(
  resources: readonly JudgedResource[],
  policyName: string,
  pack: LoadedPack,
  stackTags: StackTags,
): StackValidationArgs {
  const described = new Late(() => describeStack(resources, pack));
  return Object.assign(
    {
      get resources() {
        return described.value;
      },
      set resources(value) {
        described.value = value;
      },
      stackTags,
      getConfig: <T extends object>() => configOf<T>(policyName, pack),
      notApplicable,
    },
    { [subjectKey]: resources },
  );
}

function describeStack(resources: readonly JudgedResource[], pack: LoadedPack): PolicyResource[] {
  const byUrn = new Map<string, PolicyResource>();
  for (const resource of resources) {
    const described = Object.assign(describeResource(resource, pack, false), {
      dependencies: [],
      propertyDependencies: {},
    });
    byUrn.set(resource.urn, described as PolicyResource);
  }
  const known = (urns: readonly string[]) => urns.flatMap((urn) => byUrn.get(urn) ?? []);
  for (const resource of resources) {
    const described = byUrn.get(resource.urn);
    if (described === undefined) continue;
    if (resource.parent !== undefined) described.parent = byUrn.get(resource.parent);
    described.dependencies = known(resource.dependencies);
    for (const [key, urns] of Object.entries(resource.propertyDependencies))
      described.propertyDependencies[key] = known(urns);
  }
  return [...byUrn.values()];
}

function describeResource(resource: JudgedResource, pack: LoadedPack, keepSecrets: boolean) {
  const { type, urn, name, provider } = resource;
  const isType = (resourceClass: ResourceClass) => isOfClass(type, resourceClass);
  const props = new Late(() => readable(resource.properties, pack, keepSecrets));
  const opts = new Late(() => describeOptions(resource));
  return {
    type,
    urn,
    name,
    isType,
    asType: (resourceClass: ResourceClass): object | undefined => (isType(resourceClass) ? props.value : undefined),
    get opts() {
      return opts.value;
    },
    set opts(value) {
      opts.value = value;
    },
    get props() {
      return props.value;
    },
    set props(value) {
      props.value = value;
    },
    ...(provider === undefined ? {} : { provider: describeProvider(provider, pack) }),
  };
}

function describeOptions({ options }: JudgedResource) {
  return {
    protect: options.protect,
    ignoreChanges: [...options.ignoreChanges],
    aliases: [...options.aliases],
    customTimeouts: {
      createSeconds: options.customTimeouts.create,
      updateSeconds: options.customTimeouts.update,
      deleteSeconds: options.customTimeouts.delete,
    },
    additionalSecretOutputs: [...options.additionalSecretOutputs],
    ...(options.deleteBeforeReplace === undefined ? {} : { deleteBeforeReplace: options.deleteBeforeReplace }),
    ...(options.parent === undefined ? {} : { parent: options.parent }),
  };
}

function describeProvider(provider: NonNullable<JudgedResource["provider"]>, pack: LoadedPack): PolicyProviderResource {
  const { type, urn, name, inputs } = provider;
  const props = new Late(() => readable(inputs, pack, false));
  return {
    type,
    urn,
    name,
    get props() {
      return props.value;
    },
    set props(value) {
      props.value = value;
    },
  };
}

/** Made at the first look; most policies look at little of what they are handed. */
class Late<Value> {
  #made: { value: Value } | undefined;

  constructor(private readonly make: () => Value) {}

  get value(): Value {
    this.#made ??= { value: this.make() };
    return this.#made.value;
  }

  set value(value: Value) {
    this.#made = { value };
  }
}

/** Secrets unwrapped, assets as SDK objects, and an error at the touch of what is unknown: the policy SDK's own forms. */
function readable(properties: PropertyMap, pack: LoadedPack, keepSecrets: boolean): Record<string, unknown> {
  const plain = withoutPlugin(settleReferences(properties, "provider"));
  return pack.sdk.unknownCheckingProxy(pack.sdk.deserializeProperties({ toJavaScript: () => plain }, keepSecrets));
}

/** Which plugin serves a provider is the engine's own business; it keeps that from policies. */
function withoutPlugin(properties: PropertyMap): PropertyMap {
  if (!("__internal" in properties)) return properties;
  const { __internal, pluginDownloadURL, ...rest } = properties;
  return rest;
}

function configOf<T extends object>(policyName: string, pack: LoadedPack): T {
  return { ...pack.config.get(policyName)?.parameters } as T;
}

function isOfClass(type: string, resourceClass: ResourceClass): boolean {
  if (typeof resourceClass.__pulumiType === "string" && resourceClass.__pulumiType !== "")
    return type === resourceClass.__pulumiType;
  return resourceClass.isInstance?.({ __pulumiType: type }) === true;
}
