// Which provider serves a resource, a read or an invoke of this run: the one it names, the one a component above it hands
// down, or the package's default provider, registered where it is asked for the first time.

import { createHash } from "node:crypto";
import type { PropertyMap } from "../../plan/plan";
import { unknownValue } from "./properties";
import {
  defaultProviderInputs,
  defaultProviderName,
  isDefaultProviderDenied,
  type ProviderConfig,
  type ProviderRequest,
  providerReference,
  withPlugin,
} from "./providers";
import type { Registration, ResourceOptions } from "./registration";
import type { Resources } from "./resources";
import { isProviderType, makeUrn, packageOfType } from "./urn";
import type { JudgedResource, Target } from "./world";

type Plugin = Pick<ResourceOptions, "version" | "pluginDownloadURL">;

export class ProviderChoice {
  readonly #default = new Map<string, string>();
  readonly #packages = new Map<string, ProviderRequest>();

  constructor(
    private readonly target: Target,
    private readonly resources: Resources,
    private readonly installedVersion: (packageName: string) => string | undefined,
    /** Called with each default provider, which policies judge like a resource of the program. */
    private readonly onDefaultProvider: (provider: JudgedResource) => void,
  ) {}

  /** `registerPackage`: what a reference of the wire stands for. */
  registerPackage(reference: string, request: ProviderRequest): void {
    this.#packages.set(reference, request);
  }

  /** Reference to the provider of a resource, empty where none serves it: components and providers themselves. */
  forResource({ type, custom, remote, parent, packageRef }: Registration, options: ResourceOptions): string {
    if (!remote && (!custom || isProviderType(type))) return "";
    const packageName = packageOfType(type);
    const handedDown = options.providers[packageName] || this.resources.get(parent)?.providers[packageName];
    return options.provider || handedDown || this.#defaultFor(type, options, packageRef);
  }

  forRead(type: string, explicit: string, plugin: Plugin, packageRef: string): string {
    return explicit || (isProviderType(type) ? "" : this.#defaultFor(type, plugin, packageRef));
  }

  forInvoke(token: string, explicit: string, plugin: Plugin, packageRef: string): string {
    return explicit || this.#defaultFor(token, plugin, packageRef);
  }

  /** Inputs of an explicit provider: one without a version runs with that of the package's installed SDK. */
  inputsOf(type: string, inputs: PropertyMap, options: ResourceOptions): PropertyMap {
    const version = options.version || this.installedVersion(packageOfType(type)) || "";
    return withPlugin(inputs, version, options.pluginDownloadURL, options.envVarMappings);
  }

  /** Ids of providers are made by the engine when it deploys; the deployed pass makes the same one for the same URN. */
  idOf(urn: string): string {
    if (this.target.phase === "preview") return unknownValue;
    const hex = createHash("sha256").update(urn).digest("hex");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  #defaultFor(token: string, { version, pluginDownloadURL }: Plugin, packageRef: string): string {
    const request = this.#packages.get(packageRef) ?? { package: packageOfType(token), version, pluginDownloadURL };
    const config: ProviderConfig = { values: this.target.config, secretKeys: this.target.secretKeys };
    if (isDefaultProviderDenied(request.package, config)) {
      throw new Error(`Default provider for '${request.package}' disabled. '${token}' must use an explicit provider.`);
    }
    const settled = { ...request, version: request.version || this.installedVersion(request.package) || "" };
    const name = defaultProviderName(settled);
    const key = `${request.package} ${name}`;
    const known = this.#default.get(key);
    if (known !== undefined) return known;
    const reference = this.#register(
      `pulumi:providers:${request.package}`,
      name,
      defaultProviderInputs(settled, config),
    );
    this.#default.set(key, reference);
    return reference;
  }

  #register(type: string, name: string, inputs: PropertyMap): string {
    const urn = makeUrn(this.target.stack, this.target.project, "", type, name);
    const judged: JudgedResource = {
      type,
      name,
      urn,
      properties: inputs,
      dependencies: [],
      propertyDependencies: {},
      options: {
        protect: false,
        ignoreChanges: [],
        aliases: [],
        customTimeouts: { create: 0, update: 0, delete: 0 },
        additionalSecretOutputs: [],
      },
    };
    this.resources.add(urn, {
      step: { op: "create", urn, newState: { urn, custom: true, type, inputs } },
      hidden: true,
      outputs: inputs,
      parent: "",
      inherited: { deletedWith: "" },
      providers: {},
      judged,
    });
    this.onDefaultProvider(judged);
    return providerReference(urn, this.idOf(urn));
  }
}
