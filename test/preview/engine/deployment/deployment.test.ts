import { DeploymentEnded } from "../../../../preview/engine/deployment/deployment";
import {
  makeSecret,
  outputSignature,
  signatureKey,
  unknownValue,
} from "../../../../preview/engine/deployment/properties";
import { readOf, startRun } from "./fake-world";

const thing = "test:index:Thing";
const urnOf = (name: string, chain = thing) => `urn:pulumi:dev::p::${chain}::${name}`;
const defaultProvider = `urn:pulumi:dev::p::pulumi:providers:test::default::${unknownValue}`;

describe("registration", () => {
  test("a resource is a step with what the engine records of it, and nothing that is empty", async () => {
    const { deployment, register, stack } = await startRun();
    await register(thing, "a", { inputs: { size: 1 }, sourcePosition: "project:///index.ts#1,2" });
    expect(deployment.steps).toEqual([
      { op: "create", urn: stack, newState: { urn: stack, custom: false, type: "pulumi:pulumi:Stack", inputs: {} } },
      {
        op: "create",
        urn: urnOf("a"),
        provider: defaultProvider,
        newState: {
          urn: urnOf("a"),
          custom: true,
          type: thing,
          inputs: { size: 1, checked: true },
          parent: stack,
          propertyDependencies: { size: [] },
          provider: defaultProvider,
          sourcePosition: "project:///index.ts#1,2",
        },
      },
    ]);
  });

  test("the answer is unknown where the preview cannot know, and a stand-in in the deployed pass", async () => {
    const preview = await (await startRun()).register(thing, "a", { inputs: { size: 1 } });
    expect(preview).toEqual({ urn: urnOf("a"), id: "", outputs: { size: 1, checked: true }, complete: true });
    const run = await startRun({ target: { phase: "deployed" } });
    expect(await run.register(thing, "a", { inputs: { size: 1, password: "given" } })).toEqual({
      urn: urnOf("a"),
      id: "a-id",
      outputs: { size: 1, checked: true, arn: "arn:a", password: "made" },
      complete: true,
    });
    expect(run.deployment.steps[1]?.newState.id).toBe("a-id");
  });

  test("a second resource of the same URN ends the deployment, and whatever comes later is refused", async () => {
    const { deployment, register } = await startRun();
    await register(thing, "a");
    await expect(register(thing, "a")).rejects.toThrow(DeploymentEnded);
    expect(deployment.ended).toBe(true);
    expect(deployment.diagnostics).toEqual([
      {
        urn: urnOf("a"),
        severity: "error",
        message: `Duplicate resource URN '${urnOf("a")}'; try giving it a unique name`,
      },
    ]);
    await expect(register(thing, "b")).rejects.toThrow(DeploymentEnded);
    expect(() => deployment.read(readOf(thing, "c"))).toThrow(DeploymentEnded);
    expect(deployment.steps.map(({ urn }) => urn)).toEqual([expect.stringContaining("::p-dev"), urnOf("a")]);
    expect(deployment.diagnostics).toHaveLength(1);
  });

  test("two of the same URN at the same time are duplicates too, while policies are still at work on the first", async () => {
    const { deployment, register } = await startRun({
      judges: { analyze: () => new Promise((resolve) => setTimeout(resolve, 5)) },
    });
    const first = register(thing, "a");
    await expect(register(thing, "a")).rejects.toThrow(DeploymentEnded);
    await first;
    expect(deployment.steps).toHaveLength(2);
    expect(deployment.diagnostics).toHaveLength(1);
  });

  test("the order is that of the registrations, whatever the time that policies take", async () => {
    let milliseconds = 20;
    const { deployment, register } = await startRun({
      judges: {
        analyze: () => {
          milliseconds /= 2;
          return new Promise((resolve) => setTimeout(resolve, milliseconds));
        },
      },
    });
    await Promise.all(["a", "b", "c"].map((name) => register(thing, name)));
    expect(deployment.steps.slice(1).map(({ urn }) => urn)).toEqual([urnOf("a"), urnOf("b"), urnOf("c")]);
    const stackPolicies = [...deployment.judgedResources()].map(({ name }) => name);
    expect(stackPolicies).toEqual(["p-dev", "default", "a", "b", "c"]);
  });

  test("a registration that fails takes no URN: a file that is missing, a timeout that is none", async () => {
    const { deployment, register } = await startRun();
    await expect(register(thing, "a", { options: { customTimeouts: { create: "soon" } } })).rejects.toThrow(
      "unable to parse customTimeout Value soon",
    );
    const asset = { [signatureKey]: "c44067f5952c0a294b673a41bacd8c17", path: "absent" };
    await expect(register(thing, "a", { inputs: { asset } })).rejects.toThrow("failed to open asset file 'absent'");
    await register(thing, "a");
    expect(deployment.ended).toBe(false);
    expect(deployment.steps).toHaveLength(2);
  });

  test("dependencies are those that are named, and those inside of values, per property", async () => {
    const { deployment, register } = await startRun();
    const output = { [signatureKey]: outputSignature, value: "v", dependencies: ["urn:inside", "urn:b"] };
    await register(thing, "a", {
      inputs: { of: [output], plain: 1 },
      propertyDependencies: { of: ["urn:b"], plain: [], absent: ["urn:c"] },
      options: { dependsOn: ["urn:d", "urn:b"] },
    });
    expect(deployment.steps[1]?.newState).toMatchObject({
      inputs: { of: ["v"], plain: 1 },
      dependencies: ["urn:d", "urn:b", "urn:inside", "urn:c"],
      propertyDependencies: { of: ["urn:b", "urn:inside"], plain: [], absent: ["urn:c"] },
    });
  });

  test("inputs may have the names of what every object has", async () => {
    const { deployment, register } = await startRun();
    const inputs = { constructor: "c", toString: "t", valueOf: { hasOwnProperty: 1 } };
    await register(thing, "a", { inputs, propertyDependencies: { toString: ["urn:b"], isPrototypeOf: ["urn:c"] } });
    expect(deployment.steps[1]?.newState).toMatchObject({
      inputs,
      propertyDependencies: { constructor: [], toString: ["urn:b"], valueOf: [], isPrototypeOf: ["urn:c"] },
      dependencies: ["urn:b", "urn:c"],
    });
  });

  test("an import is a step of its own kind, and its id an input that a preview does not record", async () => {
    const preview = await startRun();
    expect(await preview.register(thing, "a", { options: { importId: "i-1" } })).toMatchObject({ id: "i-1" });
    expect(preview.deployment.steps[1]).toMatchObject({ op: "import", newState: { importID: "i-1" } });
    expect(preview.deployment.steps[1]?.newState.id).toBeUndefined();
    const deployed = await startRun({ target: { phase: "deployed" } });
    await deployed.register(thing, "a", { options: { importId: "i-1" } });
    expect(deployed.deployment.steps[1]?.newState.id).toBe("i-1");
  });
});

