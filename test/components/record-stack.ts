// Runs a program against Pulumi's mocks and records every registration as the engine would receive it. Unlike
// `setMocks` alone it shows parents, dependencies, protection and other options, which mocks hide
// (pulumi/pulumi#14421). What it does not prove: that AWS or the provider accepts the inputs.

import * as pulumi from "@pulumi/pulumi";
import { awsAnswer } from "./aws-answers";
import { awsOutputs } from "./aws-outputs";

export interface RecordedResource {
  readonly type: string;
  readonly name: string;
  /** Inputs with secrets unwrapped; for what is unknown in a preview ask `pulumi.containsUnknowns`. */
  readonly inputs: Record<string, unknown>;
  /** The inputs that are secret, as a whole or in a part. */
  readonly secrets: readonly string[];
  readonly custom: boolean;
  /** Name of the parent; the empty string at the top. */
  readonly parent: string;
  /** Names of the resources that must exist before this one, from inputs and from `dependsOn`. */
  readonly dependencies: readonly string[];
  /** The same for each input, from its value alone. */
  readonly sources: Readonly<Record<string, readonly string[]>>;
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  readonly deleteBeforeReplace: boolean;
  /** Inputs whose change replaces the resource though the provider could update it. */
  readonly replaceOnChanges: readonly string[];
  readonly ignoreChanges: readonly string[];
  /** As the program wrote them, such as `30m`; those that are set. */
  readonly customTimeouts: Readonly<Record<string, string>>;
  readonly aliases: number;
}

/** A call of a provider's function whose arguments were all known. */
export interface RecordedCall {
  readonly token: string;
  readonly inputs: Record<string, unknown>;
}

export interface RecordedStack<Outputs> {
  readonly resources: readonly RecordedResource[];
  readonly calls: readonly RecordedCall[];
  readonly outputs: Outputs;
}

export interface RecordOptions {
  /** Computed outputs are unknown, as in the first preview of a stack. */
  preview?: boolean;
  /** What an earlier deployment made: a preview knows the outputs of these. */
  deployed?: readonly RecordedResource[];
  stack?: string;
  config?: Record<string, string>;
  /** What functions of the provider answer, by token. Without an answer a call fails. */
  answers?: Readonly<Record<string, Record<string, unknown>>>;
}

interface Registration {
  getType(): string;
  getName(): string;
  getParent(): string;
  getProtect(): boolean;
  getRetainondelete(): boolean;
  getDeletebeforereplace(): boolean;
  getReplaceonchangesList(): string[];
  getIgnorechangesList(): string[];
  getCustomtimeouts(): { toObject(): Record<string, string> } | undefined;
  getDependenciesList(): string[];
  getPropertydependenciesMap(): {
    forEach(visit: (sources: { getUrnsList(): string[] }, property: string) => void): void;
  };
  getAliasesList(): unknown[];
}

type Callback = (error: Error | null, response?: { getUrn(): string }) => void;

export async function recordStack<Outputs>(
  program: () => Outputs,
  options: RecordOptions = {},
): Promise<RecordedStack<Outputs>> {
  // The SDK notes for each of thousands of promises where it was made, and Jest looks every line of that up in source maps.
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return await record(program, options);
  } finally {
    Error.stackTraceLimit = limit;
  }
}

