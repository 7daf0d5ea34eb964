import * as pulumi from "@pulumi/pulumi";
import {
  anyObject,
  checkKinds,
  flag,
  input,
  type Kind,
  list,
  made,
  nameKind,
  number,
  object,
  record,
  text,
} from "../../components/argument-kinds";

interface Part {
  bind(): void;
}

interface Shape {
  title?: string;
  count?: number;
  open?: boolean;
  arn?: pulumi.Input<string>;
  names?: string[];
  tags?: Record<string, pulumi.Input<string>>;
  nested?: { deep: number };
  other?: object;
  part?: Part;
}

const SHAPE: Kind<Shape> = object<Shape>({
  title: text,
  count: number,
  open: flag,
  arn: input,
  names: list(text),
  tags: record(input),
  nested: object<{ deep: number }>({ deep: number }),
  other: anyObject,
  part: made<Part>("a part", ["bind"], "part()"),
});

/** As a JavaScript program would write it. */
function untyped(args: object): Shape {
  return args;
}

const later = pulumi.output("later");
const told = (args: object): string[] =>
  SHAPE("", untyped(args)).map(({ path, must, use }) => `${path}: ${must}${use ? `; ${use}` : ""}`);

test("takes what is of its kind, and what is left out", () => {
  const args: Shape = {
    title: "",
    count: Number.NaN,
    open: false,
    arn: later,
    names: [],
    tags: { a: "b", c: later, d: Promise.resolve("e") },
    nested: { deep: 0 },
    other: new Map(),
    part: { bind: () => undefined },
  };
  expect(told(args)).toEqual([]);
  expect(told({ title: undefined })).toEqual([]);
  expect(told({})).toEqual([]);
});

test.each([
  [{ title: null }, "title: be text, not null"],
  [{ title: later }, "title: be text, not an output: its value is needed before anything is created"],
  [{ count: "5" }, "count: be a number, not text"],
  [{ open: 1 }, "open: be true or false, not a number"],
  [{ arn: ["a"] }, "arn: be text or an output, not a list"],
  [{ names: "a" }, "names: be a list, not text"],
  [{ names: Promise.resolve([]) }, "names: be a list, not a promise: its value is needed before anything is created"],
  [{ names: ["a", undefined] }, "names[1]: be text, not undefined"],
  [{ tags: [] }, "tags: be an object, not a list"],
  [{ tags: { team: 5 } }, "tags.team: be text or an output, not a number"],
  [{ tags: { "a.b": true } }, 'tags["a.b"]: be text or an output, not a boolean'],
  [{ tags: { team: undefined } }, "tags.team: be text or an output, not undefined"],
  [{ nested: { deep: {} } }, "nested.deep: be a number, not an object"],
  [{ nested: later }, "nested: be an object, not an output: its value is needed before anything is created"],
  [{ other: () => 1 }, "other: be an object, not a function"],
  [{ part: { bind: 1 } }, "part: be a part, not an object; part()"],
  [{ part: "part" }, "part: be a part, not text; part()"],
])("tells %j", (args, problem) => {
  expect(told(args)).toEqual([problem]);
});

test("tells everything at once", () => {
  expect(told({ title: 1, names: [1, "a", 2], nested: { deep: "x" } })).toEqual([
    "title: be text, not a number",
    "names[0]: be text, not a number",
    "names[2]: be text, not a number",
    "nested.deep: be a number, not text",
  ]);
});

test("sets aside whole arguments, so that the rest can be checked", () => {
  const args = untyped({ title: 1, nested: { deep: "x" }, tags: { a: "b" }, unknown: 1 });
  const { sound, isAboutSound } = checkKinds(args, SHAPE);
  expect(sound).toEqual({ tags: { a: "b" }, unknown: 1 });
  const paths = ["tags.a", "title", "nested.deep and tags", "tags and nested", 'nested "x" and tags', "nestedness"];
  expect(paths.filter((path) => isAboutSound({ path, must: "" }))).toEqual(["tags.a", "nestedness"]);
});

test("leaves the caller's arguments alone", () => {
  const args = untyped({ title: 1 });
  checkKinds(args, SHAPE);
  expect(args).toEqual({ title: 1 });
});

test.each([
  [null, "null"],
  [undefined, "undefined"],
  ["secret", "text"],
  [5, "a number"],
  [true, "a boolean"],
  [5n, "a bigint"],
  [[], "a list"],
  [{}, "an object"],
  [() => 1, "a function"],
  [later, "an output"],
  [Promise.resolve(1), "a promise"],
])("calls a value by its kind alone (%#)", (value, name) => {
  expect(nameKind(value)).toBe(name);
});
