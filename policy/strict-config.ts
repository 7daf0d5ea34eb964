// Makes the engine's Configure call fail on names and keys that this pack does not know. The SDK hands each policy only its own
// part of the config, so a misspelt rule name would otherwise switch nothing, silently. There is no hook for it: the one way in
// is the decoder of the request, which the service definition of @pulumi/pulumi exposes.

import type { ConfigureAnalyzerRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { validateConfig } from "./config";
import type { Rule } from "./rule";

interface ConfigureMethod {
  requestDeserialize(bytes: Buffer): ConfigureAnalyzerRequest;
}

/** The numbers of `EnforcementLevel` in analyzer.proto. */
const levelNames = ["advisory", "mandatory", "disabled", "remediate"];

/** Call before the pack starts to serve. */
export function refuseUnknownConfig(rules: readonly Rule[], configure: ConfigureMethod): void {
  const decode = configure.requestDeserialize;
  configure.requestDeserialize = (bytes) => {
    const request = decode(bytes);
    const entries = request.getPolicyconfigMap();
    try {
      const config = Object.fromEntries(
        [...entries.entries()].map(([name, entry]) => [
          name,
          name === "all"
            ? levelNames[entry.getEnforcementlevel()]
            : { enforcementLevel: levelNames[entry.getEnforcementlevel()], ...entry.getProperties()?.toJavaScript() },
        ]),
      );
      validateConfig(rules, config, "policy pack config");
    } catch (error) {
      // An error thrown here would reach the user as "Error deserializing request"; thrown where the SDK reads, it keeps its text.
      request.getPolicyconfigMap = () => {
        throw error;
      };
    }
    return request;
  };
}
