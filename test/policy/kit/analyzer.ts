// Starts the pack the way Pulumi's language host does, in its own process, and talks to it in the analyzer protocol.

import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient, AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  type AnalyzeDiagnostic,
  AnalyzeRequest,
  type AnalyzeResponse,
  type AnalyzerInfo,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Example } from "./judge";
import { urnOf } from "./judge";

export const packDirectory = path.join(__dirname, "../../../policy");

/** The host's own time limit is longer; a pack that has not answered by then is broken. */
const startLimitMs = 20_000;

export interface Diagnostic {
  readonly policy: string;
  readonly level: "advisory" | "mandatory";
  readonly message: string;
  readonly urn: string;
}

type Unary<Request, Response> = (request: Request, done: (error: Error | null, response: Response) => void) => unknown;

function call<Request, Response>(
  client: AnalyzerClient,
  method: Unary<Request, Response>,
  request: Request,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    method.call(client, request, (error, response) => (error ? reject(error) : resolve(response)));
  });
}

export class Analyzer {
  private constructor(
    private readonly child: ChildProcess,
    private readonly client: AnalyzerClient,
    /** From the start of the process until its answer to the first call is here, as bytes: decoding them is the engine's part. */
    readonly startMs: number,
  ) {}

  static async start(directory = packDirectory): Promise<Analyzer> {
    const started = performance.now();
    const child = startHost(directory);
    try {
      const port = await firstLine(child);
      const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
      await firstAnswer(client);
      return new Analyzer(child, client, performance.now() - started);
    } catch (error) {
      child.kill("SIGKILL");
      throw error;
    }
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Ends the process and waits until it is gone. */
  async stop(): Promise<void> {
    this.client.close();
    if (this.child.exitCode !== null) return;
    const gone = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill("SIGKILL");
    await gone;
  }

  async info(): Promise<AnalyzerInfo.AsObject> {
    return (await call<Empty, AnalyzerInfo>(this.client, this.client.getAnalyzerInfo, new Empty())).toObject();
  }

  /** What the engine sends for a config file: `all` applied, and every name of the file whether the pack knows it or not. */
  async configure(
    config: Readonly<
      Record<string, { level: "advisory" | "mandatory" | "disabled"; properties?: Record<string, JavaScriptValue> }>
    >,
  ) {
    const request = new ConfigureAnalyzerRequest();
    for (const [name, { level, properties = {} }] of Object.entries(config)) {
      const entry = new PolicyConfig();
      entry.setEnforcementlevel(EnforcementLevel[level.toUpperCase() as "ADVISORY" | "MANDATORY" | "DISABLED"]);
      entry.setProperties(Struct.fromJavaScript(properties));
      request.getPolicyconfigMap().set(name, entry);
    }
    await call<ConfigureAnalyzerRequest, Empty>(this.client, this.client.configure, request);
  }

  async analyze(example: Example): Promise<Diagnostic[]> {
    return (await this.judge(example)).found;
  }

  /** What the policies found, and those that are not about the resource. */
  async judge(example: Example): Promise<{ found: Diagnostic[]; passedOver: string[] }> {
    const request = new AnalyzeRequest();
    request.setType(example.type);
    request.setName(example.name ?? "example");
    request.setUrn(urnOf(example));
    request.setProperties(structOf(example.props));
    request.setOptions(new AnalyzerResourceOptions());
    request.setProvider(
      new AnalyzerProviderResource()
        .setType("pulumi:providers:aws")
        .setProperties(structOf({ region: "eu-central-1" })),
    );
    const response = await call<AnalyzeRequest, AnalyzeResponse>(this.client, this.client.analyze, request);
    return {
      found: diagnosticsOf(response),
      passedOver: response.getNotApplicableList().map((one) => one.getPolicyName()),
    };
  }

  async analyzeStack(examples: readonly Example[]): Promise<Diagnostic[]> {
    const request = new AnalyzeStackRequest();
    request.setResourcesList(
      examples.map((example) => {
        const resource = new AnalyzerResource();
        resource.setType(example.type);
        resource.setName(example.name ?? "example");
        resource.setUrn(urnOf(example));
        resource.setProperties(structOf(example.props));
        resource.setOptions(new AnalyzerResourceOptions());
        for (const [property, names] of Object.entries(example.sources ?? {})) {
          const sources = examples.filter((source) => names.includes(source.name ?? "example"));
          resource
            .getPropertydependenciesMap()
            .set(property, new AnalyzerPropertyDependencies().setUrnsList(sources.map(urnOf)));
        }
        return resource;
      }),
    );
    return diagnosticsOf(
      await call<AnalyzeStackRequest, AnalyzeResponse>(this.client, this.client.analyzeStack, request),
    );
  }
}

function structOf(props: Record<string, unknown>): Struct {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(props)));
}

function diagnosticsOf(response: AnalyzeResponse): Diagnostic[] {
  return response.getDiagnosticsList().map((diagnostic: AnalyzeDiagnostic) => ({
    policy: diagnostic.getPolicyname(),
    level: diagnostic.getEnforcementlevel() === EnforcementLevel.ADVISORY ? "advisory" : "mandatory",
    message: diagnostic.getMessage(),
    urn: diagnostic.getUrn(),
  }));
}

/** The language host's own runner of packs. */
export function startHost(directory: string): ChildProcess {
  const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
  // The engine's address is not needed: the pack never calls back.
  return spawn(process.execPath, [runner, "127.0.0.1:1", "."], { cwd: directory, stdio: ["ignore", "pipe", "pipe"] });
}

function firstAnswer(client: AnalyzerClient): Promise<Buffer | undefined> {
  const { path: method } = AnalyzerService.getAnalyzerInfo;
  const asBytes = (bytes: Buffer) => bytes;
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(method, asBytes, asBytes, Buffer.alloc(0), (error, answer) =>
      error ? reject(error) : resolve(answer),
    );
  });
}

export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = "";
    let err = "";
    const limit = setTimeout(
      () => reject(new Error(`the pack printed no port in ${startLimitMs} ms: ${err}`)),
      startLimitMs,
    );
    child.stderr?.on("data", (chunk) => {
      err += chunk;
    });
    child.stdout?.on("data", (chunk) => {
      out += chunk;
      if (!out.includes("\n")) return;
      clearTimeout(limit);
      resolve(out.trim());
    });
    child.once("exit", (code) => {
      clearTimeout(limit);
      reject(new Error(`the pack ended with code ${code}: ${err}`));
    });
  });
}
