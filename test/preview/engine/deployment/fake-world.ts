import { Deployment } from "../../../../preview/engine/deployment/deployment";
import type {
  Read,
  Registered,
  Registration,
  ResourceOptions,
} from "../../../../preview/engine/deployment/registration";
import { rootStackType } from "../../../../preview/engine/deployment/urn";
import type { JudgedResource, Judges, Target, World } from "../../../../preview/engine/deployment/world";
import type { PropertyMap } from "../../../../preview/plan/plan";

const noOptions: ResourceOptions = {
  dependsOn: [],
  ignoreChanges: [],
  replaceOnChanges: [],
  version: "",
  pluginDownloadURL: "",
  aliases: [],
  provider: "",
  providers: {},
  deletedWith: "",
  replaceWith: [],
  additionalSecretOutputs: [],
  importId: "",
  hideDiffs: [],
  envVarMappings: {},
};

type Parts = Partial<Omit<Registration, "options">> & { options?: Partial<ResourceOptions> };

/** A custom resource without a parent, unless `parts` say otherwise. */
export function registration(type: string, name: string, { options, ...parts }: Parts = {}): Registration {
  return {
    type,
    name,
    custom: true,
    remote: false,
    parent: "",
    inputs: {},
    propertyDependencies: {},
    transforms: [],
    packageRef: "",
    ...parts,
    options: { ...noOptions, ...options },
  };
}

export function readOf(type: string, name: string, parts: Partial<Read> = {}): Read {
  return {
    type,
    name,
    id: `${name}-existing`,
    parent: "",
    inputs: {},
    dependencies: [],
    provider: "",
    version: "",
    pluginDownloadURL: "",
    additionalSecretOutputs: [],
    packageRef: "",
    ...parts,
  };
}

/** Marks what passes through Check, computes an id and an ARN, answers `test:index:known`, and knows one stack. */
export const fakeWorld: World = {
  check: (type, inputs) => (type.startsWith("test:") ? { ...inputs, checked: true } : inputs),
  create: ({ name, existingId }) => ({
    id: existingId ?? `${name}-id`,
    outputs: { arn: `arn:${name}`, password: "made" },
    complete: true,
  }),
  invoke: (token, args) => (token === "test:index:known" ? { echoed: args } : undefined),
  stackOutputs: (name) => (name === "org/net/dev" ? { vpcId: "vpc-1" } : undefined),
};

export interface Run {
  deployment: Deployment;
  /** URN of the stack. */
  stack: string;
  register(type: string, name: string, parts?: Parts): Promise<Registered>;
  component(name: string, parts?: Parts): Promise<Registered>;
  /** Every resource that policies were shown, in that order. */
  judged: JudgedResource[];
  inputsOf(name: string): PropertyMap | undefined;
}

export interface RunOptions {
  target?: Partial<Target>;
  world?: Partial<World>;
  judges?: Partial<Judges>;
  installed?: Record<string, string>;
}

export async function startRun({ target, world, judges, installed = {} }: RunOptions = {}): Promise<Run> {
  const judged: JudgedResource[] = [];
  const deployment = new Deployment(
    {
      organization: "org",
      project: "p",
      stack: "dev",
      phase: "preview",
      root: "/p",
      programDirectory: "/p",
      config: {},
      secretKeys: new Set(),
      ...target,
    },
    { ...fakeWorld, ...world },
    (name) => installed[name],
    {
      remediate: () => undefined,
      analyze: (resource) => {
        judged.push(resource);
        return undefined;
      },
      ...judges,
    },
  );
  const { urn: stack } = await deployment.register(registration(rootStackType, "p-dev", { custom: false }));
  const register: Run["register"] = async (type, name, parts) =>
    deployment.register(registration(type, name, { parent: stack, ...parts }));
  return {
    deployment,
    stack,
    judged,
    register,
    component: (name, parts) => register("my:index:Component", name, { custom: false, ...parts }),
    inputsOf: (name) => deployment.steps.find(({ urn }) => urn.endsWith(`::${name}`))?.newState.inputs,
  };
}
