// One run of a program: the SDK connected to a monitor in the same process, and what came of it.

import type { Diagnostic, DiagnosticSeverity, NotChecked, Step } from "../../plan/plan";
import { stackTagsOf } from "../../policy/arguments";
import { PackJudges } from "../../policy/judges";
import type { LoadedPack } from "../../policy/load-pack";
import { AwsWorld } from "../aws-world";
import { Deployment } from "../deployment/deployment";
import { maskSecrets } from "../deployment/properties";
import { installedVersions } from "../installed-versions";
import { loadServicesOfReferences } from "../sdk/heavy-modules";
import { keepUnknownsUnknown } from "../sdk/known-values";
import { makeOutputsLazy } from "../sdk/lazy-outputs";
import { keepStructsPlain } from "../sdk/light-structs";
import { Monitor } from "../sdk/monitor";
import { countPromises, keepPromises, type PendingPromises } from "../sdk/promise-leaks";
import type { Sdk } from "../sdk/sdk";
import { takeNoStackFrame, takeOneStackFrame } from "../sdk/source-positions";
import { answerUnknown } from "../sdk/unknown-invokes";
import { positionOf } from "./error-position";
import type { PassJob, PassResult } from "./job";
import { describeFailure, locateEntry, runProgram } from "./run-program";

export class Pass {
  readonly #deployment: Deployment;
  readonly #judges: PackJudges;
  readonly #world: AwsWorld;
  readonly #promises: PendingPromises;
  readonly #reported = new Set<unknown>();
  #program = "";
  #failed = false;

  constructor(
    private readonly job: PassJob,
    private readonly sdk: Sdk,
    packs: readonly LoadedPack[],
  ) {
    this.#judges = new PackJudges(packs, job.phase, stackTagsOf(job.config));
    this.#world = new AwsWorld(job);
    this.#deployment = new Deployment(
      {
        organization: job.organization,
        project: job.project,
        stack: job.stack,
        phase: job.phase,
        root: job.root,
        programDirectory: job.programDirectory,
        config: job.config,
        secretKeys: new Set(job.secretKeys),
      },
      this.#world,
      installedVersions(job.programDirectory),
      packs.length > 0 ? this.#judges : undefined,
    );
    this.#promises = job.verbose ? keepPromises(sdk) : countPromises(sdk);
    loadServicesOfReferences(sdk);
    makeOutputsLazy(sdk);
    keepStructsPlain(sdk);
    // The plan shows the resources of the preview pass.
    if (job.phase === "preview") takeOneStackFrame(sdk);
    else takeNoStackFrame(sdk);
    Reflect.set(sdk.log, "debug", () => Promise.resolve()); // Nobody reads them, and each would become a message.
    answerUnknown(sdk, this.#deployment);
    if (job.phase === "deployed") keepUnknownsUnknown(sdk);
    this.#connect();
  }

  #connect(): void {
    const { settings } = this.sdk;
    const { job } = this;
    settings.resetOptions(job.project, job.stack, 64, "", "mock", job.phase === "preview", job.organization);
    const store = this.sdk.state.getStore();
    store.settings.options.rootDirectory = job.root;
    store.settings.monitor = new Monitor(this.sdk, this.#deployment);
    Reflect.set(settings, "getEngine", () => this.#engine());
  }

  /** As much of the engine's client as the SDK's log and root resource use. */
  #engine(): object {
    const { LogSeverity } = this.sdk.engineProto;
    const severities: Record<number, DiagnosticSeverity> = {
      [LogSeverity.DEBUG]: "debug",
      [LogSeverity.INFO]: "info",
      [LogSeverity.WARNING]: "warning",
      [LogSeverity.ERROR]: "error",
    };
    type LogRequest = { getSeverity(): number; getMessage(): string; getUrn(): string; getEphemeral(): boolean };
    return {
      log: (request: LogRequest, reply: (error: null, response: object) => void) => {
        const severity = severities[request.getSeverity()] ?? "info";
        if (severity !== "debug")
          this.#report({ severity, message: request.getMessage(), urn: request.getUrn() || undefined });
        reply(null, new this.sdk.emptyProto.Empty());
      },
      setRootResource: (_: object, reply: (error: null, response: object) => void) =>
        reply(null, new this.sdk.engineProto.SetRootResourceResponse()),
      getRootResource: (_: object, reply: (error: null, response: object) => void) =>
        reply(null, new this.sdk.engineProto.GetRootResourceResponse()),
      requirePulumiVersion: (_: object, reply: (error: null, response: object) => void) => reply(null, {}),
      close: () => {},
    };
  }

