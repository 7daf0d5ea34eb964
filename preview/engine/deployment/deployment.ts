// The engine's side of a run: every resource a program registers becomes a step of the plan. It keeps the real engine's
// order of work (transforms, providers, Check, remediation, analysis, state) and none of its state, because offline there
// is no earlier deployment to compare with.

import { createHash } from "node:crypto";
import type { Diagnostic, PropertyMap, PropertyValue, Step, StepOp } from "../../plan/plan";
import { aliasUrns } from "./aliases";
import { hashAssets } from "./assets";
import { Hooks } from "./hooks";
import {
  downgradeOutputs,
  makeSecret,
  secretSignature,
  settleReferences,
  signatureOf,
  takesSecrets,
  unknownValue,
  unwrapSecrets,
  widenSecrets,
} from "./properties";
import {
  defaultProviderInputs,
  defaultProviderName,
  isDefaultProviderDenied,
  type Provider,
  type ProviderConfig,
  type ProviderRequest,
  providerReference,
  urnOfReference,
  withPlugin,
} from "./providers";
import type { Invoke, Read, Registered, Registration, ResourceOptions } from "./registration";
import { recordState, timeoutsInSeconds } from "./state";
import { runTransforms, Transforms } from "./transforms";
import { isProviderType, makeUrn, packageOfType, rootStackType } from "./urn";
import type { Created, JudgedResource, Judges, Target, UnansweredInvoke, World } from "./world";

/** The engine ended the deployment: what is still registering gets no answer but this. */
export class DeploymentEnded extends Error {
  override name = "DeploymentEnded";
}

interface Node {
  step: Step;
  /** Default providers serve and are judged like any other, but the engine's plan does not show them. */
  hidden?: boolean;
  outputs: PropertyMap;
  parent: string;
  /** What children inherit inside the engine, beyond what the SDK hands down. */
  inherited: Pick<ResourceOptions, "protect" | "retainOnDelete" | "deletedWith">;
  /** Providers that a component hands down, by package. */
  providers: Record<string, string>;
  judged: JudgedResource | undefined;
}

export class Deployment {
  readonly transforms = new Transforms();
  readonly hooks = new Hooks();
  readonly diagnostics: Diagnostic[] = [];
  readonly unanswered: UnansweredInvoke[] = [];
  /** URNs of remote components, whose children only their provider knows. */
  readonly opaque: string[] = [];
  /** Names of stacks that a StackReference asked for and nobody could tell. */
  readonly unresolvedStacks = new Set<string>();
  stackOutputs: PropertyMap = {};

  readonly #nodes = new Map<string, Node>();
  readonly #defaultProviders = new Map<string, string>();
  readonly #packages = new Map<string, ProviderRequest>();
  #ended = false;

  constructor(
    readonly target: Target,
    private readonly world: World,
    private readonly installedVersion: (packageName: string) => string | undefined,
    private readonly judges?: Judges,
  ) {}

