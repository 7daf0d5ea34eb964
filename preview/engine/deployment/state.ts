import type { PropertyMap, ResourceState } from "../../plan/plan";
import { parseDuration } from "./durations";
import { downgradeOutputs } from "./properties";
import type { HookBindings, Read, Registration, ResourceOptions, Timeouts } from "./registration";

export interface Recorded {
  urn: string;
  id: string;
  inputs: PropertyMap;
  provider: string;
  aliases: string[];
  dependencies: string[];
  propertyDependencies: Record<string, string[]>;
  options: ResourceOptions;
  timeouts: { create?: number; update?: number; delete?: number } | undefined;
}

/** The resource as the engine writes it down: empty and default fields are left out. */
export function recordState(registration: Registration, recorded: Recorded): ResourceState {
  const { options } = recorded;
  const state: ResourceState = {
    urn: recorded.urn,
    custom: registration.custom,
    type: registration.type,
    inputs: recorded.inputs,
  };
  if (recorded.id !== "") state.id = recorded.id;
  if (registration.parent !== "") state.parent = registration.parent;
  if (options.protect === true) state.protect = true;
  if (recorded.dependencies.length > 0) state.dependencies = recorded.dependencies;
  if (recorded.provider !== "" && registration.custom) state.provider = recorded.provider;
  if (Object.keys(recorded.propertyDependencies).length > 0) state.propertyDependencies = recorded.propertyDependencies;
  if (options.additionalSecretOutputs.length > 0) state.additionalSecretOutputs = options.additionalSecretOutputs;
  if (recorded.aliases.length > 0) state.aliases = recorded.aliases;
  if (recorded.timeouts) state.customTimeouts = recorded.timeouts;
  if (options.importId !== "") state.importID = options.importId;
  if (options.retainOnDelete === true) state.retainOnDelete = true;
  if (options.deletedWith !== "") state.deletedWith = options.deletedWith;
  if (options.replaceWith.length > 0) state.replaceWith = options.replaceWith;
  if (options.deleteBeforeReplace !== undefined) state.deleteBeforeReplace = options.deleteBeforeReplace;
  if (options.ignoreChanges.length > 0) state.ignoreChanges = options.ignoreChanges;
  if (options.replaceOnChanges.length > 0) state.replaceOnChanges = options.replaceOnChanges;
  if (options.hideDiffs.length > 0) state.hideDiff = options.hideDiffs;
  if (options.replacementTrigger !== undefined) {
    state.replacementTrigger = downgradeOutputs(options.replacementTrigger, new Set());
  }
  if (hasHooks(options.hooks)) state.resourceHooks = options.hooks;
  if (registration.sourcePosition !== undefined) state.sourcePosition = registration.sourcePosition;
  return state;
}

/** A resource that is looked up, not managed: `external` in the engine's state. */
export function recordRead(read: Read, urn: string, provider: string): ResourceState {
  const state: ResourceState = {
    urn,
    custom: true,
    id: read.id,
    type: read.type,
    inputs: read.inputs,
    external: true,
  };
  if (read.parent !== "") state.parent = read.parent;
  if (read.dependencies.length > 0) state.dependencies = read.dependencies;
  if (provider !== "") state.provider = provider;
  if (read.additionalSecretOutputs.length > 0) state.additionalSecretOutputs = read.additionalSecretOutputs;
  if (read.sourcePosition !== undefined) state.sourcePosition = read.sourcePosition;
  return state;
}

function hasHooks(hooks: HookBindings | undefined): hooks is HookBindings {
  return hooks !== undefined && Object.keys(hooks).length > 0;
}

/**
 * Seconds of the three timeouts, or undefined where none is set.
 * @throws Error for a text that is no duration, as the engine does.
 */
export function timeoutsInSeconds(timeouts: Timeouts | undefined): Recorded["timeouts"] {
  if (!timeouts) return undefined;
  const seconds: NonNullable<Recorded["timeouts"]> = {};
  for (const key of ["create", "update", "delete"] as const) {
    const text = timeouts[key];
    if (text === undefined || text === "") continue;
    const value = parseDuration(text);
    if (value === undefined) throw new Error(`unable to parse customTimeout Value ${text}`);
    seconds[key] = value;
  }
  return Object.keys(seconds).length > 0 ? seconds : undefined;
}
