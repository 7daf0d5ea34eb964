// A provider plugin that creates nothing. It answers the Pulumi engine the way the real one of its name does, so that whatever the
// engine shows comes from the program and the engine alone. A bridged Terraform provider such as `aws` takes no secrets, resource references
// or output values on the wire; a native one such as `kubernetes` takes secrets; a component package such as `eks` takes all of them.
//
// - Check returns the inputs; for `aws` it writes the provider's Region into resources that take one and name none.
// - Diff names the inputs whose values differ and asks for no replacement: that comes from the program's options.
// - Create during a preview returns the inputs and nothing else: every other output is unknown to the program. Otherwise it adds an id and
//   what the JSON file named by SIMULATED_OUTPUTS says of the type. SIMULATED_ID_SUFFIX ends the ids, so that a replacement differs from
//   what it replaces.
// - Read knows one computed property, `arn`, since reading is the one moment at which a preview learns real values. What an import
//   finds comes from the JSON file named by SIMULATED_READS, by id: the engine compares it with the program's inputs.
// - Construct registers the component itself and no children, and returns no outputs.
// - Invoke answers from the JSON file named by SIMULATED_INVOKES, `<package>:index:echo` with its own arguments, and fails otherwise;
//   Call returns its arguments.
//
// Run as `simulated-provider.ts <package>`; the engine reads the port from the first line of stdout.

import { readFileSync } from "node:fs";
import * as grpc from "@grpc/grpc-js";
import * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import * as empty from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct, Value } from "google-protobuf/google/protobuf/struct_pb";
import { construct } from "./construct";
import { takesRegion } from "./region-types";

type Unary<Request, Response> = (request: Request) => Response | Promise<Response>;

const packageName = process.argv[2] ?? "";

/** Packages that are no Terraform bridge. */
const NATIVE_PACKAGES = new Set(["kubernetes", "docker-build", "awsx", "eks", "components"]);
const COMPONENT_PACKAGES = new Set(["awsx", "eks", "components"]);

let providerRegion: Value | undefined;

function unary<Request, Response>(answer: Unary<Request, Response>): grpc.handleUnaryCall<Request, Response> {
  return async (call, callback) => {
    try {
      callback(null, await answer(call.request));
    } catch (error) {
      callback({ code: grpc.status.UNKNOWN, message: error instanceof Error ? error.message : String(error) });
    }
  };
}

function text(value: string): Value {
  const result = new Value();
  result.setStringValue(value);
  return result;
}

/** The JSON file that an environment variable names: objects by key. */
function table(variable: string): Record<string, Record<string, JavaScriptValue>> {
  const file = process.env[variable];
  return file ? JSON.parse(readFileSync(file, "utf8")) : {};
}

function configure(request: provider.ConfigureRequest): provider.ConfigureResponse {
  providerRegion = request.getArgs()?.getFieldsMap().get("region");
  const response = new provider.ConfigureResponse();
  response.setSupportspreview(true);
  response.setAcceptsecrets(NATIVE_PACKAGES.has(packageName));
  response.setAcceptresources(COMPONENT_PACKAGES.has(packageName));
  response.setAcceptoutputs(COMPONENT_PACKAGES.has(packageName));
  return response;
}

function echoInputs(request: provider.CheckRequest): provider.CheckResponse {
  const response = new provider.CheckResponse();
  response.setInputs(request.getNews());
  return response;
}

function check(request: provider.CheckRequest): provider.CheckResponse {
  const inputs = request.getNews() ?? new Struct();
  if (
    packageName === "aws" &&
    providerRegion &&
    !inputs.getFieldsMap().has("region") &&
    takesRegion(request.getType())
  ) {
    inputs.getFieldsMap().set("region", providerRegion);
  }
  const response = new provider.CheckResponse();
  response.setInputs(inputs);
  return response;
}

function create(request: provider.CreateRequest): provider.CreateResponse {
  const response = new provider.CreateResponse();
  const state = request.getProperties() ?? new Struct();
  if (!request.getPreview()) {
    for (const [key, value] of Object.entries(table("SIMULATED_OUTPUTS")[request.getType()] ?? {})) {
      state.getFieldsMap().set(key, Value.fromJavaScript(value));
    }
    response.setId(`${request.getName()}-id${process.env.SIMULATED_ID_SUFFIX ?? ""}`);
  }
  response.setProperties(state);
  return response;
}

function read(request: provider.ReadRequest): provider.ReadResponse {
  const existing = table("SIMULATED_READS")[request.getId()];
  const state = request.getProperties() ?? Struct.fromJavaScript(existing ?? {});
  state.getFieldsMap().set("arn", text(`arn:simulated:${request.getType()}/${request.getId()}`));
  const response = new provider.ReadResponse();
  response.setId(request.getId());
  response.setProperties(state);
  response.setInputs(request.getInputs() ?? Struct.fromJavaScript(existing ?? {}));
  return response;
}

function update(request: provider.UpdateRequest): provider.UpdateResponse {
  const response = new provider.UpdateResponse();
  response.setProperties(request.getNews());
  return response;
}

function diff(request: provider.DiffRequest): provider.DiffResponse {
  const before = valuesOf(request.getOldInputs() ?? request.getOlds());
  const after = valuesOf(request.getNews());
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
  const { DIFF_NONE, DIFF_SOME } = provider.DiffResponse.DiffChanges;
  const response = new provider.DiffResponse();
  response.setChanges(changed.length === 0 ? DIFF_NONE : DIFF_SOME);
  response.setDiffsList(changed);
  return response;
}

/** Each property as text that is the same for the same value. */
function valuesOf(properties: Struct | undefined): ReadonlyMap<string, string> {
  return new Map(Object.entries(properties?.toJavaScript() ?? {}).map(([key, value]) => [key, JSON.stringify(value)]));
}

function invoke(request: provider.InvokeRequest): provider.InvokeResponse {
  const response = new provider.InvokeResponse();
  if (request.getTok() === `${packageName}:index:echo`) {
    response.setReturn(request.getArgs());
    return response;
  }
  const answer = table("SIMULATED_INVOKES")[request.getTok()];
  if (!answer) throw new Error(`the simulated provider has no answer for ${request.getTok()}`);
  response.setReturn(Struct.fromJavaScript(answer));
  return response;
}

function call(request: provider.CallRequest): provider.CallResponse {
  const response = new provider.CallResponse();
  response.setReturn(request.getArgs());
  return response;
}

const none = () => new empty.Empty();

const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
server.addService(ResourceProviderService, {
  // Newer than anything a program asks for.
  getPluginInfo: unary(() => {
    const info = new plugin.PluginInfo();
    info.setVersion("999.0.0");
    return info;
  }),
  checkConfig: unary(echoInputs),
  diffConfig: unary(() => new provider.DiffResponse()),
  configure: unary(configure),
  check: unary(check),
  diff: unary(diff),
  create: unary(create),
  read: unary(read),
  update: unary(update),
  delete: unary(none),
  invoke: unary(invoke),
  construct: unary(construct),
  call: unary(call),
  parameterize: unary((request: provider.ParameterizeRequest) => {
    const response = new provider.ParameterizeResponse();
    response.setName(request.getValue()?.getName() ?? packageName);
    response.setVersion(request.getValue()?.getVersion() ?? "1.0.0");
    return response;
  }),
  cancel: unary(none),
  attach: unary(none),
});

server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  process.stdout.write(`${port}\n`);
});
