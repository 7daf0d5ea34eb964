// The engine sends a pack its config as a message. Packs that check or change what they are sent do so where the message is decoded,
// because the policy SDK has no hook; so the config takes the same way here.

import type { ConfigureAnalyzerRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import type { EnforcementLevel } from "../plan/plan";
import type { PackConfig } from "./pack-config";

/** The methods of the analyzer protocol that a pack may have put decoders of its own into. */
export interface AnalyzerMethods {
  readonly configure: Decoder<ConfigureAnalyzerRequest>;
  readonly analyze: Decoder<unknown>;
  readonly analyzeStack: Decoder<unknown>;
}

interface Decoder<Message> {
  requestDeserialize(bytes: Buffer): Message;
}

/** Of the pack's own copy of the SDK. */
export function loadAnalyzer(load: (module: string) => unknown): AnalyzerMethods {
  const { AnalyzerService } = load("@pulumi/pulumi/proto/analyzer_grpc_pb") as { AnalyzerService: AnalyzerMethods };
  return AnalyzerService;
}

/** The decoders as they are now, and what puts them back. */
export function keepDecoders(methods: AnalyzerMethods): () => void {
  const kept = [methods.configure, methods.analyze, methods.analyzeStack].map((method): [object, unknown] => [
    method,
    method.requestDeserialize,
  ]);
  return () => {
    for (const [method, decode] of kept) Reflect.set(method, "requestDeserialize", decode);
  };
}

/** In the order of `EnforcementLevel` in analyzer.proto. */
const levels: readonly EnforcementLevel[] = ["advisory", "mandatory", "disabled", "remediate"];

/** What a pack says where it does not take its config. */
export class ConfigRefused extends Error {}

/** What the pack makes of its config, which has an entry for each of its policies. Throws a ConfigRefused. */
export function configurePack(
  config: PackConfig,
  decode: AnalyzerMethods["configure"]["requestDeserialize"],
  load: (module: string) => unknown,
): PackConfig {
  const { ConfigureAnalyzerRequest, PolicyConfig } = load(
    "@pulumi/pulumi/proto/analyzer_pb",
  ) as typeof import("@pulumi/pulumi/proto/analyzer_pb");
  const { Struct } = load(
    "google-protobuf/google/protobuf/struct_pb",
  ) as typeof import("google-protobuf/google/protobuf/struct_pb");
  const request = new ConfigureAnalyzerRequest();
  for (const [name, { enforcementLevel, parameters }] of config) {
    const entry = new PolicyConfig();
    entry.setEnforcementlevel(levels.indexOf(enforcementLevel ?? "advisory"));
    entry.setProperties(Struct.fromJavaScript(parameters as Record<string, JavaScriptValue>));
    request.getPolicyconfigMap().set(name, entry);
  }
  return new Map(
    [...take(request, decode).entries()].map(([name, entry]) => [
      name,
      {
        enforcementLevel: levels[entry.getEnforcementlevel()],
        parameters: { ...entry.getProperties()?.toJavaScript() },
      },
    ]),
  );
}

/** Packs throw where the message is decoded, or where it is read first. */
function take(request: ConfigureAnalyzerRequest, decode: AnalyzerMethods["configure"]["requestDeserialize"]) {
  try {
    return decode(Buffer.from(request.serializeBinary())).getPolicyconfigMap();
  } catch (error) {
    throw new ConfigRefused(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
