// What the SDK goes through for a resource. That the pack's rules say the same over the protocol: analyzer-protocol.test.ts.

import type { Policies, ResourceValidationPolicy } from "@pulumi/policy";
import { passOverOthers } from "../../policy/pass-over";
import { isAboutKey } from "../../policy/preview-hints";

interface Request {
  getType(): string;
}

function policy(name: string, ...types: string[]): ResourceValidationPolicy {
  const validate = () => {};
  const hint = types.length > 0 && { [isAboutKey]: (type: string) => types.includes(type) };
  return { name, description: name, enforcementLevel: "mandatory", validateResource: Object.assign(validate, hint) };
}

const ofStack = {
  name: "stack",
  description: "stack",
  enforcementLevel: "mandatory" as const,
  validateStack: () => {},
};

function serve(...served: Policies) {
  const method = { requestDeserialize: (bytes: Buffer): Request => ({ getType: () => bytes.toString() }) };
  const originals = [...served];
  passOverOthers(served, method);
  return { served, originals, request: (type: string) => method.requestDeserialize(Buffer.from(type)) };
}

/** As the SDK's own check of policies that are about one type. */
function called(policies: Iterable<Policies[number]>, type: string): string[] {
  return [...policies].flatMap((one) => {
    if (!("validateResource" in one) || one.validateResource === undefined) return [];
    const only: unknown = Reflect.get(one.validateResource, "__pulumiType");
    return only === undefined || only === type ? [one.name] : [];
  });
}

test("policies about other types are passed over, in their place and under their name; those that do not say are called", () => {
  const { served, request } = serve(policy("a", "t:a", "t:b"), policy("any"), ofStack, policy("c", "t:c"));
  for (const [type, names] of [
    ["t:a", ["a", "any"]],
    ["t:c", ["any", "c"]],
    ["t:other", ["any"]],
    ["t:a", ["a", "any"]],
  ] as const) {
    request(type).getType();
    const offered = [...served];
    expect(offered.map(({ name }) => name)).toEqual(["a", "any", "stack", "c"]);
    expect(called(offered, type)).toEqual(names);
  }
});

test("whoever did not just ask for a type gets the policies as they are", async () => {
  const { served, originals, request } = serve(policy("a", "t:a"), policy("b", "t:b"));
  expect([...served]).toEqual(originals);
  request("t:a").getType();
  await Promise.resolve();
  expect([...served]).toEqual(originals);
});

test("a caller that waits between its question and the policies never gets those for another's type", async () => {
  const { served, request } = serve(policy("a", "t:a"), policy("b", "t:b"));
  const waiting = async (type: string) => {
    request(type).getType();
    await null;
    return called([...served], type);
  };
  const prompt = async (type: string) => {
    request(type).getType();
    return called([...served], type);
  };
  const all = ["a", "b"];
  expect(await Promise.all([waiting("t:a"), waiting("t:b"), prompt("t:a"), waiting("t:b"), prompt("t:b")])).toEqual([
    all,
    all,
    ["a"],
    all,
    ["b"],
  ]);
});

test("one that goes through the policies slowly keeps those it began with", () => {
  const { served, request } = serve(policy("a", "t:a"), policy("b", "t:b"));
  request("t:a").getType();
  const slow = served[Symbol.iterator]();
  request("t:b").getType();
  expect(called([...served], "t:b")).toEqual(["b"]);
  expect(called([...slow], "t:a")).toEqual(["a"]);
});
