import type { PropertyMap } from "../../plan/plan";
import type { Provider } from "./providers";
import type { Registration, ResourceOptions } from "./registration";
import type { JudgedResource } from "./world";

export interface Settled {
  urn: string;
  inputs: PropertyMap;
  provider: Provider | undefined;
  dependencies: readonly string[];
  propertyDependencies: Readonly<Record<string, readonly string[]>>;
  options: ResourceOptions;
  /** Seconds; absent where the program sets none. */
  timeouts: { create?: number; update?: number; delete?: number } | undefined;
}

/** A registration as the engine hands it to policies. */
export function describeForPolicies({ type, name, parent: parentUrn }: Registration, settled: Settled): JudgedResource {
  const { urn, inputs, provider, dependencies, propertyDependencies, options, timeouts } = settled;
  const parent = parentUrn === "" ? undefined : parentUrn;
  return {
    type,
    name,
    urn,
    properties: inputs,
    provider,
    parent,
    dependencies,
    propertyDependencies,
    options: {
      protect: options.protect === true,
      ignoreChanges: options.ignoreChanges,
      deleteBeforeReplace: options.deleteBeforeReplace,
      aliases: [], // The engine hands on those that matched earlier state, and offline there is none.
      customTimeouts: { create: timeouts?.create ?? 0, update: timeouts?.update ?? 0, delete: timeouts?.delete ?? 0 },
      additionalSecretOutputs: options.additionalSecretOutputs,
      parent,
    },
  };
}