  /** In the order of registration. */
  get steps(): Step[] {
    return [...this.#nodes.values()].filter((node) => node.hidden !== true).map((node) => node.step);
  }

  get resourceCount(): number {
    return this.#nodes.size;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** What stack policies judge: every registered resource with its outputs. */
  *judgedResources(): Iterable<JudgedResource> {
    for (const node of this.#nodes.values()) if (node.judged) yield { ...node.judged, properties: node.outputs };
  }

  register(registration: Registration): Registered | Promise<Registered> {
    if (this.#ended) throw new DeploymentEnded();
    const chain = this.transforms.chainFor(registration, (urn) => this.#nodes.get(urn)?.parent);
    if (chain === undefined) return this.#create(registration);
    return runTransforms(chain, registration).then((transformed) => this.#create(transformed));
  }

  #create(registration: Registration): Registered | Promise<Registered> {
    const { type, name, custom, parent } = registration;
    const urn = makeUrn(this.target.stack, this.target.project, parent, type, name);
    this.#refuseDuplicate(urn);
    const options = this.#inherit(registration.options, parent);
    const providers = custom ? options.providers : { ...this.#nodes.get(parent)?.providers, ...options.providers };
    const provider = this.#providerFor(registration, options);
    const timeouts = timeoutsInSeconds(options.customTimeouts);
    const aliases = aliasUrns(urn, parent, options.aliases, this.target.stack, this.target.project);
    const dependencies = new Set(options.dependsOn);
    const { inputs, propertyDependencies } = this.#settleInputs(registration, options, provider, dependencies);

    const finish = (finalInputs: PropertyMap): Registered => {
      const created = this.#materialize(registration, urn, finalInputs, provider, options);
      const state = recordState(registration, {
        urn,
        // A preview knows the id of what it imports and yet does not record it.
        id: this.target.phase === "preview" ? "" : created.id,
        inputs: finalInputs,
        provider,
        aliases,
        dependencies: [...dependencies],
        propertyDependencies,
        options,
        timeouts,
      });
      const op: StepOp = options.importId === "" ? "create" : "import";
      const outputs = custom ? { ...finalInputs, ...created.outputs } : created.outputs;
      this.#nodes.set(urn, {
        step: provider === "" ? { op, urn, newState: state } : { op, urn, provider, newState: state },
        outputs: outputs,
        parent,
        inherited: options,
        providers: custom ? {} : providers,
        judged: { ...judged, properties: finalInputs },
      });
      this.transforms.remember(urn, registration.transforms);
      if (registration.remote) this.opaque.push(urn);
      return { urn, id: created.id, outputs, complete: created.complete };
    };

    const withHooks = (finalInputs: PropertyMap): Registered | Promise<Registered> => {
      if (this.target.phase === "deployed" || options.hooks === undefined) return finish(finalInputs);
      const call = { urn, id: "", name, type, newInputs: finalInputs };
      const before = this.hooks.dryRun(options.hooks, "BeforeCreate", call);
      const registered = before === undefined ? finish(finalInputs) : before.then(() => finish(finalInputs));
      const after = this.hooks.dryRun(options.hooks, "AfterCreate", call);
      return after === undefined ? registered : after.then(() => registered);
    };

    const judged: JudgedResource = {
      type,
      name,
      urn,
      properties: inputs,
      provider: this.#providerOf(provider),
      parent: parent === "" ? undefined : parent,
      dependencies: [...dependencies],
      propertyDependencies,
      options: {
        protect: options.protect === true,
        ignoreChanges: options.ignoreChanges,
        deleteBeforeReplace: options.deleteBeforeReplace,
        aliases,
        customTimeouts: { create: timeouts?.create ?? 0, update: timeouts?.update ?? 0, delete: timeouts?.delete ?? 0 },
        additionalSecretOutputs: options.additionalSecretOutputs,
        parent: parent === "" ? undefined : parent,
      },
    };
    return this.#judge(judged, withHooks);
  }

  /** Remediation first, then analysis, then the resource itself: asynchronous only where a policy is. */
  #judge(
    resource: JudgedResource,
    finish: (inputs: PropertyMap) => Registered | Promise<Registered>,
  ): Registered | Promise<Registered> {
    const analyzed = (properties: PropertyMap): Registered | Promise<Registered> => {
      const waiting = this.judges?.analyze(properties === resource.properties ? resource : { ...resource, properties });
      return waiting === undefined ? finish(properties) : waiting.then(() => finish(properties));
    };
    const remediated = this.judges?.remediate(resource);
    return remediated === undefined ? analyzed(resource.properties) : remediated.then(analyzed);
  }

  #refuseDuplicate(urn: string): void {
    if (!this.#nodes.has(urn)) return;
    this.diagnostics.push({
      urn,
      severity: "error",
      message: `Duplicate resource URN '${urn}'; try giving it a unique name`,
    });
    this.end();
    throw new DeploymentEnded();
  }

  /** No more resources are taken; the program is told that the monitor is shutting down. */
  end(): void {
    this.#ended = true;
  }

  #inherit(options: ResourceOptions, parent: string): ResourceOptions {
    const inherited = this.#nodes.get(parent)?.inherited;
    if (inherited === undefined) return options;
    return {
      ...options,
      protect: options.protect ?? inherited.protect,
      retainOnDelete: options.retainOnDelete ?? inherited.retainOnDelete,
      deletedWith: options.deletedWith === "" ? inherited.deletedWith : options.deletedWith,
    };
  }

  #settleInputs(registration: Registration, options: ResourceOptions, provider: string, dependencies: Set<string>) {
    const propertyDependencies: Record<string, string[]> = {};
    const inputs: PropertyMap = {};
    for (const [key, value] of Object.entries(registration.inputs)) {
      const urns = new Set(registration.propertyDependencies[key] ?? []);
      inputs[key] = downgradeOutputs(value, urns);
      propertyDependencies[key] = [...urns];
      for (const urn of urns) dependencies.add(urn);
    }
    for (const [key, urns] of Object.entries(registration.propertyDependencies)) propertyDependencies[key] ??= urns;
    const hashed = hashAssets(inputs, this.target.programDirectory);
    if (!registration.custom) return { inputs: settleReferences(hashed, "component"), propertyDependencies };
    const received = settleReferences(hashed, "provider");
    const secretsSettled = takesSecrets(packageOfType(registration.type)) ? received : widenSecrets(received);
    if (isProviderType(registration.type)) {
      return { inputs: this.#providerInputs(registration.type, secretsSettled, options), propertyDependencies };
    }
    return {
      inputs: this.world.check(registration.type, secretsSettled, this.#providerOf(provider)),
      propertyDependencies,
    };
  }

  /** An explicit provider without a version runs with that of the package's installed SDK. */
  #providerInputs(type: string, inputs: PropertyMap, options: ResourceOptions): PropertyMap {
    const version = options.version || this.installedVersion(packageOfType(type)) || "";
    return withPlugin(inputs, version, options.pluginDownloadURL);
  }

  #materialize(
    registration: Registration,
    urn: string,
    inputs: PropertyMap,
    provider: string,
    options: ResourceOptions,
  ): Created {
    const { type, name, custom } = registration;
    if (!custom) return { id: "", outputs: {}, complete: !registration.remote };
    if (isProviderType(type)) return { id: this.#providerId(urn), outputs: {}, complete: true };
    if (this.target.phase === "preview") return { id: options.importId, outputs: {}, complete: true };
    const created = this.world.create({
      type,
      name,
      urn,
      inputs,
      provider: this.#providerOf(provider),
      existingId: options.importId || undefined,
    });
    const secrets = new Set(options.additionalSecretOutputs);
    if (secrets.size === 0) return created;
    const outputs: PropertyMap = { ...inputs, ...created.outputs };
    for (const key of secrets) {
      const value = outputs[key];
      if (value !== undefined && signatureOf(value) !== secretSignature) outputs[key] = makeSecret(value);
    }
    return { ...created, outputs };
  }

  #providerId(urn: string): string {
    if (this.target.phase === "preview") return unknownValue;
    const hex = createHash("sha256").update(urn).digest("hex");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  #providerFor(registration: Registration, options: ResourceOptions): string {
    const { type, custom, remote, parent } = registration;
    if (!remote && (!custom || isProviderType(type))) return "";
    const packageName = packageOfType(type);
    const explicit =
      options.provider || options.providers[packageName] || this.#nodes.get(parent)?.providers[packageName] || "";
    return explicit === ""
      ? this.#defaultProvider(this.#request(type, options, registration.packageRef), type)
      : explicit;
  }

  #request(
    token: string,
    options: { version: string; pluginDownloadURL: string },
    packageRef: string,
  ): ProviderRequest {
    const registered = this.#packages.get(packageRef);
    if (registered) return registered;
    return { package: packageOfType(token), version: options.version, pluginDownloadURL: options.pluginDownloadURL };
  }

