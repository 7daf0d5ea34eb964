import type { Alias as AliasMessage } from "@pulumi/pulumi/proto/alias_pb";
import type { TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import type { Alias, HookBindings, ResourceOptions } from "../deployment/registration";
import type { Sdk } from "./sdk";

/** A resource's options in the form in which transforms receive them. */
export function encodeTransformOptions(sdk: Sdk, options: ResourceOptions, custom: boolean): TransformResourceOptions {
  const message = new sdk.resourceProto.TransformResourceOptions();
  message.setDependsOnList(options.dependsOn);
  if (options.protect !== undefined) message.setProtect(options.protect);
  message.setIgnoreChangesList(options.ignoreChanges);
  message.setReplaceOnChangesList(options.replaceOnChanges);
  message.setVersion(options.version);
  message.setPluginDownloadUrl(options.pluginDownloadURL);
  message.setAliasesList(options.aliases.map((alias) => encodeAlias(sdk, alias)));
  message.setProvider(options.provider);
  const providers = message.getProvidersMap();
  for (const [name, reference] of Object.entries(options.providers)) providers.set(name, reference);
  if (options.customTimeouts !== undefined) {
    const timeouts = new sdk.resourceProto.RegisterResourceRequest.CustomTimeouts();
    timeouts.setCreate(options.customTimeouts.create ?? "");
    timeouts.setUpdate(options.customTimeouts.update ?? "");
    timeouts.setDelete(options.customTimeouts.delete ?? "");
    message.setCustomTimeouts(timeouts);
  }
  if (options.retainOnDelete !== undefined) message.setRetainOnDelete(options.retainOnDelete);
  message.setDeletedWith(options.deletedWith);
  message.setReplaceWithList?.(options.replaceWith);
  if (custom && options.deleteBeforeReplace !== undefined) message.setDeleteBeforeReplace(options.deleteBeforeReplace);
  message.setAdditionalSecretOutputsList(options.additionalSecretOutputs);
  message.setImport(options.importId);
  message.setHideDiffList?.(options.hideDiffs);
  if (options.hooks !== undefined) message.setHooks(encodeHooks(sdk, options.hooks));
  return message;
}

function encodeAlias(sdk: Sdk, alias: Alias): AliasMessage {
  const message = new sdk.aliasProto.Alias();
  if (alias.urn) {
    message.setUrn(alias.urn);
    return message;
  }
  const spec = new sdk.aliasProto.Alias.Spec();
  spec.setName(alias.name ?? "");
  spec.setType(alias.type ?? "");
  spec.setStack(alias.stack ?? "");
  spec.setProject(alias.project ?? "");
  if (alias.noParent) spec.setNoparent(true);
  else if (alias.parent) spec.setParenturn(alias.parent);
  message.setSpec(spec);
  return message;
}

function encodeHooks(sdk: Sdk, hooks: HookBindings) {
  const message = new sdk.resourceProto.RegisterResourceRequest.ResourceHooksBinding();
  message.setBeforeCreateList(hooks.BeforeCreate ?? []);
  message.setAfterCreateList(hooks.AfterCreate ?? []);
  message.setBeforeUpdateList(hooks.BeforeUpdate ?? []);
  message.setAfterUpdateList(hooks.AfterUpdate ?? []);
  message.setBeforeDeleteList(hooks.BeforeDelete ?? []);
  message.setAfterDeleteList(hooks.AfterDelete ?? []);
  message.setOnErrorList?.(hooks.OnError ?? []);
  return message;
}
