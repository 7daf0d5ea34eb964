// What a program asks of the engine, decoded from the wire: the border between `sdk/` (protocol) and `deployment/` (model).

import type { PropertyMap, PropertyValue } from "../../plan/plan";

/** A way the resource was known before: a URN, or the parts that differ from today's. */
export interface Alias {
  urn?: string;
  name?: string;
  type?: string;
  stack?: string;
  project?: string;
  parent?: string;
  noParent?: boolean;
}

export interface Timeouts {
  create?: string;
  update?: string;
  delete?: string;
}

export type HookBindings = Record<string, string[]>;

export interface ResourceOptions {
  dependsOn: string[];
  protect?: boolean;
  ignoreChanges: string[];
  replaceOnChanges: string[];
  version: string;
  pluginDownloadURL: string;
  aliases: Alias[];
  /** `<provider URN>::<id>`, or empty for the default provider. */
  provider: string;
  providers: Record<string, string>;
  customTimeouts?: Timeouts;
  retainOnDelete?: boolean;
  deletedWith: string;
  replaceWith: string[];
  deleteBeforeReplace?: boolean;
  additionalSecretOutputs: string[];
  importId: string;
  hideDiffs: string[];
  hooks?: HookBindings;
  /** A change of this value replaces the resource. */
  replacementTrigger?: PropertyValue;
  /** Environment variables of the program by the names the provider's plugin looks for; providers only. */
  envVarMappings: Record<string, string>;
}

export interface Registration {
  type: string;
  name: string;
  custom: boolean;
  remote: boolean;
  /** URN of the parent, empty for the stack itself. */
  parent: string;
  inputs: PropertyMap;
  propertyDependencies: Record<string, string[]>;
  options: ResourceOptions;
  /** Runs the resource's own transforms; absent where it has none. */
  transforms: Transform[];
  /** Reference given out by `registerPackage`, for parameterized packages. */
  packageRef: string;
  sourcePosition?: string;
}

export interface Transformed {
  inputs: PropertyMap;
  options: ResourceOptions;
}

/** A transform of the program: called back with the resource, answers with its new inputs and options. */
export type Transform = (
  resource: { type: string; name: string; custom: boolean; parent: string },
  current: Transformed,
) => Promise<Transformed>;

export interface Read {
  type: string;
  name: string;
  id: string;
  parent: string;
  inputs: PropertyMap;
  dependencies: string[];
  provider: string;
  version: string;
  pluginDownloadURL: string;
  additionalSecretOutputs: string[];
  packageRef: string;
  sourcePosition?: string;
}

export interface InvokeOptions {
  provider: string;
  version: string;
  pluginDownloadURL: string;
}

export interface Invoke extends InvokeOptions {
  token: string;
  args: PropertyMap;
  packageRef: string;
}

export type InvokeTransform = (
  token: string,
  current: { args: PropertyMap; options: InvokeOptions },
) => Promise<{ args: PropertyMap; options: InvokeOptions }>;

export interface Registered {
  urn: string;
  id: string;
  outputs: PropertyMap;
  /** False where outputs that are absent are unknown rather than not there: an opaque component, a package nobody knows. */
  complete: boolean;
}