  /** Registers the default provider where it is asked for the first time, and returns the reference to it. */
  #defaultProvider(request: ProviderRequest, token: string): string {
    const config: ProviderConfig = {
      values: this.target.config,
      secretKeys: this.target.secretKeys,
      installedVersion: this.installedVersion,
    };
    if (isDefaultProviderDenied(request.package, config)) {
      throw new Error(`Default provider for '${request.package}' disabled. '${token}' must use an explicit provider.`);
    }
    const version = request.version || this.installedVersion(request.package) || "";
    const settled = { ...request, version };
    const name = defaultProviderName(settled);
    const key = `${request.package} ${name}`;
    const known = this.#defaultProviders.get(key);
    if (known !== undefined) return known;

    const type = `pulumi:providers:${request.package}`;
    const inputs = defaultProviderInputs(settled, config);
    const urn = makeUrn(this.target.stack, this.target.project, "", type, name);
    const id = this.#providerId(urn);
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
    this.#nodes.set(urn, {
      step: { op: "create", urn, newState: { urn, custom: true, type, inputs } },
      hidden: true,
      outputs: inputs,
      parent: "",
      inherited: { deletedWith: "" },
      providers: {},
      judged,
    });
    const reference = providerReference(urn, id);
    this.#defaultProviders.set(key, reference);
    void this.judges?.analyze(judged);
    return reference;
  }

  #providerOf(reference: string): Provider | undefined {
    if (reference === "") return undefined;
    const step = this.#nodes.get(urnOfReference(reference))?.step;
    if (step === undefined) return undefined;
    const { urn, type, inputs } = step.newState;
    return { type, urn, name: urn.slice(urn.lastIndexOf("::") + 2), inputs };
  }

  read(read: Read): Registered {
    if (this.#ended) throw new DeploymentEnded();
    const { type, name, parent, id } = read;
    const urn = makeUrn(this.target.stack, this.target.project, parent, type, name);
    this.#refuseDuplicate(urn);
    const provider =
      read.provider ||
      (isProviderType(type) ? "" : this.#defaultProvider(this.#request(type, read, read.packageRef), type));
    const known = this.#readOutputs(read, urn, provider);
    const outputs: PropertyMap = { ...read.inputs, ...known.outputs };
    for (const key of read.additionalSecretOutputs) {
      const value = outputs[key];
      if (value !== undefined) outputs[key] = makeSecret(value);
    }
    const state: Step["newState"] = { urn, custom: true, id, type, inputs: read.inputs, external: true };
    if (parent !== "") state.parent = parent;
    if (read.dependencies.length > 0) state.dependencies = read.dependencies;
    if (provider !== "") state.provider = provider;
    if (read.additionalSecretOutputs.length > 0) state.additionalSecretOutputs = read.additionalSecretOutputs;
    if (read.sourcePosition !== undefined) state.sourcePosition = read.sourcePosition;
    this.#nodes.set(urn, {
      step: { op: "read", urn, provider, newState: state },
      outputs,
      parent,
      inherited: { deletedWith: "" },
      providers: {},
      judged: undefined, // The engine does not hand resources that it only reads to policies.
    });
    return { urn, id, outputs, complete: known.complete };
  }

  #readOutputs(read: Read, urn: string, provider: string): Created {
    if (read.type === "pulumi:pulumi:StackReference")
      return { id: read.id, ...this.#referencedStack(read.inputs.name) };
    if (this.target.phase === "preview") return { id: read.id, outputs: {}, complete: false };
    return this.world.create({
      type: read.type,
      name: read.name,
      urn,
      inputs: read.inputs,
      provider: this.#providerOf(provider),
      existingId: read.id,
    });
  }

  #referencedStack(name: PropertyValue | undefined): { outputs: PropertyMap; complete: boolean } {
    const outputs = typeof name === "string" ? this.world.stackOutputs(name) : undefined;
    if (outputs === undefined) {
      if (typeof name === "string") this.unresolvedStacks.add(name);
      return { outputs: { outputs: unknownValue, secretOutputNames: unknownValue }, complete: true };
    }
    const secretOutputNames = Object.keys(outputs).filter((key) => signatureOf(outputs[key]) === secretSignature);
    return { outputs: { outputs, secretOutputNames }, complete: true };
  }

  /** Undefined where the function cannot be answered offline; the plan lists it. */
  async invoke(invoke: Invoke): Promise<PropertyMap | undefined> {
    let { args } = invoke;
    let options = { provider: invoke.provider, version: invoke.version, pluginDownloadURL: invoke.pluginDownloadURL };
    if (this.transforms.hasInvokeTransforms) {
      ({ args, options } = await this.transforms.transformInvoke(invoke.token, args, options));
    }
    const provider =
      options.provider || this.#defaultProvider(this.#request(invoke.token, options, invoke.packageRef), invoke.token);
    const answer = this.#ask(invoke.token, args, provider);
    if (answer === undefined) this.unanswered.push({ token: invoke.token, args });
    return answer;
  }

  #ask(token: string, args: PropertyMap, provider: string): PropertyMap | undefined {
    try {
      return this.world.invoke(token, args, this.#providerOf(provider));
    } catch (error) {
      throw new Error(
        `invocation of ${token} returned an error: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  /** False where the answer must be unknown to the program. Asked before the call; the plan lists what was refused. */
  canAnswer(token: string, args: PropertyMap): boolean {
    if (token.startsWith("pulumi:pulumi:") || this.transforms.hasInvokeTransforms) return true;
    try {
      if (this.world.invoke(token, unwrapSecrets(args), undefined) !== undefined) return true;
    } catch {
      return true; // The call itself fails, with the reason.
    }
    this.unanswered.push({ token, args });
    return false;
  }

  /** The state of a resource that the program refers to by its URN. */
  resource(urn: string): Registered | undefined {
    const node = this.#nodes.get(urn);
    if (node === undefined) return undefined;
    return { urn, id: node.step.newState.id ?? "", outputs: node.outputs, complete: true };
  }

  registerPackage(reference: string, request: ProviderRequest): void {
    this.#packages.set(reference, request);
  }

  registerOutputs(urn: string, outputs: PropertyMap): void {
    const node = this.#nodes.get(urn);
    if (node === undefined) throw new Error(`unknown resource '${urn}'`);
    const settled: PropertyMap = {};
    for (const [key, value] of Object.entries(outputs)) settled[key] = downgradeOutputs(value, new Set());
    node.outputs = settled;
    node.step.newState.outputs = settled;
    if (node.step.newState.type === rootStackType) this.stackOutputs = settled;
  }
}
