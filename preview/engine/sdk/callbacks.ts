// Transforms and hooks live in the program's callback server; the engine calls them over the wire, here over the loopback.

import type { ServiceError } from "@grpc/grpc-js";
import type { Callback, CallbackInvokeResponse } from "@pulumi/pulumi/proto/callback_pb";
import type { RegisterResourceHookRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { PropertyMap } from "../../plan/plan";
import type { Hook } from "../deployment/hooks";
import type { InvokeTransform, Transform } from "../deployment/registration";
import { decodeStruct, decodeTransformOptions } from "./decode";
import { encodeTransformOptions } from "./encode";
import type { Sdk } from "./sdk";

export class Callbacks {
  readonly #clients = new Map<string, InstanceType<Sdk["callbackClient"]["CallbacksClient"]>>();

  constructor(private readonly sdk: Sdk) {}

  resourceTransform(callback: Callback): Transform {
    const { resourceProto } = this.sdk;
    return async (resource, current) => {
      const request = new resourceProto.TransformRequest();
      request.setType(resource.type);
      request.setName(resource.name);
      request.setCustom(resource.custom);
      request.setParent(resource.parent);
      request.setProperties(this.#struct(current.inputs));
      request.setOptions(encodeTransformOptions(this.sdk, current.options, resource.custom));
      const answer = resourceProto.TransformResponse.deserializeBinary(
        await this.#call(callback, request.serializeBinary()),
      );
      const properties = answer.getProperties();
      const options = answer.getOptions();
      return {
        inputs: properties === undefined ? current.inputs : decodeStruct(properties),
        options: options === undefined ? current.options : decodeTransformOptions(options, current.options),
      };
    };
  }

  invokeTransform(callback: Callback): InvokeTransform {
    const { resourceProto } = this.sdk;
    return async (token, current) => {
      const request = new resourceProto.TransformInvokeRequest();
      request.setToken(token);
      request.setArgs(this.#struct(current.args));
      const sent = new resourceProto.TransformInvokeOptions();
      sent.setProvider(current.options.provider);
      sent.setVersion(current.options.version);
      sent.setPluginDownloadUrl(current.options.pluginDownloadURL);
      request.setOptions(sent);
      const answer = resourceProto.TransformInvokeResponse.deserializeBinary(
        await this.#call(callback, request.serializeBinary()),
      );
      const args = answer.getArgs();
      const options = answer.getOptions();
      return {
        args: args === undefined ? current.args : decodeStruct(args),
        options:
          options === undefined
            ? current.options
            : {
                provider: options.getProvider(),
                version: options.getVersion(),
                pluginDownloadURL: options.getPluginDownloadUrl(),
              },
      };
    };
  }

  hook(request: RegisterResourceHookRequest): Hook {
    const { resourceProto } = this.sdk;
    const callback = request.getCallback();
    return {
      onDryRun: request.getOnDryRun(),
      ignoreErrors: request.getIgnoreErrors?.() ?? false,
      run: async (call) => {
        if (callback === undefined) return;
        const message = new resourceProto.ResourceHookRequest();
        message.setUrn(call.urn);
        message.setId(call.id);
        message.setName(call.name);
        message.setType(call.type);
        message.setNewInputs(this.#struct(call.newInputs));
        const answer = resourceProto.ResourceHookResponse.deserializeBinary(
          await this.#call(callback, message.serializeBinary()),
        );
        if (answer.getError() !== "") throw new Error(`hook "${request.getName()}" failed: ${answer.getError()}`);
      },
    };
  }

  #struct(properties: PropertyMap) {
    return this.sdk.structProto.Struct.fromJavaScript(properties);
  }

  #call(callback: Callback, payload: Uint8Array): Promise<Uint8Array> {
    const request = new this.sdk.callbackProto.CallbackInvokeRequest();
    request.setToken(callback.getToken());
    request.setRequest(payload);
    return new Promise((resolve, reject) => {
      this.#client(callback.getTarget()).invoke(
        request,
        (error: ServiceError | null, response: CallbackInvokeResponse) => {
          if (error) reject(new Error(`invoke transform: rpc error: code = Unknown desc = ${error.details}`));
          else resolve(response.getResponse_asU8());
        },
      );
    });
  }

  #client(target: string) {
    let client = this.#clients.get(target);
    if (client === undefined) {
      client = new this.sdk.callbackClient.CallbacksClient(target, this.sdk.grpc.credentials.createInsecure());
      this.#clients.set(target, client);
    }
    return client;
  }
}
