import { makeSecret, outputSignature, signatureKey } from "../../../../preview/engine/deployment/properties";
import type { Transform } from "../../../../preview/engine/deployment/registration";
import { runTransforms, Transforms } from "../../../../preview/engine/deployment/transforms";
import { registration } from "./fake-world";

const named =
  (name: string): Transform =>
  async (_, current) => ({
    ...current,
    inputs: { ...current.inputs, order: `${String(current.inputs.order ?? "")}${name} ` },
  });

const parents: Record<string, string> = { "urn:child": "urn:parent", "urn:parent": "urn:stack" };

test("its own come first, then those of its ancestors from the parent upwards, then the stack's", async () => {
  const transforms = new Transforms();
  transforms.remember("urn:parent", [named("parent-1"), named("parent-2")]);
  transforms.remember("urn:stack", [named("root")]);
  transforms.remember("urn:other", [named("other")]);
  transforms.addStackTransform(named("stack-1"));
  transforms.addStackTransform(named("stack-2"));
  const made = registration("a:b:C", "c", { parent: "urn:child", transforms: [named("own-1"), named("own-2")] });
  const chain = transforms.chainFor(made, (urn) => parents[urn]);
  expect((await runTransforms(chain ?? [], made)).inputs.order).toBe(
    "own-1 own-2 parent-1 parent-2 root stack-1 stack-2 ",
  );
});

test("without any there is no chain, and nothing becomes asynchronous", () => {
  const transforms = new Transforms();
  expect(transforms.chainFor(registration("a:b:C", "c", { parent: "urn:child" }), () => undefined)).toBeUndefined();
  transforms.remember("urn:child", []);
  expect(transforms.chainFor(registration("a:b:C", "c", { parent: "urn:child" }), () => undefined)).toBeUndefined();
});

test("own transforms see outputs and decide on dependencies; those of the stack do neither", async () => {
  const seen: unknown[] = [];
  const see: Transform = async (resource, current) => {
    seen.push(resource, current.inputs);
    return { inputs: { of: "changed" }, options: { ...current.options, dependsOn: ["urn:new"], protect: true } };
  };
  const inputs = { of: makeSecret("v"), plain: 1 };
  const before = registration("a:b:C", "c", { inputs, propertyDependencies: { of: ["urn:dep"] } });
  const dependsOn = ["urn:dep"];
  const own = { ...before, options: { ...before.options, dependsOn }, transforms: [see] };
  const afterOwn = await runTransforms([see], own);
  const afterStack = await runTransforms([see], { ...own, transforms: [] });
  const resource = { type: "a:b:C", name: "c", custom: true, parent: "" };
  expect(seen).toEqual([
    resource,
    { of: { [signatureKey]: outputSignature, value: "v", secret: true, dependencies: ["urn:dep"] }, plain: 1 },
    resource,
    inputs,
  ]);
  expect(afterOwn).toMatchObject({
    inputs: { of: "changed" },
    propertyDependencies: {},
    options: { dependsOn: ["urn:new"], protect: true },
  });
  expect(afterStack).toMatchObject({
    inputs: { of: "changed" },
    propertyDependencies: { of: ["urn:dep"] },
    options: { dependsOn: ["urn:dep"], protect: true },
  });
});

test("transforms of invokes run in the order in which they were registered", async () => {
  const transforms = new Transforms();
  expect(transforms.hasInvokeTransforms).toBe(false);
  const add = (name: string) =>
    transforms.addInvokeTransform(async (token, { args, options }) => ({
      args: { ...args, [name]: token, count: Object.keys(args).length },
      options: { ...options, version: `${options.version}${name}` },
    }));
  add("a");
  add("b");
  expect(transforms.hasInvokeTransforms).toBe(true);
  expect(await transforms.transformInvoke("x:y:z", {}, { provider: "p", version: "", pluginDownloadURL: "" })).toEqual({
    args: { a: "x:y:z", b: "x:y:z", count: 2 },
    options: { provider: "p", version: "ab", pluginDownloadURL: "" },
  });
});
