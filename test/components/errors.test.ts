import * as pulumi from "@pulumi/pulumi";
import { ComponentInputError } from "../../components";

const two = [
  { path: "domain.name", must: "be a domain name", got: "Shop", use: '"shop.example.com"' },
  { path: "a and b", must: "not be given together" },
];

test("says everything at once, one line a problem", () => {
  expect(new ComponentInputError("EdgeFrontDoor", "shop", two).message).toBe(
    [
      'EdgeFrontDoor "shop": 2 invalid arguments',
      '  domain.name: must be a domain name; got "Shop"; use "shop.example.com"',
      "  a and b: must not be given together",
    ].join("\n"),
  );
});

test("counts one problem in the singular", () => {
  expect(new ComponentInputError("EdgeFrontDoor", "shop", two.slice(1)).message).toMatch(/: 1 invalid argument\n/);
});

test("ends a program with its message alone, without a stack trace", () => {
  expect(pulumi.RunError.isInstance(new ComponentInputError("EdgeFrontDoor", "shop", two))).toBe(true);
});

test("is what Pulumi's plugin host prints with property paths", () => {
  const error = new ComponentInputError("EdgeFrontDoor", "shop", two);
  expect(pulumi.InputPropertiesError.isInstance(error)).toBe(true);
  expect(error.errors).toEqual([
    { propertyPath: "domain.name", reason: 'must be a domain name; got "Shop"; use "shop.example.com"' },
    { propertyPath: "a and b", reason: "must not be given together" },
  ]);
});

test.each<[unknown, string]>([
  ["text", '"text"'],
  [7, "7"],
  [Number.NaN, "NaN"],
  [false, "false"],
  [null, "null"],
  [[403, 500], "[403,500]"],
])("shows %j as the caller wrote it", (got, shown) => {
  expect(messageWith(got)).toContain(`; got ${shown}`);
});

test("shows of anything else the kind alone: it may hold secrets, or itself", () => {
  const circular: { self?: object; secret: string } = { secret: "s3cr3t" };
  circular.self = circular;
  const shown = [circular, [circular], pulumi.output("s3cr3t"), Promise.resolve("s3cr3t"), 5n, () => "s3cr3t"].map(
    (got) => messageWith(got).replace(/.*; got /s, ""),
  );
  expect(shown).toEqual(["an object", "a list", "an output", "a promise", "a bigint", "a function"]);
});

function messageWith(got: unknown): string {
  return new ComponentInputError("EdgeFrontDoor", "shop", [{ path: "a", must: "be b", got }]).message;
}
