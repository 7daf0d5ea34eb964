// The engine's side of a run: every resource a program registers becomes a step of the plan. It keeps the real engine's
// order of work (transforms, providers, Check, remediation, analysis, state) and none of its state, because offline there
// is no earlier deployment to compare with.

import type { Diagnostic, PropertyMap, Step, StepOp } from "../../plan/plan";
import { aliasUrns } from "./aliases";
import { hashAssets } from "./assets";
import { Hooks } from "./hooks";
import { describeForPolicies } from "./judged";
import { downgradeOutputs, makeSecret, secretSignature, signatureOf, unwrapSecrets } from "./properties";
import { ProviderChoice } from "./provider-choice";
import type { ProviderRequest } from "./providers";
import type { Invoke, Read, Registered, Registration, ResourceOptions } from "./registration";
import { Resources } from "./resources";
import { settleInputs } from "./settle-inputs";
import { StackReferences, stackReferenceType } from "./stack-references";
import { recordRead, recordState, timeoutsInSeconds } from "./state";
import { runTransforms, Transforms } from "./transforms";
import { isProviderType, makeUrn, rootStackType } from "./urn";
import type { Created, CreateRequest, JudgedResource, Judges, Target, UnansweredInvoke, World } from "./world";

/** The engine ended the deployment: what is still registering gets no answer but this. */
export class DeploymentEnded extends Error {
  override name = "DeploymentEnded";
}

export class Deployment {
  readonly transforms = new Transforms();
  readonly hooks = new Hooks();
  readonly diagnostics: Diagnostic[] = [];
  readonly unanswered: UnansweredInvoke[] = [];
  /** URNs of remote components, whose children only their provider knows. */
  readonly opaque: string[] = [];
  stackOutputs: PropertyMap = {};

  readonly #resources = new Resources();
  readonly #providers: ProviderChoice;
  readonly #stacks: StackReferences;
  #ended = false;