async function record<Outputs>(program: () => Outputs, options: RecordOptions): Promise<RecordedStack<Outputs>> {
  const { preview = false, deployed = [] } = options;
  const mocked: { args: pulumi.runtime.MockResourceArgs }[] = [];
  const calls: RecordedCall[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: (args) => {
        mocked.push({ args });
        const isThere = !preview || deployed.some(({ type, name }) => type === args.type && name === args.name);
        return isThere
          ? { id: `${args.name}-id`, state: { ...args.inputs, ...awsOutputs(args) } }
          : { id: undefined, state: args.inputs };
      },
      call: (args) => {
        calls.push({ token: args.token, inputs: args.inputs });
        return options.answers?.[args.token] ?? awsAnswer(args);
      },
    },
    "causeway",
    options.stack ?? "test",
    preview,
  );
  pulumi.runtime.setAllConfig(options.config ?? {});

  const names = new Map<string, string>();
  const resources: RecordedResource[] = [];
  const monitor: { registerResource?: unknown } = pulumi.runtime.getMonitor() ?? {};
  const register = monitor.registerResource;
  if (typeof register !== "function") {
    throw new Error("Pulumi's mocks have no registerResource to record");
  }
  monitor.registerResource = (request: Registration, callback: Callback) =>
    register.call(monitor, request, (error: Error | null, response?: { getUrn(): string }) => {
      const own = mocked.find(({ args }) => args.type === request.getType() && args.name === request.getName());
      if (response && own) {
        const nameOf = (urn: string): string => names.get(urn) ?? urn;
        const sources: Record<string, string[]> = {};
        request.getPropertydependenciesMap().forEach((made, property) => {
          sources[property] = made.getUrnsList().map(nameOf).sort();
        });
        names.set(response.getUrn(), request.getName());
        resources.push({
          type: request.getType(),
          name: request.getName(),
          ...withoutSecrets(own.args.inputs),
          custom: own.args.custom ?? false,
          parent: names.get(request.getParent()) ?? "",
          dependencies: request.getDependenciesList().map(nameOf).sort(),
          sources,
          protect: request.getProtect(),
          retainOnDelete: request.getRetainondelete(),
          deleteBeforeReplace: request.getDeletebeforereplace(),
          replaceOnChanges: request.getReplaceonchangesList(),
          ignoreChanges: request.getIgnorechangesList(),
          customTimeouts: timeoutsOf(request),
          aliases: request.getAliasesList().length,
        });
      }
      callback(error, response);
    });

  const outputs = program();
  // Waits until every registration has been answered.
  await pulumi.runtime.disconnect();
  return { resources, calls, outputs };
}

function timeoutsOf(request: Registration): Record<string, string> {
  const timeouts = Object.entries(request.getCustomtimeouts()?.toObject() ?? {});
  return Object.fromEntries(timeouts.filter(([, timeout]) => timeout !== ""));
}

function withoutSecrets(received: object): Pick<RecordedResource, "inputs" | "secrets"> {
  const entries: [string, unknown][] = Object.entries(received);
  const isSecret = ([, value]: [string, unknown]): boolean => pulumi.runtime.isRpcSecret(value);
  return {
    inputs: Object.fromEntries(entries.map(([key, value]) => [key, pulumi.runtime.unwrapRpcSecret(value)])),
    secrets: entries.filter(isSecret).map(([key]) => key),
  };
}

/** The one resource of that name. */
export function find(resources: readonly RecordedResource[], name: string): RecordedResource {
  const found = resources.filter((resource) => resource.name === name);
  if (found.length !== 1 || found[0] === undefined) {
    throw new Error(`${found.length} resources are called ${name}: ${resources.map((each) => each.name).join(", ")}`);
  }
  return found[0];
}

/** Whether `later` is created after, and destroyed before, `earlier`. */
export function follows(resources: readonly RecordedResource[], later: string, earlier: string): boolean {
  const direct = find(resources, later).dependencies;
  return direct.includes(earlier) || direct.some((name) => follows(resources, name, earlier));
}

/** `type | name | parent`, one line a resource, sorted: what users target and what must not change by accident. */
export function tree(resources: readonly RecordedResource[]): string[] {
  return resources.map((resource) => `${resource.type} | ${resource.name} | ${resource.parent}`).sort();
}

/** The value of an output; undefined where it is unknown. */
export function known<T>(output: pulumi.Output<T>): Promise<pulumi.Unwrap<T> | undefined> {
  return new Promise((resolve, reject) => {
    const settled: object = pulumi.output(output).apply((value) => resolve(value));
    // The callback never runs for an unknown output; the promise inside settles either way.
    if ("promise" in settled && typeof settled.promise === "function") {
      settled.promise().then(() => resolve(undefined), reject);
    }
  });
}
