import fc from "fast-check";
import {
  containsSecret,
  downgradeOutputs,
  isUnknown,
  makeSecret,
  maskSecrets,
  outputSignature,
  resourceSignature,
  secretSignature,
  settleReferences,
  signatureKey,
  signatureOf,
  unknownValue,
  unwrapSecrets,
  upgradeOutputs,
  walk,
  widenSecrets,
} from "../../../../preview/engine/deployment/properties";
import type { PropertyMap, PropertyValue } from "../../../../preview/plan/plan";

const key = fc.string({ maxLength: 8 }).filter((text) => text !== "__proto__" && text !== signatureKey);
const leaf = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.string({ maxLength: 10 }),
  fc.constant(unknownValue),
);

/** Values of any depth, with secrets within secrets. */
const { value: anyValue } = fc.letrec<{ value: PropertyValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(key, tie("value"), { maxKeys: 3, noNullPrototype: true }),
    tie("value").map(makeSecret),
  ),
}));
const anyProperties = fc.dictionary(key, anyValue, { maxKeys: 4, noNullPrototype: true });

function secretsIn(value: PropertyValue): PropertyValue[] {
  const found: PropertyValue[] = [];
  walk(value, (part) => {
    if (signatureOf(part) === secretSignature) found.push(part);
    return true;
  });
  return found;
}

const output = (value: PropertyValue | undefined, dependencies: string[], secret = false): PropertyValue => ({
  [signatureKey]: outputSignature,
  ...(value === undefined ? {} : { value }),
  ...(secret ? { secret } : {}),
  dependencies,
});

describe("secrets as a provider's Check leaves them", () => {
  test.each<[string, PropertyValue, PropertyValue]>([
    ["a property of an object stays secret by itself", { a: makeSecret("s"), b: 1 }, { a: makeSecret("s"), b: 1 }],
    ["an array with a secret is secret as a whole", ["a", makeSecret("s")], makeSecret(["a", "s"])],
    ["an object within an array too", [{ a: makeSecret("s") }], makeSecret([{ a: "s" }])],
    ["a secret within a secret is one", makeSecret({ a: makeSecret("s") }), makeSecret({ a: "s" })],
    ["an unknown secret is unknown", makeSecret(unknownValue), unknownValue],
    ["a secret with an unknown part stays secret", makeSecret([unknownValue]), makeSecret([unknownValue])],
    ["null may be secret", makeSecret(null), makeSecret(null)],
  ])("%s", (_, before, after) => {
    expect(widenSecrets({ before })).toEqual({ before: after });
  });

  test("properties without a secret stay the same object", () => {
    const properties = { a: [1, { b: unknownValue }], c: null };
    expect(widenSecrets(properties)).toBe(properties);
  });

  test("widening loses no value, adds no plaintext and needs to be done once only", () => {
    fc.assert(
      fc.property(anyProperties, (properties) => {
        const widened = widenSecrets(properties);
        expect(unwrapSecrets(widened)).toEqual(unwrapSecrets(properties));
        expect(widenSecrets(widened)).toEqual(widened);
      }),
    );
  });
});

describe("masking", () => {
  test("the wrapper stays and the value goes, whatever the value", () => {
    const masked = { [signatureKey]: secretSignature, ciphertext: "[secret]" };
    expect(
      maskSecrets({ a: makeSecret("s"), b: [makeSecret({ c: makeSecret("d") }), 1], e: { f: makeSecret(null) } }),
    ).toEqual({
      a: masked,
      b: [masked, 1],
      e: { f: masked },
    });
  });

  test("no plaintext of a secret is left anywhere, and nothing else is lost", () => {
    let count = 0;
    const marked = fc.letrec<{ value: PropertyValue; inside: PropertyValue }>((tie) => ({
      inside: fc.oneof(
        { maxDepth: 3 },
        fc.constant(null).map(() => `plaintext-${count++}`),
        fc.array(tie("inside"), { maxLength: 3 }),
        fc.dictionary(
          key.map((name) => `plaintext-${name}`),
          tie("inside"),
          { maxKeys: 2, noNullPrototype: true },
        ),
        tie("inside").map(makeSecret),
        tie("inside").map((value) => output(value, [], true)),
      ),
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(key, tie("value"), { maxKeys: 3, noNullPrototype: true }),
        tie("inside").map(makeSecret),
        tie("inside").map((value) => output(value, [], true)),
      ),
    })).value;
    fc.assert(
      fc.property(fc.dictionary(key, marked, { maxKeys: 4, noNullPrototype: true }), (properties) => {
        const masked = maskSecrets(properties);
        expect(JSON.stringify(masked)).not.toContain("plaintext");
        expect(Object.keys(masked)).toEqual(Object.keys(properties));
        for (const secret of secretsIn(masked)) expect(Object.keys(secret ?? {})).toEqual([signatureKey, "ciphertext"]);
        if (secretsIn(masked).length === 0) expect(masked).toEqual(properties);
      }),
      { numRuns: 500 },
    );
  });
});

