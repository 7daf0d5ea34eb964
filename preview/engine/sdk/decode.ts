// From the SDK's protobuf requests to the model's plain values. Getters called with `?.` are those that an older SDK lacks.

import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Alias as AliasMessage } from "@pulumi/pulumi/proto/alias_pb";
import type {
  ReadResourceRequest,
  RegisterResourceRequest,
  ResourceInvokeRequest,
  TransformResourceOptions,
} from "@pulumi/pulumi/proto/resource_pb";
import type { SourcePosition } from "@pulumi/pulumi/proto/source_pb";
import type { PropertyMap, PropertyValue } from "../../plan/plan";
import type {
  Alias,
  HookBindings,
  Invoke,
  Read,
  Registration,
  ResourceOptions,
  Timeouts,
  Transform,
} from "../deployment/registration";

interface Struct {
  toJavaScript(): { [key: string]: unknown };
}

/** Only JSON values cross the wire, so a struct's JavaScript form is a property map. */
export function decodeStruct(struct: Struct | undefined): PropertyMap {
  return (struct?.toJavaScript() ?? {}) as PropertyMap;
}

export function decodeRegistration(
  request: RegisterResourceRequest,
  transforms: Transform[],
  root: string,
): Registration {
  const propertyDependencies: Record<string, string[]> = {};
  for (const [key, urns] of request.getPropertydependenciesMap().entries())
    propertyDependencies[key] = urns.getUrnsList();
  return {
    type: request.getType(),
    name: request.getName(),
    custom: request.getCustom(),
    remote: request.getRemote(),
    parent: request.getParent(),
    inputs: decodeStruct(request.getObject()),
    propertyDependencies,
    options: decodeOptions(request),
    transforms,
    packageRef: request.getPackageref(),
    sourcePosition: decodePosition(request.getSourceposition(), root),
  };
}

function decodeOptions(request: RegisterResourceRequest): ResourceOptions {
  return {
    dependsOn: request.getDependenciesList(),
    protect: request.hasProtect() ? request.getProtect() : undefined,
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    version: request.getVersion(),
    pluginDownloadURL: request.getPlugindownloadurl(),
    aliases: [
      ...request.getAliasurnsList().map((urn): Alias => ({ urn })),
      ...request.getAliasesList().map(decodeAlias),
    ],
    provider: request.getProvider(),
    providers: Object.fromEntries(request.getProvidersMap().entries()),
    customTimeouts: decodeTimeouts(request.getCustomtimeouts()),
    retainOnDelete: request.hasRetainondelete() ? request.getRetainondelete() : undefined,
    deletedWith: request.getDeletedwith(),
    replaceWith: request.getReplaceWithList?.() ?? [],
    deleteBeforeReplace: request.getDeletebeforereplacedefined() ? request.getDeletebeforereplace() : undefined,
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    importId: request.getImportid(),
    hideDiffs: request.getHidediffsList?.() ?? [],
    hooks: decodeHooks(request.getHooks?.()),
    replacementTrigger: request.getReplacementTrigger?.()?.toJavaScript() as PropertyValue | undefined,
    envVarMappings: Object.fromEntries(request.getEnvvarmappingsMap?.().entries() ?? []),
  };
}

export function decodeTransformOptions(options: TransformResourceOptions, before: ResourceOptions): ResourceOptions {
  return {
    ...before,
    dependsOn: options.getDependsOnList(),
    protect: options.hasProtect() ? options.getProtect() : undefined,
    ignoreChanges: options.getIgnoreChangesList(),
    replaceOnChanges: options.getReplaceOnChangesList(),
    version: options.getVersion(),
    pluginDownloadURL: options.getPluginDownloadUrl(),
    aliases: options.getAliasesList().map(decodeAlias),
    provider: options.getProvider(),
    providers: Object.fromEntries(options.getProvidersMap().entries()),
    customTimeouts: decodeTimeouts(options.getCustomTimeouts()),
    retainOnDelete: options.hasRetainOnDelete() ? options.getRetainOnDelete() : undefined,
    deletedWith: options.getDeletedWith(),
    replaceWith: options.getReplaceWithList?.() ?? [],
    deleteBeforeReplace: options.hasDeleteBeforeReplace() ? options.getDeleteBeforeReplace() : undefined,
    additionalSecretOutputs: options.getAdditionalSecretOutputsList(),
    importId: options.getImport(),
    hideDiffs: options.getHideDiffList?.() ?? [],
    hooks: decodeHooks(options.getHooks?.()),
  };
}

export function decodeAlias(alias: AliasMessage): Alias {
  const spec = alias.getSpec();
  if (spec === undefined) return { urn: alias.getUrn() };
  return {
    name: spec.getName(),
    type: spec.getType(),
    stack: spec.getStack(),
    project: spec.getProject(),
    parent: spec.getParenturn(),
    noParent: spec.getNoparent(),
  };
}

function decodeTimeouts(
  timeouts: { getCreate(): string; getUpdate(): string; getDelete(): string } | undefined,
): Timeouts | undefined {
  return timeouts && { create: timeouts.getCreate(), update: timeouts.getUpdate(), delete: timeouts.getDelete() };
}

function decodeHooks(hooks: RegisterResourceRequest.ResourceHooksBinding | undefined): HookBindings | undefined {
  if (hooks === undefined) return undefined;
  // Keys as the engine writes them into its state.
  const bindings: HookBindings = {
    BeforeCreate: hooks.getBeforeCreateList(),
    AfterCreate: hooks.getAfterCreateList(),
    BeforeUpdate: hooks.getBeforeUpdateList(),
    AfterUpdate: hooks.getAfterUpdateList(),
    BeforeDelete: hooks.getBeforeDeleteList(),
    AfterDelete: hooks.getAfterDeleteList(),
    OnError: hooks.getOnErrorList?.() ?? [],
  };
  return Object.fromEntries(Object.entries(bindings).filter(([, names]) => names.length > 0));
}

export function decodeRead(request: ReadResourceRequest, root: string): Read {
  return {
    type: request.getType(),
    name: request.getName(),
    id: request.getId(),
    parent: request.getParent(),
    inputs: decodeStruct(request.getProperties()),
    dependencies: request.getDependenciesList(),
    provider: request.getProvider(),
    version: request.getVersion(),
    pluginDownloadURL: request.getPlugindownloadurl(),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    packageRef: request.getPackageref(),
    sourcePosition: decodePosition(request.getSourceposition(), root),
  };
}

export function decodeInvoke(request: ResourceInvokeRequest): Invoke {
  return {
    token: request.getTok(),
    args: decodeStruct(request.getArgs()),
    provider: request.getProvider(),
    version: request.getVersion(),
    pluginDownloadURL: request.getPlugindownloadurl(),
    packageRef: request.getPackageref(),
  };
}

/** `project:///programs/index.ts#12,3`: the engine's form, relative to the folder of Pulumi.yaml. */
function decodePosition(position: SourcePosition | undefined, root: string): string | undefined {
  if (position === undefined || position.getLine() <= 0) return undefined;
  const uri = position.getUri();
  if (!uri.startsWith("file:")) return undefined;
  const column = position.getColumn() > 0 ? `,${position.getColumn()}` : "";
  return `project:///${pathOf(uri, root)}#${position.getLine()}${column}`;
}

/** Thousands of resources come from a few files. */
const paths = new Map<string, string>();

function pathOf(uri: string, root: string): string {
  const key = `${root}\0${uri}`;
  let path = paths.get(key);
  if (path === undefined) {
    path = encodeURI(relative(root, fileURLToPath(uri)).split("\\").join("/"));
    paths.set(key, path);
  }
  return path;
}
