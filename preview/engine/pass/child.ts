// The child process: runs one program once, against a monitor in the same process, and writes down what it registered.

import { readFileSync, writeFileSync } from "node:fs";
import type { Diagnostic, DiagnosticSeverity, NotChecked, Step } from "../../plan/plan";
import { PackJudges } from "../../policy/judges";
import { loadPacks } from "../../policy/load-pack";
import { AwsWorld } from "../aws-world";
import { Deployment } from "../deployment/deployment";
import { maskSecrets } from "../deployment/properties";
import { installedVersions } from "../installed-versions";
import { keepUnknownsUnknown } from "../sdk/known-values";
import { makeOutputsLazy } from "../sdk/lazy-outputs";
import { keepStructsPlain } from "../sdk/light-structs";
import { Monitor } from "../sdk/monitor";
import { countPromises, type PromiseCount } from "../sdk/promise-leaks";
import { loadSdk, type Sdk } from "../sdk/sdk";
import { takeOneStackFrame } from "../sdk/source-positions";
import { answerUnknown } from "../sdk/unknown-invokes";
import type { PassJob, PassResult } from "./job";
import { describeFailure, locateEntry, runProgram } from "./run-program";

/** Exit code of the SDK's runner for a failure that the user has been told of. */
const failedAndReported = 32;

class Pass {
  readonly #deployment: Deployment;
  readonly #judges: PackJudges;
  readonly #world: AwsWorld;
  readonly #promises: PromiseCount;
  readonly #reported = new Set<unknown>();
  #program = "";
  #finished = false;
  #failed = false;

  constructor(
    private readonly job: PassJob,
    private readonly sdk: Sdk,
  ) {
    const packs = loadPacks(job.policyPacks);
    this.#judges = new PackJudges(packs, job.phase);
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
    this.#promises = job.verbose ? { pending: () => sdk.state.getStore().leakCandidates.size } : countPromises(sdk);
    makeOutputsLazy(sdk);
    keepStructsPlain(sdk);
    takeOneStackFrame(sdk);
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

  run(): void {
    const uncaught = (error: unknown) => void this.#uncaught(error);
    process.on("uncaughtException", uncaught);
    process.on("unhandledRejection", uncaught);
    process.on("exit", (code) => this.#finish(code));
    this.#afterProgram(() => this.#judges.analyzeStack(this.#deployment.judgedResources()));
    process.argv = [process.argv[0] ?? "node", process.argv[1] ?? ""];
    const located = locateEntry(this.job.entryPoint, this.sdk);
    this.#program = located.program;
    runProgram(located, this.sdk).catch(uncaught);
    const progress = setInterval(() => process.send?.({ resources: this.#deployment.resourceCount }), 250);
    progress.unref();
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

  async #uncaught(error: unknown): Promise<void> {
    this.#failed = true;
    if (this.#reported.has(error) || this.#isShutdown(error)) return;
    this.#reported.add(error);
    const { message, urn } = describeFailure(error, this.#program, this.sdk);
    this.#report({ severity: "error", message, urn: await urn?.catch(() => undefined) });
  }

  /** Calls that were under way when the deployment ended are no failures of their own. */
  #isShutdown(error: unknown): boolean {
    return this.#deployment.ended && error instanceof Error && "code" in error && error.code === 14;
  }

  #finish(code: number): void {
    if (this.#finished) return;
    this.#finished = true;
    const pending = this.#promises.pending();
    if (code === 0 && !this.#failed && !this.#deployment.ended && pending > 0) {
      this.#fail({ severity: "error", message: leakMessage(pending) });
    }
    if (code !== 0 && !this.#failed)
      this.#fail({
        severity: "error",
        message: `an unhandled error occurred: Program exited with non-zero exit code: ${code}`,
      });
    const succeeded = !this.#failed && !this.#deployment.ended;
    writeFileSync(this.job.resultFile, JSON.stringify(this.#result(succeeded)));
    process.exitCode = succeeded ? 0 : failedAndReported;
  }

  #result(succeeded: boolean): PassResult {
    const { steps, stackOutputs, diagnostics } = this.#deployment;
    return {
      succeeded,
      steps: steps.map(withoutSecrets),
      outputs: maskSecrets(stackOutputs),
      diagnostics: diagnostics.map((diagnostic) => ({
        ...diagnostic,
        message: this.#withoutSecretConfig(diagnostic.message),
      })),
      ...this.#judges.result(),
      notChecked: this.#notChecked(),
    };
  }

  /** A secret of the stack's config that a program logs is hidden, as the engine hides it. */
  #withoutSecretConfig(message: string): string {
    const secrets = this.job.secretKeys.map((key) => this.job.config[key] ?? "").filter((secret) => secret.length > 2);
    return secrets.reduce((text, secret) => text.replaceAll(secret, "[secret]"), message);
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

function leakMessage(pending: number): string {
  const promises = pending === 1 ? "promise was" : "promises were";
  return (
    `The Pulumi runtime detected that ${pending} ${promises} still active at the time that the process exited. ` +
    "Two resources may depend on each other, or a promise of the Pulumi SDK is not awaited; --verbose tells where each was made."
  );
}

function main(): void {
  const job: PassJob = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
  process.chdir(job.programDirectory);
  process.env.PULUMI_CONFIG = JSON.stringify(job.config);
  process.env.PULUMI_CONFIG_SECRET_KEYS = JSON.stringify(job.secretKeys);
  new Pass(job, loadSdk(job.programDirectory)).run();
}

main();
