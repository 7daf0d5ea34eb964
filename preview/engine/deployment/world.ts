// What the engine asks of the world outside the program. Offline that is knowledge in tables, not a cloud.

import type { Phase, PropertyMap, PropertyValue } from "../../plan/plan";
import type { Provider } from "./providers";

export interface CreateRequest {
  type: string;
  name: string;
  urn: string;
  inputs: PropertyMap;
  provider: Provider | undefined;
  /** The id of an existing resource (`.get()`, `import`). */
  existingId?: string;
}

export interface Created {
  id: string;
  /** Computed outputs only; the engine adds the inputs. */
  outputs: PropertyMap;
  /** True where `outputs` holds every output the type has. */
  complete: boolean;
}

export interface World {
  /** The inputs after what of the provider's Check can be told offline: the effective Region written into them. */
  check(type: string, inputs: PropertyMap, provider: Provider | undefined): PropertyMap;
  /** Stand-ins for what the provider would compute. Called in the deployed pass only. */
  create(request: CreateRequest): Created;
  /** The answer to a provider function, or undefined where it cannot be told offline. */
  invoke(token: string, args: PropertyMap, provider: Provider | undefined): PropertyMap | undefined;
  /** Outputs of another stack, or undefined where there is no plan of it. */
  stackOutputs(name: string): PropertyMap | undefined;
}

/** A resource as policies see it. Property values keep their secret and unknown forms. */
export interface JudgedResource {
  type: string;
  name: string;
  urn: string;
  properties: PropertyMap;
  provider?: Provider;
  parent?: string;
  dependencies: readonly string[];
  propertyDependencies: Readonly<Record<string, readonly string[]>>;
  options: {
    protect: boolean;
    ignoreChanges: readonly string[];
    deleteBeforeReplace?: boolean;
    aliases: readonly string[];
    customTimeouts: { create: number; update: number; delete: number };
    additionalSecretOutputs: readonly string[];
    parent?: string;
  };
}

/** The policy packs of a run, called where the real engine calls its analyzers. */
export interface Judges {
  /** Corrected inputs, or undefined where no remediation is switched on (the usual case). */
  remediate(resource: JudgedResource): Promise<PropertyMap> | undefined;
  /** Undefined where every policy answered at once. */
  analyze(resource: JudgedResource): Promise<void> | undefined;
}

export interface Target {
  organization: string;
  project: string;
  stack: string;
  phase: Phase;
  /** Directory of Pulumi.yaml, for source positions. */
  root: string;
  /** The program's working directory, for relative asset paths. */
  programDirectory: string;
  config: Readonly<Record<string, string>>;
  secretKeys: ReadonlySet<string>;
}

/** A call of a function that the offline preview could not answer. */
export interface UnansweredInvoke {
  token: string;
  args: PropertyValue;
}