describe("what children inherit", () => {
  test("protect, retainOnDelete and deletedWith come from the parent, unless the child has its own", async () => {
    const { deployment, register, component } = await startRun();
    const parent = await component("c", { options: { protect: true, retainOnDelete: true, deletedWith: "urn:with" } });
    const chain = "my:index:Component$test:index:Thing";
    await register(thing, "plain", { parent: parent.urn });
    await register(thing, "own", {
      parent: parent.urn,
      options: { protect: false, retainOnDelete: false, deletedWith: "urn:own" },
    });
    await register(thing, "grandchild", { parent: urnOf("plain", chain) });
    const states = deployment.steps.slice(2).map(({ newState: { protect, retainOnDelete, deletedWith } }) => ({
      protect,
      retainOnDelete,
      deletedWith,
    }));
    const inherited = { protect: true, retainOnDelete: true, deletedWith: "urn:with" };
    expect(states).toEqual([
      inherited,
      { protect: undefined, retainOnDelete: undefined, deletedWith: "urn:own" },
      inherited,
    ]);
  });

  test("providers come from the nearest component that has one for the package", async () => {
    const { deployment, register, component } = await startRun();
    const outer = await component("outer", { options: { providers: { test: "urn:outer::1", other: "urn:other::1" } } });
    const inner = await component("inner", { parent: outer.urn, options: { providers: { test: "urn:inner::1" } } });
    await register(thing, "a", { parent: inner.urn });
    await register("other:index:Thing", "b", { parent: inner.urn });
    await register(thing, "c", { parent: outer.urn });
    await register(thing, "d", { parent: inner.urn, options: { provider: "urn:own::1" } });
    await register("third:index:Thing", "e", { parent: inner.urn });
    expect(deployment.steps.slice(3).map(({ provider }) => provider)).toEqual([
      "urn:inner::1",
      "urn:other::1",
      "urn:outer::1",
      "urn:own::1",
      `urn:pulumi:dev::p::pulumi:providers:third::default::${unknownValue}`,
    ]);
    expect(deployment.steps[1]?.newState.provider).toBeUndefined();
  });
});

