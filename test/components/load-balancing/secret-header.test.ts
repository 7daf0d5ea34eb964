// A header that only the front door knows: what load balancers and CloudFront take of it.

import * as pulumi from "@pulumi/pulumi";
import {
  acceptedValues,
  checkSecretHeader,
  SECRET_HEADER_KINDS,
  type SecretHeader,
  secretHeaderName,
} from "../../../components/load-balancing/secret-header";
import { known } from "../record-stack";
import { untyped } from "../untyped";

const value = "0123456789abcdef";

function problemsOf(header: SecretHeader | undefined): string[] {
  const wrong = header === undefined ? [] : SECRET_HEADER_KINDS("secretHeader", header);
  return (wrong.length > 0 ? wrong : checkSecretHeader("secretHeader", header)).map(
    ({ path, must }) => `${path}: ${must}`,
  );
}

test("has a name of its own unless it is given one", () => {
  expect(secretHeaderName({ value })).toBe("x-origin-verify");
  expect(secretHeaderName({ name: "x-shop", value })).toBe("x-shop");
});

test("is accepted with the new value first and the old one after it, both as secrets", async () => {
  const values = acceptedValues({ value, previousValue: "fedcba9876543210" });
  expect(await Promise.all(values.map((each) => known(each)))).toEqual([value, "fedcba9876543210"]);
  expect(await Promise.all(values.map((each) => pulumi.isSecret(each)))).toEqual([true, true]);
  expect(acceptedValues({ value })).toHaveLength(1);
});

test.each([value, "v".repeat(128), "!\"#$%&'()+,-./:;<=>@[]^_`{|}~aA9"])("takes %s", (good) => {
  expect(problemsOf({ value: good })).toEqual([]);
  expect(problemsOf({ value, previousValue: good.replace(value, "another-value-00") })).toEqual([]);
});

const PATTERN = "be printable ASCII without blanks, *, ? and \\, which load balancers read as patterns";

test.each([
  ["15 characters", "v".repeat(15), "have 16 to 128 characters"],
  ["129 characters", "v".repeat(129), "have 16 to 128 characters"],
  ["a star", `${value}*`, PATTERN],
  ["a question mark", `${value}?`, PATTERN],
  ["a backslash", `${value}\\`, PATTERN],
  ["a blank", `${value} x`, PATTERN],
  ["a line's end", `${value}\n`, PATTERN],
  ["an umlaut", `${value}ü`, PATTERN],
])("refuses %s, for either value", (_title, bad, must) => {
  expect(problemsOf({ value: bad })).toEqual([`secretHeader.value: ${must}`]);
  expect(problemsOf({ value, previousValue: bad })).toEqual([`secretHeader.previousValue: ${must}`]);
});

test("refuses a rotation that changes nothing", () => {
  expect(problemsOf({ value, previousValue: value })).toEqual([
    "secretHeader.value and secretHeader.previousValue: differ",
  ]);
});

test.each(["x-shop", "X-Shop", "a".repeat(40)])("takes the name %s", (name) => {
  expect(problemsOf({ name, value })).toEqual([]);
});

test.each(["", "x shop", "x:shop", "x*", "a".repeat(41)])("refuses the name %j", (name) => {
  expect(problemsOf({ name, value })).toEqual(["secretHeader.name: be a header's name of at most 40 characters"]);
});

test.each(["host", "Cookie", "x-amz-verify", "X-Edge-Verify", "via"])(
  "refuses the name %s, which CloudFront keeps to itself",
  (name) => {
    expect(problemsOf({ name, value })).toEqual([
      "secretHeader.name: not name a header that CloudFront keeps to itself",
    ]);
  },
);

test("does not judge values that are not known yet", () => {
  expect(problemsOf({ value: pulumi.secret("short"), previousValue: pulumi.secret("short") })).toEqual([]);
});

const GIVEN = "value: be given: addresses alone let every distribution in";

test.each([
  [undefined, `.${GIVEN}`],
  [{}, `.${GIVEN}`],
  [{ value: undefined }, `.${GIVEN}`],
  [{ value: null }, ".value: be text or an output, not null"],
  [null, ": be an object, not null"],
  ["s3cr3t", ": be an object, not text"],
])("says that %j is no secret header", (header, problem) => {
  expect(problemsOf(untyped(header))).toEqual([`secretHeader${problem}`]);
});

test("says that a value must be text", () => {
  const given: object = { value: 7, previousValue: [value] };
  expect(problemsOf(given as SecretHeader)).toEqual([
    "secretHeader.value: be text or an output, not a number",
    "secretHeader.previousValue: be text or an output, not a list",
  ]);
});

test("never repeats a value", () => {
  const header = { name: "a b", value: "s3cr3t*", previousValue: "s3cr3t*" };
  expect(JSON.stringify(checkSecretHeader("secretHeader", header))).not.toContain("s3cr3t");
});
