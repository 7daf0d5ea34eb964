// The resource monitor that the SDK talks to: an object with the methods of its gRPC client, in the same process. A socket
// between the two would cost more than all the rest of a run.

import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import type {
  ReadResourceRequest,
  RegisterPackageRequest,
  RegisterResourceHookRequest,
  RegisterResourceOutputsRequest,
  RegisterResourceRequest,
  ResourceInvokeRequest,
  SupportsFeatureRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import type { PropertyMap } from "../../plan/plan";
import { type Deployment, DeploymentEnded } from "../deployment/deployment";
import type { Registered } from "../deployment/registration";
import { Callbacks } from "./callbacks";
import { decodeInvoke, decodeRead, decodeRegistration, decodeStruct } from "./decode";
import { incompleteMark } from "./known-values";
import type { Sdk } from "./sdk";

type Reply<T> = (error: { code: number; message: string; details: string } | null, response: T | undefined) => void;

/** The features of the engine, by the names the SDK asks for. Unknown names are features this monitor does not have. */
const features: ReadonlySet<string> = new Set([
  "secrets",
  "resourceReferences",
  "outputValues",
  "aliasSpecs",
  "deletedWith",
  "replaceWith",
  "transforms",
  "invokeTransforms",
  "parameterization",
  "resourceHooks",
  "errorHooks",
]);

// gRPC status codes (google.rpc.Code).
const statusUnknown = 2;
const statusUnavailable = 14;

/** `Result.SUCCESS` of a registration. */
const success = 0;

export class Monitor {
  readonly #callbacks: Callbacks;

  constructor(
    private readonly sdk: Sdk,
    private readonly deployment: Deployment,
  ) {
    this.#callbacks = new Callbacks(sdk);
  }

  supportsFeature(request: SupportsFeatureRequest, reply: Reply<object>): void {
    const known = features.has(request.getId());
    reply(null, { getHassupport: () => known });
  }

  /** Newer SDKs ask for everything about the deployment at once and fall back where the monitor cannot tell. */
  getDeploymentInfo(_request: unknown, reply: Reply<object>): void {
    reply({ code: 12, message: "unimplemented", details: "unimplemented" }, undefined);
  }

  registerResource(request: RegisterResourceRequest, reply: Reply<object>): void {
    this.#answer(reply, () => {
      const transforms = request.getTransformsList().map((callback) => this.#callbacks.resourceTransform(callback));
      const respond = (registered: Registered) => ({
        getUrn: () => registered.urn,
        getId: () => (request.getCustom() && registered.id === "" ? undefined : registered.id),
        getObject: () => structOf(answered(registered)),
        getPropertydependenciesMap: () => undefined,
        getResult: () => success,
        getUnknown: () => false,
      });
      const registered = this.deployment.register(decodeRegistration(request, transforms, this.deployment.target.root));
      return registered instanceof Promise ? registered.then(respond) : respond(registered);
    });
  }

  readResource(request: ReadResourceRequest, reply: Reply<object>): void {
    this.#answer(reply, () => {
      const read = this.deployment.read(decodeRead(request, this.deployment.target.root));
      return { getUrn: () => read.urn, getProperties: () => structOf(answered(read)) };
    });
  }

  registerResourceOutputs(request: RegisterResourceOutputsRequest, reply: Reply<object>): void {
    this.#answer(reply, () => {
      this.deployment.registerOutputs(request.getUrn(), decodeStruct(request.getOutputs()));
      return new this.sdk.emptyProto.Empty();
    });
  }

  invoke(request: ResourceInvokeRequest, reply: Reply<object>): void {
    this.#answer(reply, async () => {
      const invoke = decodeInvoke(request);
      const answer =
        invoke.token === "pulumi:pulumi:getResource"
          ? this.#getResource(invoke.args)
          : await this.deployment.invoke(invoke);
      return { getReturn: () => structOf(answer ?? {}), getFailuresList: () => [] };
    });
  }

  #getResource(args: PropertyMap): PropertyMap {
    const urn = typeof args.urn === "string" ? args.urn : "";
    const known = this.deployment.resource(urn);
    if (known === undefined) throw new Error(`unknown resource '${urn}'`);
    return { urn, id: known.id, state: known.outputs };
  }

  /** Methods of remote components run inside their provider, which an offline run has not. */
  call(request: { getTok(): string }, reply: Reply<object>): void {
    this.deployment.unanswered.push({ token: request.getTok(), args: {} });
    reply(null, {
      getReturn: () => structOf({}),
      getFailuresList: () => [],
      getReturndependenciesMap: () => undefined,
    });
  }

  registerStackTransform(callback: Callback, reply: Reply<object>): void {
    this.deployment.transforms.addStackTransform(this.#callbacks.resourceTransform(callback));
    reply(null, new this.sdk.emptyProto.Empty());
  }

  registerStackInvokeTransform(callback: Callback, reply: Reply<object>): void {
    this.deployment.transforms.addInvokeTransform(this.#callbacks.invokeTransform(callback));
    reply(null, new this.sdk.emptyProto.Empty());
  }

  registerResourceHook(request: RegisterResourceHookRequest, reply: Reply<object>): void {
    this.deployment.hooks.register(request.getName(), this.#callbacks.hook(request));
    reply(null, new this.sdk.emptyProto.Empty());
  }

  /** Error hooks run when an operation of a provider fails, which none does offline. */
  registerErrorHook(_request: unknown, reply: Reply<object>): void {
    reply(null, new this.sdk.emptyProto.Empty());
  }

  registerPackage(request: RegisterPackageRequest, reply: Reply<object>): void {
    this.#answer(reply, () => {
      const parameterized = request.getParameterization();
      const name = parameterized?.getName() ?? request.getName();
      const version = parameterized?.getVersion() ?? request.getVersion();
      const reference = `${name}@${version}`;
      this.deployment.registerPackage(reference, {
        package: name,
        version,
        pluginDownloadURL: request.getDownloadUrl(),
      });
      return { getRef: () => reference };
    });
  }

  signalAndWaitForShutdown(_request: unknown, reply: Reply<object>): void {
    reply(null, new this.sdk.emptyProto.Empty());
  }

  /**
   * Answers with what `work` returns, or with the gRPC error that the real monitor would send. Never within the call: what
   * the program does next must find the call under way, as it does when the monitor is another process.
   */
  #answer(reply: Reply<object>, work: () => object | Promise<object>): void {
    const later: Reply<object> = (error, response) => void setImmediate(reply, error, response);
    const fail = (error: unknown) => later(grpcError(error), undefined);
    try {
      const response = work();
      if (response instanceof Promise) response.then((value) => later(null, value), fail);
      else later(null, response);
    } catch (error) {
      fail(error);
    }
  }
}

/** Outputs, with a mark where those that are absent are unknown. */
function answered({ outputs, complete }: Registered): PropertyMap {
  return complete ? outputs : { ...outputs, [incompleteMark]: true };
}

function grpcError(error: unknown) {
  if (error instanceof DeploymentEnded) {
    const details = "resource monitor shut down";
    return { code: statusUnavailable, message: details, details };
  }
  const details = error instanceof Error ? error.message : String(error);
  return { code: statusUnknown, message: `${statusUnknown} UNKNOWN: ${details}`, details };
}

/** As much of a protobuf struct as the SDK reads of an answer; spares the way there and back. */
function structOf(properties: PropertyMap): object {
  return {
    toJavaScript: () => properties,
    getFieldsMap: () => ({
      get: (key: string) => {
        const value = properties[key];
        return value === undefined
          ? undefined
          : { toJavaScript: () => value, getStructValue: () => structOf(asMap(value)) };
      },
    }),
  };
}

function asMap(value: unknown): PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as PropertyMap) : {};
}