describe("default providers", () => {
  test("one a package and version, registered once, judged by policies, and no step of the plan", async () => {
    const { deployment, register, judged } = await startRun({
      installed: { aws: "7.48.0" },
      target: { config: { "aws:region": "eu-west-1", "aws:token": "t" }, secretKeys: new Set(["aws:token"]) },
    });
    await register("aws:s3/bucket:Bucket", "a");
    await register("aws:s3/bucket:Bucket", "b");
    await register("aws:s3/bucket:Bucket", "c", { options: { version: "6.0.0" } });
    const providers = judged.filter(({ type }) => type === "pulumi:providers:aws");
    expect(providers.map(({ name, properties }) => [name, properties])).toEqual([
      ["default_7_48_0", { __internal: {}, region: "eu-west-1", token: makeSecret("t"), version: "7.48.0" }],
      ["default_6_0_0", { __internal: {}, region: "eu-west-1", token: makeSecret("t"), version: "6.0.0" }],
    ]);
    expect(deployment.steps.map(({ newState }) => newState.type)).not.toContain("pulumi:providers:aws");
    expect(deployment.steps.map(({ provider }) => provider?.split("::").at(-2))).toEqual([
      undefined,
      "default_7_48_0",
      "default_7_48_0",
      "default_6_0_0",
    ]);
    const [bucket] = judged.filter(({ name }) => name === "a");
    expect(bucket?.provider).toMatchObject({ name: "default_7_48_0", inputs: { region: "eu-west-1" } });
  });

  test("where they are disabled a resource, a read and an invoke without provider are refused, and explicit ones are not", async () => {
    const { deployment, register } = await startRun({
      target: { config: { "pulumi:disable-default-providers": '["*"]' } },
    });
    const denied = (token: string) => `Default provider for 'test' disabled. '${token}' must use an explicit provider.`;
    await expect(register(thing, "a")).rejects.toThrow(denied(thing));
    expect(() => deployment.read(readOf(thing, "a"))).toThrow(denied(thing));
    const invoke = { token: "test:index:known", args: {}, version: "", pluginDownloadURL: "", packageRef: "" };
    await expect(deployment.invoke({ ...invoke, provider: "" })).rejects.toThrow(denied("test:index:known"));
    const provider = await register("pulumi:providers:test", "explicit", { inputs: { region: "r" } });
    await register(thing, "a", { options: { provider: `${provider.urn}::${provider.id}` } });
    expect(deployment.steps).toHaveLength(3);
  });

  test("ids of providers are unknown to a preview, and the same in every deployed pass", async () => {
    const ids = [];
    for (const phase of ["preview", "deployed", "deployed"] as const) {
      const { register } = await startRun({ target: { phase } });
      ids.push((await register("pulumi:providers:test", "explicit")).id);
    }
    expect(ids[0]).toBe(unknownValue);
    expect(ids[1]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(ids[2]).toBe(ids[1]);
  });

  test("a package that was registered by reference serves with its own name and version", async () => {
    const { deployment, register } = await startRun();
    deployment.registerPackage("ref", { package: "base", version: "2.0.0", pluginDownloadURL: "" });
    await register(thing, "a", { packageRef: "ref" });
    expect(deployment.steps[1]?.provider).toBe(
      `urn:pulumi:dev::p::pulumi:providers:base::default_2_0_0::${unknownValue}`,
    );
  });
});

describe("secrets", () => {
  test("additional secret outputs are secret in the answer of the deployed pass, given or computed", async () => {
    const { register } = await startRun({ target: { phase: "deployed" } });
    const { outputs } = await register(thing, "a", {
      inputs: { token: "t", already: makeSecret("s") },
      options: { additionalSecretOutputs: ["arn", "token", "already", "absent"] },
    });
    expect(outputs).toEqual({
      token: makeSecret("t"),
      already: makeSecret("s"),
      checked: true,
      arn: makeSecret("arn:a"),
      password: "made",
    });
  });

  test("a bridged provider's inputs are widened, those of a native one are not", async () => {
    const { register, inputsOf } = await startRun();
    const inputs = { list: ["a", makeSecret("s")] };
    await register(thing, "bridged", { inputs });
    await register("kubernetes:core/v1:Secret", "native", { inputs });
    expect(inputsOf("bridged")?.list).toEqual(makeSecret(["a", "s"]));
    expect(inputsOf("native")?.list).toEqual(["a", makeSecret("s")]);
  });
});

describe("what is not created", () => {
  test("a remote component is one opaque resource, whose outputs are unknown and not absent", async () => {
    const { deployment, register } = await startRun();
    const remote = await register("eks:index:Cluster", "cluster", { custom: false, remote: true, inputs: { size: 1 } });
    expect(remote).toEqual({ urn: urnOf("cluster", "eks:index:Cluster"), id: "", outputs: {}, complete: false });
    expect(deployment.opaque).toEqual([remote.urn]);
    expect(deployment.steps[1]).toMatchObject({ op: "create", newState: { custom: false, inputs: { size: 1 } } });
    expect(deployment.steps[1]?.provider).toContain("pulumi:providers:eks::default");
  });

  test("a resource that is only read is a step, is not judged, and is known in the deployed pass", async () => {
    const { deployment, judged, stack } = await startRun();
    const inputs = { key: makeSecret("k") };
    const read = deployment.read(
      readOf(thing, "a", { parent: stack, inputs, dependencies: ["urn:d"], additionalSecretOutputs: ["arn", "key"] }),
    );
    expect(read).toEqual({ urn: urnOf("a"), id: "a-existing", outputs: inputs, complete: false });
    expect(deployment.steps[1]).toEqual({
      op: "read",
      urn: urnOf("a"),
      provider: defaultProvider,
      newState: {
        urn: urnOf("a"),
        custom: true,
        id: "a-existing",
        type: thing,
        inputs,
        external: true,
        parent: stack,
        dependencies: ["urn:d"],
        provider: defaultProvider,
        additionalSecretOutputs: ["arn", "key"],
      },
    });
    expect(judged.map(({ name }) => name)).toEqual(["p-dev", "default"]);
    expect([...deployment.judgedResources()].map(({ name }) => name)).toEqual(["p-dev", "default"]);

    const deployed = await startRun({ target: { phase: "deployed" } });
    expect(deployed.deployment.read(readOf(thing, "a", { additionalSecretOutputs: ["arn"] }))).toMatchObject({
      id: "a-existing",
      outputs: { arn: makeSecret("arn:a"), password: "made" },
      complete: true,
    });
    await expect(deployed.register(thing, "a", { parent: "" })).rejects.toThrow(DeploymentEnded);
  });

  test("another stack's outputs are its plan's, or unknown with its name on the list", async () => {
    const { deployment } = await startRun();
    const reference = (name: string) =>
      deployment.read(readOf("pulumi:pulumi:StackReference", name, { id: name, inputs: { name } })).outputs;
    expect(reference("org/net/dev")).toEqual({
      name: "org/net/dev",
      outputs: { vpcId: "vpc-1" },
      secretOutputNames: [],
    });
    expect(reference("org/net/prod")).toEqual({
      name: "org/net/prod",
      outputs: unknownValue,
      secretOutputNames: unknownValue,
    });
    expect([...deployment.unresolvedStacks]).toEqual(["org/net/prod"]);
    const secret = { token: { [signatureKey]: "1b47061264138c4ac30d75fd1eb44270", ciphertext: "[secret]" } };
    const other = await startRun({ world: { stackOutputs: () => ({ open: 1, ...secret }) } });
    expect(
      other.deployment.read(readOf("pulumi:pulumi:StackReference", "s", { inputs: { name: "s" } })).outputs,
    ).toEqual({ name: "s", outputs: { open: 1, token: makeSecret("[secret]") }, secretOutputNames: ["token"] });
  });

  test("a function that nobody can answer is listed with its arguments, before and after the call", async () => {
    const { deployment } = await startRun();
    const call = (token: string) =>
      deployment.invoke({ token, args: { a: 1 }, provider: "", version: "", pluginDownloadURL: "", packageRef: "" });
    expect(await call("test:index:known")).toEqual({ echoed: { a: 1 } });
    expect(await call("test:index:other")).toBeUndefined();
    expect(deployment.canAnswer("test:index:known", { a: makeSecret(1) })).toBe(true);
    expect(deployment.canAnswer("test:index:third", {})).toBe(false);
    expect(deployment.canAnswer("pulumi:pulumi:getResource", {})).toBe(true);
    expect(deployment.unanswered).toEqual([
      { token: "test:index:other", args: { a: 1 } },
      { token: "test:index:third", args: {} },
    ]);
  });
});

describe("policies", () => {
  test("a remediation changes what is analysed, recorded and answered", async () => {
    const analyzed: unknown[] = [];
    const { register, inputsOf } = await startRun({
      judges: {
        remediate: async ({ properties }) => ({ ...properties, tags: { fixed: "yes" } }),
        analyze: ({ name, properties }) => {
          if (name === "a") analyzed.push(properties);
          return Promise.resolve();
        },
      },
    });
    const { outputs } = await register(thing, "a", { inputs: { size: 1 } });
    const remediated = { size: 1, checked: true, tags: { fixed: "yes" } };
    expect([outputs, inputsOf("a"), ...analyzed]).toEqual([remediated, remediated, remediated]);
  });

  test("they are shown options, parent, provider and dependencies, and at the end the outputs", async () => {
    const { deployment, register, judged, component } = await startRun({ target: { phase: "deployed" } });
    const parent = await component("c");
    await register(thing, "a", {
      parent: parent.urn,
      inputs: { size: 1 },
      propertyDependencies: { size: ["urn:b"] },
      options: { protect: true, ignoreChanges: ["size"], deleteBeforeReplace: false, customTimeouts: { create: "1m" } },
    });
    await deployment.registerOutputs(parent.urn, { url: "https://x" });
    expect(judged.at(-1)).toMatchObject({
      parent: parent.urn,
      provider: { name: "default", type: "pulumi:providers:test" },
      properties: { size: 1, checked: true },
      dependencies: ["urn:b"],
      propertyDependencies: { size: ["urn:b"] },
      options: {
        protect: true,
        ignoreChanges: ["size"],
        deleteBeforeReplace: false,
        customTimeouts: { create: 60, update: 0, delete: 0 },
        parent: parent.urn,
      },
    });
    const atTheEnd = new Map([...deployment.judgedResources()].map(({ name, properties }) => [name, properties]));
    expect(atTheEnd.get("a")).toEqual({ size: 1, checked: true, arn: "arn:a", password: "made" });
    expect(atTheEnd.get("c")).toEqual({ url: "https://x" });
  });
});

test("outputs of the stack are the stack's, made plain, and those of nobody are an error", async () => {
  const { deployment, stack, component } = await startRun();
  const { urn } = await component("c");
  deployment.registerOutputs(urn, { inner: 1 });
  expect(deployment.stackOutputs).toEqual({});
  const output = { [signatureKey]: outputSignature, value: "v", secret: true, dependencies: ["urn:a"] };
  deployment.registerOutputs(stack, { url: output, nothing: null });
  expect(deployment.stackOutputs).toEqual({ url: makeSecret("v"), nothing: null });
  expect(deployment.resource(urn)).toMatchObject({ outputs: { inner: 1 } });
  expect(deployment.resource("urn:nobody")).toBeUndefined();
  expect(() => deployment.registerOutputs("urn:nobody", {})).toThrow("unknown resource 'urn:nobody'");
});

describe("hooks", () => {
  const hook = (order: string[], name: string, parts: { onDryRun?: boolean; ignoreErrors?: boolean } = {}) => ({
    onDryRun: true,
    ignoreErrors: false,
    ...parts,
    run: async ({ newInputs }: { newInputs: object }) => {
      order.push(`${name} ${JSON.stringify(newInputs)}`);
      if (name.startsWith("failing")) throw new Error(`${name} failed`);
    },
  });

  test("a preview runs those that ask for it, before and after, and the deployed pass none", async () => {
    for (const phase of ["preview", "deployed"] as const) {
      const order: string[] = [];
      const { deployment, register } = await startRun({ target: { phase } });
      deployment.hooks.register("first", hook(order, "first"));
      deployment.hooks.register("second", hook(order, "second"));
      deployment.hooks.register("never", hook(order, "never", { onDryRun: false }));
      deployment.hooks.register("failing", hook(order, "failing", { ignoreErrors: true }));
      const hooks = {
        BeforeCreate: ["first", "never", "failing", "unheard-of"],
        AfterCreate: ["second"],
        AfterDelete: ["first"],
      };
      await register(thing, "a", { inputs: { size: 1 }, options: { hooks } });
      const inputs = '{"size":1,"checked":true}';
      expect(order).toEqual(phase === "preview" ? [`first ${inputs}`, `failing ${inputs}`, `second ${inputs}`] : []);
      expect(deployment.steps[1]?.newState.resourceHooks).toEqual(hooks);
    }
  });

  test("one that fails fails its resource only", async () => {
    const { deployment, register } = await startRun();
    deployment.hooks.register("failing", hook([], "failing"));
    await expect(register(thing, "a", { options: { hooks: { BeforeCreate: ["failing"] } } })).rejects.toThrow(
      "failing failed",
    );
    await register(thing, "b");
    expect(deployment.steps.map(({ urn }) => urn).slice(1)).toEqual([urnOf("b")]);
    expect([...deployment.judgedResources()].map(({ name }) => name)).toEqual(["p-dev", "default", "b"]);
  });
});
