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