describe("output values of the wire", () => {
  test.each<[string, PropertyValue, PropertyValue, string[]]>([
    ["a known one is its value", output("v", ["urn:a"]), "v", ["urn:a"]],
    ["one without a value is unknown", output(undefined, ["urn:a"]), unknownValue, ["urn:a"]],
    ["a secret one is a secret", output("v", [], true), makeSecret("v"), []],
    ["an unknown secret keeps being one", output(undefined, [], true), makeSecret(unknownValue), []],
    [
      "one within another",
      output({ a: output("v", ["urn:b"], true) }, ["urn:a"]),
      { a: makeSecret("v") },
      ["urn:b", "urn:a"],
    ],
    ["null is a value", output(null, []), null, []],
    ["anything else stays", [{ a: 1 }], [{ a: 1 }], []],
  ])("%s", (_, before, after, dependencies) => {
    const urns = new Set<string>();
    expect(downgradeOutputs(before, urns)).toEqual(after);
    expect([...urns]).toEqual(dependencies);
  });

  test("up to outputs and down again, values and dependencies are the same", () => {
    const urns = fc.uniqueArray(fc.constantFrom("urn:a", "urn:b", "urn:c"), { maxLength: 3 });
    fc.assert(
      fc.property(anyProperties, fc.dictionary(key, urns, { noNullPrototype: true }), (properties, more) => {
        const dependencies: Record<string, string[]> = {};
        for (const name of Object.keys(properties))
          if (Object.hasOwn(more, name)) dependencies[name] = more[name] ?? [];
        const upgraded = upgradeOutputs(properties, dependencies);
        const downgraded: PropertyMap = {};
        for (const [name, value] of Object.entries(upgraded)) {
          const found = new Set<string>();
          downgraded[name] = downgradeOutputs(value, found);
          expect([...found]).toEqual(Object.hasOwn(dependencies, name) ? dependencies[name] : []);
        }
        expect(downgraded).toEqual(properties);
      }),
    );
  });
});

describe("references to resources", () => {
  const custom = { [signatureKey]: resourceSignature, urn: "urn:b", id: "bucket-1", packageVersion: "7.0.0" };
  const pending = { [signatureKey]: resourceSignature, urn: "urn:b", id: unknownValue };
  const unnamed = { [signatureKey]: resourceSignature, urn: "urn:b", id: "" };
  const component = { [signatureKey]: resourceSignature, urn: "urn:c" };

  test("a provider gets the id of a resource, unknown until it is known, and the URN of a component", () => {
    expect(settleReferences({ list: [custom, pending], unnamed, deep: { component } }, "provider")).toEqual({
      list: ["bucket-1", unknownValue],
      unnamed: unknownValue,
      deep: { component: "urn:c" },
    });
  });

  test("a component gets the reference itself, with an empty id where there is none yet", () => {
    expect(settleReferences({ custom, pending, component }, "component")).toEqual({
      custom,
      pending: { ...pending, id: "", packageVersion: "" },
      component: { ...component, packageVersion: "" },
    });
  });
});

test("each kind of unknown value is unknown; a text that only looks like one is not", () => {
  expect(isUnknown(unknownValue)).toBe(true);
  expect(isUnknown("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")).toBe(true);
  expect(isUnknown(unknownValue.toUpperCase())).toBe(false);
  expect(isUnknown(`${unknownValue} `)).toBe(false);
  expect(isUnknown(undefined)).toBe(false);
  expect(containsSecret({ a: [{ b: makeSecret(1) }] })).toBe(true);
  expect(containsSecret({ a: [{ [signatureKey]: "other", value: 1 }] })).toBe(false);
});

test("unwrapping reaches secrets within secrets and leaves the original alone", () => {
  const properties = { a: makeSecret([makeSecret("s")]), b: 1 };
  expect(unwrapSecrets(properties)).toEqual({ a: ["s"], b: 1 });
  expect(properties).toEqual({ a: makeSecret([makeSecret("s")]), b: 1 });
  const plain = { a: [1] };
  expect(unwrapSecrets(plain)).toBe(plain);
});
