// Takes the config where the engine hands it over: makes the Configure call fail on names and keys that this pack does not know, and
// disables the rules that the profile leaves out, and lets rules have each other's parameters. The SDK hands each policy only its own part of the config, so a misspelt rule name
// would otherwise switch nothing, silently. There is no hook for either: the one way in is the decoder of the request, which the
// service definition of @pulumi/pulumi exposes.

import { type ConfigureAnalyzerRequest, PolicyConfig } from "@pulumi/pulumi/proto/analyzer_pb";
import { validateConfig } from "./config";
import { leftOut } from "./profiles/profile-policy";
import type { Rule } from "./rule";

interface ConfigureMethod {
  requestDeserialize(bytes: Buffer): ConfigureAnalyzerRequest;
}

/** The numbers of `EnforcementLevel` in analyzer.proto. */
const levelNames = ["advisory", "mandatory", "disabled", "remediate"];

/** Call before the pack starts to serve. */
export function takeConfig(rules: readonly Rule[], configure: ConfigureMethod): void {
  const decode = configure.requestDeserialize;
  configure.requestDeserialize = (bytes) => {
    const request = decode(bytes);
    try {
      validateConfig(rules, readConfig(request), "policy pack config");
      applyProfile(rules, request);
      shareParameters(rules, request);
    } catch (error) {
      // An error thrown here would reach the user as "Error deserializing request"; thrown where the SDK reads, it keeps its text.
      request.getPolicyconfigMap = () => {
        throw error;
      };
    }
    return request;
  };
}

function readConfig(request: ConfigureAnalyzerRequest): Record<string, unknown> {
  return Object.fromEntries(
    [...request.getPolicyconfigMap().entries()].map(([name, entry]) => [
      name,
      name === "all"
        ? levelNames[entry.getEnforcementlevel()]
        : { enforcementLevel: levelNames[entry.getEnforcementlevel()], ...entry.getProperties()?.toJavaScript() },
    ]),
  );
}

function applyProfile(rules: readonly Rule[], request: ConfigureAnalyzerRequest): void {
  const entries = request.getPolicyconfigMap();
  const profile = entries.get("profile")?.getProperties()?.toJavaScript() ?? {};
  for (const name of leftOut(rules, profile)) {
    const entry = entries.get(name) ?? new PolicyConfig();
    entry.setEnforcementlevel(levelNames.indexOf("disabled"));
    entries.set(name, entry);
  }
}

/** What a config sets for one rule holds for those that fall back to it, so that it need not say the same twice. */
function shareParameters(rules: readonly Rule[], request: ConfigureAnalyzerRequest): void {
  const entries = request.getPolicyconfigMap();
  for (const rule of rules) {
    const shared = rule.parametersOf === undefined ? undefined : entries.get(rule.parametersOf)?.getProperties();
    if (shared === undefined) continue;
    const entry =
      entries.get(rule.name) ?? new PolicyConfig().setEnforcementlevel(levelNames.indexOf(rule.level ?? "mandatory"));
    const properties = shared.clone();
    const fields = properties.getFieldsMap();
    for (const name of [...fields.keys()]) if (rule.parameters?.[name] === undefined) fields.del(name);
    for (const [name, own] of entry.getProperties()?.getFieldsMap().entries() ?? []) fields.set(name, own);
    entries.set(rule.name, entry.setProperties(properties));
  }
}
