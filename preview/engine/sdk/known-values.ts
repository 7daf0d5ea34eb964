// In the deployed pass the program is told that it really deploys. The SDK then takes a value that nobody knows for one that
// is known to be absent, and callbacks run with `undefined`. Offline some values stay unknown in that pass too, so the SDK's
// own handling goes on as in a preview, while the program's `pulumi.runtime.isDryRun()` says what it should.

import type { Sdk } from "./sdk";

/** An output of this name says that absent outputs are unknown. The SDK passes over outputs that a resource does not have. */
export const incompleteMark = "__causewayIncomplete";

export function keepUnknownsUnknown(sdk: Sdk): void {
  const { resolveProperties } = sdk.rpc;
  const resolveKnown: typeof resolveProperties = (
    resource,
    resolvers,
    type,
    name,
    properties,
    dependencies,
    error,
    keepUnknowns,
  ) => {
    if (error === undefined && keepUnknowns !== true && !Object.hasOwn(properties, incompleteMark)) {
      // Everything was answered: what is absent is absent.
      for (const [key, resolve] of Object.entries(resolvers)) {
        if (!Object.hasOwn(properties, key)) resolve(undefined, true, false);
      }
    }
    resolveProperties(resource, resolvers, type, name, properties, dependencies, error, keepUnknowns);
  };
  Reflect.set(sdk.rpc, "resolveProperties", resolveKnown);
  Reflect.set(sdk.settings, "isDryRun", () => true);
  Reflect.set(sdk.runtime, "isDryRun", () => false);
}