  #report(diagnostic: Diagnostic): void {
    this.#deployment.diagnostics.push(diagnostic);
  }

  #fail(diagnostic: Diagnostic): void {
    this.#failed = true;
    this.#report(diagnostic);
  }

  get resourceCount(): number {
    return this.#deployment.resourceCount;
  }

  /** Starts the program. It has ended when the process has nothing left to do. */
  run(): void {
    const uncaught = (error: unknown) => this.#uncaught(error);
    process.on("uncaughtException", uncaught);
    process.on("unhandledRejection", uncaught);
    this.#afterProgram(() => this.#judges.analyzeStack(this.#deployment.judgedResources()));
    process.argv = [process.argv[0] ?? "node", process.argv[1] ?? ""];
    const located = locateEntry(this.job.entryPoint, this.sdk);
    this.#program = located.program;
    runProgram(located, this.sdk).catch(uncaught);
  }

  /** Calls `work` once nothing is left to do: after the program's own `beforeExit` handlers, as the SDK's runner does. */
  #afterProgram(work: () => Promise<void>): void {
    let armed = false;
    process.on("beforeExit", () => {
      if (armed) return;
      armed = true;
      setImmediate(() => {
        process.once("beforeExit", () => {
          if (!this.#failed && !this.#deployment.ended) void work();
        });
      });
    });
  }

  #uncaught(error: unknown): void {
    this.#failed = true;
    if (this.#reported.has(error) || this.#isShutdown(error)) return;
    this.#reported.add(error);
    const { message, urn } = describeFailure(error, this.#program, this.sdk, this.job.verbose);
    const diagnostic: Diagnostic = { severity: "error", message };
    const sourcePosition = positionOf(error, this.job.root);
    if (sourcePosition !== undefined) diagnostic.sourcePosition = sourcePosition;
    this.#report(diagnostic);
    // The resource may be the one that failed, whose URN never comes.
    urn?.then(
      (known) => {
        diagnostic.urn = known;
      },
      () => {},
    );
  }

  /** Calls that were under way when the deployment ended are no failures of their own. */
  #isShutdown(error: unknown): boolean {
    return this.#deployment.ended && error instanceof Error && "code" in error && error.code === 14;
  }

  /** What keeps the program from its end: what Node.js waits for, and the promises that have not settled. */
  holding(): string[] {
    const resources = process.getActiveResourcesInfo().filter((resource) => resource !== "PipeWrap");
    return [...new Set(resources), ...this.#promises.origins()];
  }

  /** What there is to tell when the process ends with `code`. */
  finish(code: number): PassResult {
    const pending = this.#promises.count();
    if (code === 0 && !this.#failed && !this.#deployment.ended && pending > 0) {
      this.#fail({ severity: "error", message: leakMessage(pending, this.#promises.origins()) });
    }
    if (code !== 0 && !this.#failed)
      this.#fail({
        severity: "error",
        message: `an unhandled error occurred: Program exited with non-zero exit code: ${code}`,
      });
    for (const failure of this.#judges.failures) this.#fail(failure);
    const { steps, stackOutputs, diagnostics } = this.#deployment;
    return {
      succeeded: !this.#failed && !this.#deployment.ended,
      steps: steps.map(this.job.phase === "preview" ? withoutSecrets : onlyNamed),
      outputs: maskSecrets(stackOutputs),
      diagnostics,
      ...this.#judges.result(),
      notExpanded: this.#deployment.opaque,
      unresolvedStacks: [...this.#deployment.unresolvedStacks],
      notChecked: this.#notChecked(),
    };
  }

  #notChecked(): NotChecked[] {
    const { unanswered, opaque, unresolvedStacks } = this.#deployment;
    const notes: NotChecked[] = [];
    if (unanswered.length > 0) {
      const tokens = [...new Set(unanswered.map(({ token }) => token))];
      notes.push({ what: "provider functions", detail: "their results are unknown", items: tokens });
    }
    if (opaque.length > 0) notes.push({ what: "children of remote components", detail: "not expanded", items: opaque });
    if (unresolvedStacks.size > 0) {
      notes.push({ what: "stack references", detail: "their outputs are unknown", items: [...unresolvedStacks] });
    }
    return [...notes, ...this.#world.notChecked()];
  }
}

function withoutSecrets(step: Step): Step {
  const { inputs, outputs, ...state } = step.newState;
  const masked = { ...state, inputs: maskSecrets(inputs) };
  return { ...step, newState: outputs === undefined ? masked : { ...masked, outputs: maskSecrets(outputs) } };
}

/** Of the deployed pass the plan wants to know what there is, not what is in it. */
function onlyNamed({ op, urn, newState: { custom, type } }: Step): Step {
  return { op, urn, newState: { urn, custom, type, inputs: {} } };
}

function leakMessage(pending: number, origins: readonly string[]): string {
  const promises = pending === 1 ? "promise was" : "promises were";
  const where =
    origins.length === 0
      ? "; --verbose tells where each was made."
      : `:\n${origins.map((origin) => `  ${origin}`).join("\n")}`;
  return (
    `The Pulumi runtime detected that ${pending} ${promises} still active at the time that the process exited. ` +
    `Two resources may depend on each other, or a promise of the Pulumi SDK is not awaited${where}`
  );
}