  constructor(
    readonly target: Target,
    private readonly world: World,
    installedVersion: (packageName: string) => string | undefined,
    private readonly judges?: Judges,
  ) {
    this.#stacks = new StackReferences(world);
    this.#providers = new ProviderChoice(target, this.#resources, installedVersion, (provider) => {
      void judges?.analyze(provider);
    });
  }

  /** In the order of registration. */
  get steps(): Step[] {
    return this.#resources.steps();
  }

  get resourceCount(): number {
    return this.#resources.size;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Names of stacks that a StackReference asked for and nobody could tell. */
  get unresolvedStacks(): ReadonlySet<string> {
    return this.#stacks.unresolved;
  }

  /** What stack policies judge: every registered resource with its outputs. */
  judgedResources(): Iterable<JudgedResource> {
    return this.#resources.judged();
  }

  register(registration: Registration): Registered | Promise<Registered> {
    if (this.#ended) throw new DeploymentEnded();
    const chain = this.transforms.chainFor(registration, (urn) => this.#resources.get(urn)?.parent);
    if (chain === undefined || registration.type === rootStackType) return this.#create(registration);
    return runTransforms(chain, registration).then((transformed) => this.#create(transformed));
  }

  #create(registration: Registration): Registered | Promise<Registered> {
    const { type, name, custom, parent } = registration;
    const urn = makeUrn(this.target.stack, this.target.project, parent, type, name);
    const options = this.#inherit(registration.options, parent);
    const provider = this.#providers.forResource(registration, options);
    const timeouts = timeoutsInSeconds(options.customTimeouts);
    const aliases = aliasUrns(urn, parent, options.aliases, this.target.stack, this.target.project);
    const { inputs: received, propertyDependencies } = settleInputs(registration, this.target.programDirectory);
    const inputs = custom ? this.#check(registration, options, provider, received) : received;
    const dependencies = [...new Set([...options.dependsOn, ...Object.values(propertyDependencies).flat()])];

    const finish = (finalInputs: PropertyMap): Registered => {
      const created = this.#materialize(registration, urn, finalInputs, provider, options);
      const state = recordState(registration, {
        urn,
        // A preview knows the id of what it imports and yet does not record it.
        id: this.target.phase === "preview" ? "" : created.id,
        inputs: finalInputs,
        provider,
        aliases,
        dependencies,
        propertyDependencies,
        options,
        timeouts,
      });
      const op: StepOp = options.importId === "" ? "create" : "import";
      const outputs = custom ? { ...finalInputs, ...created.outputs } : created.outputs;
      this.#resources.add(urn, {
        step: provider === "" ? { op, urn, newState: state } : { op, urn, provider, newState: state },
        outputs,
        parent,
        inherited: options,
        providers: custom ? {} : { ...this.#resources.get(parent)?.providers, ...options.providers },
        judged: { ...judged, properties: finalInputs },
      });
      this.transforms.remember(urn, registration.transforms);
      if (registration.remote) this.opaque.push(urn);
      return { urn, id: created.id, outputs, complete: created.complete };
    };

    const withHooks = (finalInputs: PropertyMap): Registered | Promise<Registered> => {
      if (this.target.phase === "deployed" || options.hooks === undefined) return finish(finalInputs);
      const call = { urn, id: "", name, type, newInputs: finalInputs };
      const create = (): Registered | Promise<Registered> => {
        const registered = finish(finalInputs);
        const after = this.hooks.dryRun(options.hooks, "AfterCreate", call);
        return after === undefined ? registered : after.then(() => registered);
      };
      const before = this.hooks.dryRun(options.hooks, "BeforeCreate", call);
      return before === undefined ? create() : before.then(create);
    };

    const judged = describeForPolicies(registration, {
      urn,
      inputs,
      provider: this.#resources.provider(provider),
      dependencies,
      propertyDependencies,
      options,
      timeouts,
    });
    this.#claim(urn);
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

  #claim(urn: string): void {
    if (this.#resources.claim(urn)) return;
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
    const inherited = this.#resources.get(parent)?.inherited;
    if (inherited === undefined) return options;
    return {
      ...options,
      protect: options.protect ?? inherited.protect,
      retainOnDelete: options.retainOnDelete ?? inherited.retainOnDelete,
      deletedWith: options.deletedWith === "" ? inherited.deletedWith : options.deletedWith,
    };
  }

  /** What a provider's Check makes of the inputs, as far as it can be told offline. */
  #check({ type }: Registration, options: ResourceOptions, provider: string, inputs: PropertyMap): PropertyMap {
    if (isProviderType(type)) return this.#providers.inputsOf(type, inputs, options);
    return this.world.check(type, inputs, this.#resources.provider(provider));
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
    if (isProviderType(type)) return { id: this.#providers.idOf(urn), outputs: {}, complete: true };
    const created = this.#createdAs({
      type,
      name,
      urn,
      inputs,
      provider: this.#resources.provider(provider),
      existingId: options.importId || undefined,
    });
    if (options.additionalSecretOutputs.length === 0) return created;
    return { ...created, outputs: withSecrets({ ...inputs, ...created.outputs }, options.additionalSecretOutputs) };
  }

  /** A preview knows of a new resource what the program says of it, and nothing that is computed. */
  #createdAs(request: CreateRequest): Created {
    if (this.target.phase === "deployed") return this.world.create(request);
    return { id: request.existingId ?? "", outputs: {}, complete: true };
  }

  read(read: Read): Registered {
    if (this.#ended) throw new DeploymentEnded();
    const { type, name, parent, id } = read;
    const urn = makeUrn(this.target.stack, this.target.project, parent, type, name);
    const provider = this.#providers.forRead(type, read.provider, read, read.packageRef);
    this.#claim(urn);
    const known = this.#readOutputs(read, urn, provider);
    const outputs = withSecrets({ ...read.inputs, ...known.outputs }, read.additionalSecretOutputs);
    this.#resources.add(urn, {
      step: { op: "read", urn, provider, newState: recordRead(read, urn, provider) },
      outputs,
      parent,
      inherited: { deletedWith: "" },
      providers: {},
      judged: undefined, // The engine does not hand resources that it only reads to policies.
    });
    return { urn, id, outputs, complete: known.complete };
  }

  #readOutputs(read: Read, urn: string, provider: string): Created {
    if (read.type === stackReferenceType) return { id: read.id, ...this.#stacks.outputsOf(read.inputs.name) };
    if (this.target.phase === "preview") return { id: read.id, outputs: {}, complete: false };
    return this.world.create({
      type: read.type,
      name: read.name,
      urn,
      inputs: read.inputs,
      provider: this.#resources.provider(provider),
      existingId: read.id,
    });
  }

  /** Undefined where the function cannot be answered offline; the plan lists it. */
  async invoke(invoke: Invoke): Promise<PropertyMap | undefined> {
    let { args } = invoke;
    let options = { provider: invoke.provider, version: invoke.version, pluginDownloadURL: invoke.pluginDownloadURL };
    if (this.transforms.hasInvokeTransforms) {
      ({ args, options } = await this.transforms.transformInvoke(invoke.token, args, options));
    }
    const provider = this.#providers.forInvoke(invoke.token, options.provider, options, invoke.packageRef);
    const answer = this.#ask(invoke.token, args, provider);
    if (answer === undefined) this.unanswered.push({ token: invoke.token, args });
    return answer;
  }

  #ask(token: string, args: PropertyMap, provider: string): PropertyMap | undefined {
    try {
      return this.world.invoke(token, args, this.#resources.provider(provider));
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
    const node = this.#resources.get(urn);
    if (node === undefined) return undefined;
    return { urn, id: node.step.newState.id ?? "", outputs: node.outputs, complete: true };
  }

  registerPackage(reference: string, request: ProviderRequest): void {
    this.#providers.registerPackage(reference, request);
  }

  registerOutputs(urn: string, outputs: PropertyMap): void {
    const node = this.#resources.get(urn);
    if (node === undefined) throw new Error(`unknown resource '${urn}'`);
    const settled: PropertyMap = {};
    for (const [key, value] of Object.entries(outputs)) settled[key] = downgradeOutputs(value, new Set());
    node.outputs = hashAssets(settled, this.target.programDirectory);
    node.step.newState.outputs = node.outputs;
    if (node.step.newState.type === rootStackType) this.stackOutputs = node.outputs;
  }
}

/** Outputs with those marked that the program wants to be secret. */
function withSecrets(outputs: PropertyMap, secret: readonly string[]): PropertyMap {
  const marked = { ...outputs };
  for (const key of secret) {
    const value = marked[key];
    if (value !== undefined && signatureOf(value) !== secretSignature) marked[key] = makeSecret(value);
  }
  return marked;
}
